// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/compiledcatalog.h"

#include <QJsonDocument>
#include <QtEndian>

#include <cstring>

namespace plimsoll {
namespace {

int compare(QByteArrayView a, QByteArrayView b)
{
    const qsizetype both = std::min(a.size(), b.size());
    const int order = both == 0 ? 0 : std::memcmp(a.data(), b.data(), size_t(both)); // an empty id has no data
    if (order != 0)
        return order;
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

} // namespace

CompiledCatalog::CompiledCatalog(QByteArrayView data)
    : m_data(data)
{
    const bool known = data.size() >= kHeaderSize && std::memcmp(data.data(), kMagic, sizeof kMagic) == 0
                       && number(sizeof kMagic) == kVersion;
    if (!known) {
        m_data = {};
        return;
    }
    qsizetype at = sizeof kMagic + 4;
    for (Table &table : m_sections) {
        table = {number(at), number(at + 4), number(at + 8)};
        at += 12;
        const qsizetype rowsEnd = qsizetype(table.rows) + qsizetype(table.count) * kRowSize;
        const qsizetype sortedEnd = qsizetype(table.sorted) + qsizetype(table.count) * 4;
        if (rowsEnd > data.size() || sortedEnd > data.size())
            table = {};
    }
}

quint32 CompiledCatalog::number(qsizetype offset) const
{
    return offset + 4 <= m_data.size() ? qFromLittleEndian<quint32>(m_data.data() + offset) : 0;
}

CompiledCatalog::Row CompiledCatalog::row(Section section, qsizetype index) const
{
    qsizetype at = qsizetype(m_sections[section].rows) + index * kRowSize;
    Row row;
    for (Span *span : {&row.id, &row.idText, &row.name, &row.detail, &row.searchText, &row.record}) {
        *span = {number(at), number(at + 4)};
        at += 8;
    }
    row.size = qFromLittleEndian<quint64>(m_data.data() + at);
    return row;
}

QByteArrayView CompiledCatalog::bytes(Span span) const
{
    const qsizetype end = qsizetype(span.offset) + qsizetype(span.size);
    return end <= m_data.size() ? m_data.sliced(span.offset, span.size) : QByteArrayView();
}

QString CompiledCatalog::text(Span span) const
{
    const QByteArrayView view = bytes(span);
    const qsizetype size = view.size() / qsizetype(sizeof(QChar));
    if constexpr (QSysInfo::ByteOrder == QSysInfo::LittleEndian) {
        // A window lists all models and GPUs before it is seen: some thousand texts.
        return QString::fromRawData(reinterpret_cast<const QChar *>(view.data()), size);
    } else {
        QString swapped(size, Qt::Uninitialized);
        qFromLittleEndian<char16_t>(view.data(), size, swapped.data());
        return swapped;
    }
}

QString CompiledCatalog::id(Section section, qsizetype index) const
{
    return text(row(section, index).idText);
}

CatalogEntry CompiledCatalog::entry(Section section, qsizetype index) const
{
    const Row found = row(section, index);
    CatalogEntry entry;
    entry.id = text(found.idText);
    entry.name = text(found.name);
    entry.detail = text(found.detail);
    entry.searchText = text(found.searchText);
    entry.size = qint64(found.size);
    return entry;
}

qsizetype CompiledCatalog::find(Section section, const QString &id) const
{
    const Table &table = m_sections[section];
    const QByteArray wanted = id.toUtf8();
    qsizetype low = 0, high = table.count;
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const qsizetype index = number(qsizetype(table.sorted) + middle * 4);
        const int order = index < table.count ? compare(bytes(row(section, index).id), wanted) : 0;
        if (order == 0)
            return index < table.count ? index : -1;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

QJsonObject CompiledCatalog::record(Section section, qsizetype index) const
{
    const QByteArrayView view = bytes(row(section, index).record);
    const QByteArray raw = QByteArray::fromRawData(view.data(), view.size());
    return QJsonDocument::fromJson(raw).object();
}

} // namespace plimsoll
