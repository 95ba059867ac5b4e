// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/tableparts.h"

#include "core/planning/sentences.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

} // namespace

QString snakeCase(const QString &key)
{
    QString text;
    for (const QChar c : key) {
        if (c.isUpper())
            text += QLatin1Char('_');
        text += c.toLower();
    }
    return text;
}

void addItemColumns(Table &table, const ItemBytes &present)
{
    for (int i = 0; i < kItemCount; ++i) {
        const Item item = Item(i);
        table.columns.push_back({snakeCase(QLatin1String(itemKey(item))) + QLatin1String("_bytes"), itemName(item),
                                 TableUnit::Bytes, present[item] > Bytes() ? TableReader::All : TableReader::Machines});
    }
    table.add("total_bytes", Text::tr("In all"), TableUnit::Bytes);
}

void addItemCells(TableRow &row, const ItemBytes &items)
{
    for (const Bytes size : items.bytes)
        row.cells.push_back(size);
    row.cells.push_back(items.total());
}

TableCell knownNumber(double amount)
{
    return amount < 0 ? TableCell() : TableCell::number(amount);
}

TableCell knownCount(qint64 count)
{
    return count > 0 ? TableCell::count(count) : TableCell();
}

} // namespace plimsoll
