// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/waterfallinput.h"

#include "core/planning/explain/calculation.h"
#include "core/planning/explain/waterfall.h"
#include "core/planning/sentences.h"

#include <QCoreApplication>
#include <QLocale>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WaterfallChart)
};

} // namespace

QString WaterfallInput::rowText(int row) const
{
    QStringList lines;
    if (row < int(rows.size())) {
        const WaterfallRow &step = rows[size_t(row)];
        const QString after = formatSize(step.after, unit, QLocale());
        lines << (row == 0 ? Text::tr("%1: %2").arg(step.label, after)
                           : Text::tr("%1: %2, now %3").arg(step.label, step.change, after));
        lines << step.formula << step.numbers;
        lines.removeAll(QString());
    } else {
        lines << Text::tr("%1: %2").arg(totalLabel, formatSize(total.total(), unit, QLocale()));
        lines << itemLines(total, unit, QLocale());
    }
    return lines.join(QLatin1Char('\n'));
}

QString WaterfallInput::description() const
{
    QStringList sentences{title};
    for (int row = 0; row < rowCount(); ++row)
        sentences << rowText(row).replace(QLatin1Char('\n'), QLatin1String("; "));
    if (capacity > Bytes())
        sentences << Text::tr("Load line of %1").arg(capacityName);
    return sentences.join(QLatin1String(". ")) + QLatin1Char('.');
}

WaterfallInput waterfallInput(const ChartValues &values)
{
    WaterfallInput input;
    input.unit = values.unit;
    input.title = Text::tr("From the rule of thumb to the answer: %1").arg(planTitle(values.plan, QLocale()));
    // The same for all, so that a person can add them up.
    const Bytes answer = values.estimate.total.total();
    const int decimals = inUnit(answer, input.unit) < 10 ? 2 : 1;
    Bytes before;
    for (const WaterfallStep &step : waterfall(values.plan, values.estimate, QLocale())) {
        WaterfallRow row;
        row.key = step.key;
        row.label = step.label;
        row.change = input.rows.empty() ? formatSize(step.delta, input.unit, QLocale())
                                        : formatChange(step.delta, input.unit, QLocale());
        row.running = formatSizeNumber(step.total, input.unit, decimals, QLocale());
        row.item = step.item;
        row.before = before;
        row.after = before = step.total;
        row.formula = step.formula;
        row.numbers = step.numbers;
        input.rows.push_back(std::move(row));
    }
    input.totalLabel = Text::tr("The answer");
    input.total = values.estimate.total;
    input.running = formatSizeNumber(answer, input.unit, decimals, QLocale());
    const CapacityLines capacity = CapacityLines::ofPlan(values);
    input.capacity = capacity.own;
    input.capacityName = Text::tr("%1: %2").arg(capacity.ownName, formatSize(capacity.own, input.unit, QLocale()));
    return input;
}

} // namespace plimsoll
