// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/compiler/catalogwriter.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <numeric>

namespace plimsoll {
namespace {

void append(QByteArray &out, quint32 number)
{
    const quint32 little = qToLittleEndian(number);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void append(QByteArray &out, CompiledCatalog::Span span)
{
    append(out, span.offset);
    append(out, span.size);
}

/// Bytes that follow the tables; equal ones are stored once.
class Heap
{
public:
    explicit Heap(qsizetype start)
        : m_start(start)
    {
    }
    CompiledCatalog::Span add(const QByteArray &bytes) { return add(bytes, m_places); }
    /// UTF-16, at an even offset.
    CompiledCatalog::Span add(const QString &text)
    {
        QByteArray bytes(text.size() * qsizetype(sizeof(QChar)), Qt::Uninitialized);
        qToLittleEndian<char16_t>(text.utf16(), text.size(), bytes.data());
        if ((m_start + m_bytes.size()) % qsizetype(sizeof(QChar)) != 0)
            m_bytes.append('\0');
        return add(bytes, m_texts);
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    using Places = QHash<QByteArray, CompiledCatalog::Span>;

    CompiledCatalog::Span add(const QByteArray &bytes, Places &places)
    {
        const auto known = places.constFind(bytes);
        if (known != places.constEnd())
            return *known;
        const CompiledCatalog::Span span{quint32(m_start + m_bytes.size()), quint32(bytes.size())};
        m_bytes.append(bytes);
        places.insert(bytes, span);
        return span;
    }

    qsizetype m_start;
    QByteArray m_bytes;
    Places m_places, m_texts;
};

} // namespace

void CatalogWriter::addRecord(CompiledCatalog::Section section, const std::vector<CatalogEntry> &entries,
                              const QJsonObject &record)
{
    m_records.push_back(QJsonDocument(record).toJson(QJsonDocument::Compact));
    for (const CatalogEntry &entry : entries)
        m_items[section].push_back({entry, int(m_records.size()) - 1});
}

QByteArray CatalogWriter::data() const
{
    qsizetype end = CompiledCatalog::kHeaderSize;
    for (const std::vector<Item> &items : m_items)
        end += qsizetype(items.size()) * (CompiledCatalog::kRowSize + 4);
    Heap heap(end);

    QByteArray header(CompiledCatalog::kMagic, sizeof CompiledCatalog::kMagic);
    append(header, CompiledCatalog::kVersion);
    QByteArray tables;
    for (const std::vector<Item> &items : m_items) {
        append(header, quint32(items.size()));
        append(header, quint32(CompiledCatalog::kHeaderSize + tables.size()));
        for (const Item &item : items) {
            append(tables, heap.add(item.entry.id.toUtf8()));
            append(tables, heap.add(item.entry.id));
            append(tables, heap.add(item.entry.name));
            append(tables, heap.add(item.entry.detail));
            append(tables, heap.add(item.entry.searchText));
            append(tables, heap.add(m_records[size_t(item.record)]));
            append(tables, quint32(quint64(item.entry.size)));
            append(tables, quint32(quint64(item.entry.size) >> 32));
        }
        append(header, quint32(CompiledCatalog::kHeaderSize + tables.size()));
        std::vector<quint32> order(items.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&items](quint32 a, quint32 b) { return items[a].entry.id.toUtf8() < items[b].entry.id.toUtf8(); });
        for (const quint32 index : order)
            append(tables, index);
    }
    return header + tables + heap.bytes();
}

} // namespace plimsoll
