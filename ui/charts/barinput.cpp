// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barinput.h"

#include "core/planning/sentences.h"
#include "ui/charts/placedtext.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BarChart)
};

} // namespace

std::vector<Item> BarInput::items() const
{
    ItemBytes all;
    for (const BarColumn &column : columns)
        all.add(column.items, 1);
    return presentItems(all);
}

QString BarInput::columnText(int column) const
{
    const BarColumn &bar = columns[size_t(column)];
    QStringList lines;
    const QString heading = bar.as.isEmpty() ? bar.name : Text::tr("%1 (%2)").arg(bar.name, bar.as);
    if (bar.isAbsent)
        return (QStringList{heading} + bar.facts).join(QLatin1Char('\n'));
    lines << Text::tr("%1: %2").arg(heading, formatSize(bar.items.total(), unit, QLocale()));
    lines << itemLines(bar.items, unit, QLocale());
    if (bar.low < bar.high) {
        lines << Text::tr("90 % interval: %1 to %2")
                     .arg(formatSize(bar.low, unit, QLocale()), formatSize(bar.high, unit, QLocale()));
    }
    lines << bar.facts;
    return lines.join(QLatin1Char('\n'));
}

QString BarInput::description() const
{
    QStringList sentences{title};
    for (size_t i = 0; i < columns.size(); ++i) {
        QString text = columnText(int(i)).replace(QLatin1Char('\n'), QLatin1String("; "));
        if (int(i) == chosen)
            text = Text::tr("%1; chosen").arg(text);
        sentences << text;
    }
    if (capacity.own > Bytes())
        sentences << Text::tr("Load line of %1: %2").arg(capacity.ownName, formatSize(capacity.own, unit, QLocale()));
    return sentences.join(QLatin1String(". ")) + QLatin1Char('.');
}

} // namespace plimsoll
