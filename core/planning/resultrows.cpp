// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/comparisonrows.h"
#include "core/planning/sentences.h"
#include "core/planning/speed/speedtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanComparison)
};

using Cell = ComparisonCell;
using Unit = ComparisonRow::Unit;

/// Makes the rows of one comparison.
class ResultRows
{
public:
    ResultRows(std::vector<ComparisonRow> &rows, const std::vector<ComparedPlan> &plans)
        : m_rows(rows)
        , m_plans(plans)
    {
    }

    /// `cellOf` takes a plan that has an answer; it leaves the text empty where nothing is known.
    template <typename CellOf>
    void add(const char *id, const QString &name, Unit unit, CellOf cellOf)
    {
        ComparisonRow row{QLatin1String(id), name, unit, false, {}};
        for (const ComparedPlan &each : m_plans) {
            Cell cell = each.answer ? cellOf(each) : Cell();
            if (cell.text.isEmpty())
                cell.text = unknownText();
            row.cells.push_back(cell);
        }
        for (Cell &cell : row.cells)
            cell.differs = cell.text != row.cells.front().text;
        addTellingRow(m_rows, std::move(row));
    }

    void addVerdicts(SizeUnit unit, const QLocale &locale)
    {
        ComparisonRow row{QStringLiteral("verdict"), Text::tr("Verdict"), Unit::Text, false, {}};
        for (const ComparedPlan &each : m_plans) {
            Cell cell;
            if (each.isPending) {
                cell.text = Text::tr("being worked out");
            } else if (!each.answer) {
                cell.text = Text::tr("No answer: %1").arg(each.error.text);
            } else {
                cell.text = verdict(each.answer->estimate);
                cell.detail = verdictSentence(each.answer->plan, each.answer->estimate, unit, locale);
            }
            row.cells.push_back(cell);
        }
        for (Cell &cell : row.cells)
            cell.differs = cell.text != row.cells.front().text;
        m_rows.push_back(std::move(row));
    }

private:
    static QString verdict(const Estimate &estimate)
    {
        if (!estimate.hasGpus)
            return Text::tr("No GPU chosen");
        if (!estimate.fits)
            return Text::tr("Does not fit");
        return estimate.certainty == Certainty::WithinError ? Text::tr("Fits, within the error") : Text::tr("Fits");
    }

    std::vector<ComparisonRow> &m_rows;
    const std::vector<ComparedPlan> &m_plans;
};

/// A bound of a figure is no figure.
QString withBasis(SpeedBasis basis, const QString &bound, const QString &figure)
{
    if (basis == SpeedBasis::Bound)
        return bound.arg(figure);
    return basis == SpeedBasis::Extrapolated ? Text::tr("≈ %1").arg(figure) : figure;
}

QString durationText(double seconds, const QLocale &locale)
{
    if (seconds < 1)
        return Text::tr("%1 ms").arg(locale.toString(seconds * 1000, 'f', seconds < 0.01 ? 1 : 0));
    return Text::tr("%1 s").arg(locale.toString(seconds, 'f', seconds < 10 ? 2 : 0));
}

Cell speedCell(const ComparedPlan &plan, double tokensPerSecond, const QLocale &locale)
{
    if (!plan.speed.isKnown)
        return {};
    return {withBasis(plan.speed.basis, Text::tr("≤ %1"), speedNumber(tokensPerSecond, locale)),
            speedSentence(plan.speed, locale), tokensPerSecond, false};
}

Cell dollarCell(double amount, const QLocale &locale)
{
    if (amount < 0)
        return {};
    return {Text::tr("$%1").arg(locale.toString(amount, 'f', 2)), {}, amount, false};
}

void addSizes(ResultRows &rows, SizeUnit unit, const QLocale &locale)
{
    const auto sized = [&](Bytes size) {
        return Cell{formatSize(size, unit, locale), {}, double(size.count()), false};
    };
    rows.add("total", Text::tr("Memory in all"), Unit::Bytes, [&](const ComparedPlan &plan) {
        Cell cell = sized(plan.answer->estimate.total.total());
        cell.detail = totalSentence(plan.answer->plan, plan.answer->estimate, unit, locale);
        return cell;
    });
    rows.add("interval", Text::tr("90 % interval"), Unit::Text, [&](const ComparedPlan &plan) {
        const Estimate &estimate = plan.answer->estimate;
        if (estimate.low >= estimate.high)
            return Cell();
        return Cell{
            Text::tr("%1 to %2").arg(formatSize(estimate.low, unit, locale), formatSize(estimate.high, unit, locale)),
            intervalBasis(plan.answer->plan),
            {},
            false};
    });
    const auto item = [&](Item which) {
        rows.add(itemKey(which), itemName(which), Unit::Bytes, [&](const ComparedPlan &plan) {
            const Bytes size = plan.answer->estimate.total[which];
            return size > Bytes() ? sized(size) : Cell();
        });
    };
    item(Item::Weights);
    item(Item::KvCache);
    item(Item::RecurrentState);
    item(Item::Activations);
    rows.add("engineMemory", Text::tr("Engine and driver"), Unit::Bytes, [&](const ComparedPlan &plan) {
        const ItemBytes &total = plan.answer->estimate.total;
        const Bytes size = total[Item::Graphs] + total[Item::Runtime] + total[Item::Other];
        return size > Bytes() ? sized(size) : Cell();
    });
    rows.add("headroom", Text::tr("To spare on a GPU"), Unit::Bytes, [&](const ComparedPlan &plan) {
        return plan.answer->estimate.hasGpus ? sized(plan.answer->estimate.headroom) : Cell();
    });
    rows.add("gpusNeeded", Text::tr("GPUs needed"), Unit::Count, [&](const ComparedPlan &plan) {
        const Estimate &estimate = plan.answer->estimate;
        if (!estimate.hasGpus)
            return Cell();
        if (estimate.gpusNeeded < 1)
            return Cell{Text::tr("fits on none"), {}, {}, false};
        return Cell{formatCount(estimate.gpusNeeded, locale), {}, double(estimate.gpusNeeded), false};
    });
}

} // namespace

void addResultRows(std::vector<ComparisonRow> &rows, const std::vector<ComparedPlan> &plans, SizeUnit unit,
                   const QLocale &locale)
{
    ResultRows results(rows, plans);
    results.addVerdicts(unit, locale);
    addSizes(results, unit, locale);
    results.add("decode", Text::tr("Tokens/s for a user"), Unit::TokensPerSecond,
                [&](const ComparedPlan &plan) { return speedCell(plan, plan.speed.decodeTokensPerSecond, locale); });
    results.add("decodeTotal", Text::tr("Tokens/s in all"), Unit::TokensPerSecond, [&](const ComparedPlan &plan) {
        return speedCell(plan, plan.speed.decodeTokensPerSecondTotal, locale);
    });
    results.add("timeToFirstToken", Text::tr("First token after"), Unit::Seconds, [&](const ComparedPlan &plan) {
        const SpeedEstimate &speed = plan.speed;
        if (!speed.isKnown || !speed.hasPrompt)
            return Cell();
        return Cell{withBasis(speed.promptBasis, Text::tr("≥ %1"), durationText(speed.timeToFirstToken, locale)),
                    {},
                    speed.timeToFirstToken,
                    false};
    });
    results.add("pricePerHour", Text::tr("Price an hour"), Unit::Dollars, [&](const ComparedPlan &plan) {
        return plan.cost ? dollarCell(plan.cost->pricePerHour, locale) : Cell();
    });
    results.add("pricePerMillionTokens", Text::tr("Price of 1M tokens"), Unit::Dollars, [&](const ComparedPlan &plan) {
        return plan.cost ? dollarCell(plan.cost->pricePerMillionTokens, locale) : Cell();
    });
}

QString unknownText()
{
    return QStringLiteral("\u2013");
}

void addTellingRow(std::vector<ComparisonRow> &rows, ComparisonRow row)
{
    const bool tells = std::any_of(row.cells.begin(), row.cells.end(),
                                   [](const ComparisonCell &cell) { return cell.text != unknownText(); });
    if (tells)
        rows.push_back(std::move(row));
}

} // namespace plimsoll
