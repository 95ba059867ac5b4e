// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/compiledcatalog.h"

#include <QHash>

namespace plimsoll {

/// Writes the compact form that CompiledCatalog reads.
class CatalogWriter
{
public:
    /// An entry with the place of its record among those of this section.
    void addRecord(CompiledCatalog::Section section, const std::vector<CatalogEntry> &entries,
                   const QJsonObject &record);
    QByteArray data() const;

private:
    struct Item {
        CatalogEntry entry;
        int record = 0;
    };
    std::array<std::vector<Item>, CompiledCatalog::kSections> m_items;
    std::vector<QByteArray> m_records;
};

} // namespace plimsoll
