// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QByteArrayView>

#include <array>

namespace plimsoll {

/// The compact form of the catalogs: a header, for each section a table of entries and their order by id, the
/// strings, and the records as JSON. All numbers are little-endian. It is read in place; only what is asked
/// for is decoded. plimsoll-catalogc writes it at build time.
class CompiledCatalog
{
public:
    enum Section { Models, Gpus, Formats, Engines };
    static constexpr int kSections = 4;

    /// Nothing in it.
    CompiledCatalog() = default;
    /// Nothing in it either where `data` is not a compact catalog of this version. `data` must outlive it.
    explicit CompiledCatalog(QByteArrayView data);

    bool isEmpty() const { return m_data.isEmpty(); }
    qsizetype count(Section section) const { return m_sections[section].count; }
    QString id(Section section, qsizetype index) const;
    /// Its texts are not copied: they, too, must not outlive the data.
    CatalogEntry entry(Section section, qsizetype index) const;
    /// Place of exactly this id, or -1.
    qsizetype find(Section section, const QString &id) const;
    /// The record as it stands in the JSON file. A MIG slice has that of its GPU.
    QJsonObject record(Section section, qsizetype index) const;

    static constexpr char kMagic[8] = {'P', 'L', 'I', 'M', 'S', 'O', 'L', 'L'};
    static constexpr quint32 kVersion = 3;

    /// As they lie in the data. Offsets count from its start.
    struct Span {
        quint32 offset = 0, size = 0;
    };
    struct Row {
        Span id;                               ///< UTF-8, as it is sorted
        Span idText, name, detail, searchText; ///< UTF-16, little endian, at even offsets
        Span record;                           ///< JSON
        quint64 size = 0;
    };
    struct Table {
        quint32 count = 0;
        quint32 rows = 0;   ///< offset of the rows
        quint32 sorted = 0; ///< offset of the row numbers in the order of ids, compared as UTF-8
    };
    static constexpr qsizetype kHeaderSize = 8 + 4 + 4 * 3 * kSections;
    static constexpr qsizetype kRowSize = 4 * 2 * 6 + 8;

private:
    quint32 number(qsizetype offset) const;
    Row row(Section section, qsizetype index) const;
    QByteArrayView bytes(Span span) const;
    QString text(Span span) const;

    QByteArrayView m_data;
    std::array<Table, kSections> m_sections{};
};

} // namespace plimsoll
