// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/measuretext.h"

#include "app/cli/texttable.h"
#include "core/logs/logfacts.h"
#include "core/planning/sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MeasureText)
};

const QString kLineEnd = QStringLiteral("\n");

QString valueText(double value, Measured what, SizeUnit unit)
{
    switch (measuredUnit(what)) {
    case MeasuredUnit::Bytes:
        return formatSizeNumber(Bytes::rounded(value), unit, 3);
    case MeasuredUnit::Count:
        return formatCount(std::llround(value));
    case MeasuredUnit::Ratio:
        break;
    }
    return QString::number(value, 'f', 2);
}

QString itemText(const LogComparisonRow &row, SizeUnit unit)
{
    QString name = measuredName(row.item);
    if (measuredUnit(row.item) == MeasuredUnit::Bytes)
        name += QLatin1String(", ") + unitName(unit);
    return row.device.isEmpty() ? name : Text::tr("%1: %2").arg(row.device, name);
}

QString differenceText(const LogComparisonRow &row, SizeUnit unit)
{
    if (!row.predicted)
        return QStringLiteral("-");
    const QString sign = row.difference() > 0 ? QStringLiteral("+") : QString();
    QString text = sign + valueText(row.difference(), row.item, unit);
    if (*row.predicted > 0)
        text += QStringLiteral(" (%1%2 %)").arg(sign, QString::number(row.difference() / *row.predicted * 100, 'f', 1));
    return text;
}

QString ruleText(const LogComparisonRow &row)
{
    if (!row.device.isEmpty() || row.rankCount() < 2)
        return {};
    if (row.rule == RankRule::Last)
        return Text::tr("last of %1").arg(row.ranks.size());
    return row.rule == RankRule::Largest ? Text::tr("largest of %1").arg(row.rankCount())
                                         : Text::tr("smallest of %1").arg(row.rankCount());
}

QString comparisonTable(const LogComparison &comparison, bool hasEstimate, SizeUnit unit)
{
    TextTable table({1, 3, 4});
    QStringList heading{Text::tr("Item"), Text::tr("Measured"), Text::tr("Ranks")};
    if (hasEstimate)
        heading << Text::tr("Predicted") << Text::tr("Difference") << Text::tr("90 % interval");
    table.addRow(heading);
    table.addRule();
    for (const LogComparisonRow &row : comparison.rows) {
        QStringList cells{itemText(row, unit), valueText(row.measured, row.item, unit), ruleText(row)};
        if (hasEstimate) {
            cells << (row.predicted ? valueText(*row.predicted, row.item, unit) : QStringLiteral("-"))
                  << differenceText(row, unit);
            cells << (row.predicted ? Text::tr("%1: %2 to %3")
                                          .arg(row.inside() ? Text::tr("inside") : Text::tr("OUTSIDE"),
                                               valueText(row.low, row.item, unit), valueText(row.high, row.item, unit))
                                    : QString());
        }
        table.addRow(cells);
    }
    return table.text();
}

/// Each reason once, with the rows that it may explain.
QString reasonLines(const LogComparison &comparison)
{
    QString text;
    for (const LogRemark &remark : comparison.remarks) {
        QStringList rows;
        for (const LogComparisonRow &row : comparison.rows) {
            const QString name = measuredName(row.item);
            if (row.reasons.contains(remark.code))
                rows.append(row.device.isEmpty() ? name : Text::tr("%1: %2").arg(row.device, name));
        }
        if (!rows.isEmpty())
            text += Text::tr("* %1 (%2)").arg(remark.text, rows.join(QLatin1String(", "))) + kLineEnd;
    }
    return text.isEmpty() ? text : kLineEnd + Text::tr("Likely reasons of what lies outside:") + kLineEnd + text;
}

/// What a reader should know and explains no row.
QString noteLines(const LogPlan &logPlan, const LogComparison &comparison)
{
    QString text;
    for (const LogRemark &each : logPlan.remarks) {
        const bool isReason = std::any_of(comparison.rows.begin(), comparison.rows.end(),
                                          [&](const auto &row) { return row.reasons.contains(each.code); });
        if (!isReason)
            text += Text::tr("Note: %1").arg(each.text) + kLineEnd;
    }
    return text.isEmpty() ? text : kLineEnd + text;
}

/// A line of a list of ranks: those with one value stand together.
struct RankLine {
    QString item, value;
    QStringList ranks, lines;
};

void addRank(std::vector<RankLine> &all, const QString &item, const QString &value, const QString &rank, qint64 line)
{
    auto same = std::find_if(all.begin(), all.end(),
                             [&](const RankLine &each) { return each.item == item && each.value == value; });
    if (same == all.end())
        same = all.insert(all.end(), {item, value, {}, {}});
    if (!rank.isEmpty() && !same->ranks.contains(rank))
        same->ranks.append(rank);
    same->lines.append(QString::number(line));
}

/// "TP0, TP1, TP2 and 5 more".
QString shortList(const QStringList &all)
{
    constexpr qsizetype most = 3;
    if (all.size() <= most + 1)
        return all.join(QLatin1String(", "));
    return Text::tr("%1 and %2 more").arg(all.first(most).join(QLatin1String(", "))).arg(all.size() - most);
}

QString rankTable(const QString &title, const std::vector<RankLine> &lines)
{
    if (lines.empty())
        return {};
    TextTable table({1});
    table.addRow({title, Text::tr("Measured"), Text::tr("Lines"), Text::tr("Rank")});
    for (const RankLine &each : lines)
        table.addRow({each.item, each.value, shortList(each.lines), shortList(each.ranks)});
    return kLineEnd + table.text();
}

/// The rows that several ranks report.
QString ranksOfRows(const LogComparison &comparison, SizeUnit unit)
{
    std::vector<RankLine> lines;
    for (const LogComparisonRow &row : comparison.rows) {
        for (const LogComparisonRow::Rank &rank : row.ranks) {
            if (row.rankCount() < 2)
                continue;
            QString name = rank.rank.isEmpty() ? Text::tr("(no name)") : rank.rank;
            if (rank.count > 1)
                name = Text::tr("%1 for %2 ranks").arg(name).arg(rank.count);
            addRank(lines, itemText(row, unit), valueText(rank.value, row.item, unit), name, rank.line);
        }
    }
    return rankTable(Text::tr("Rank by rank"), lines);
}

/// What stands in the log besides and is compared with nothing: free memory, pools, estimates.
QString otherFigures(const LogReading &reading, const LogComparison &comparison)
{
    std::vector<RankLine> lines;
    for (const LogFigure &figure : figuresBeside(reading, comparison)) {
        const bool bytes = measuredUnit(figure.what) == MeasuredUnit::Bytes;
        addRank(lines, measuredName(figure.what), bytes ? formatSmallSize(figure.bytes) : figure.printed, figure.rank,
                figure.line);
    }
    return rankTable(Text::tr("Also in the log"), lines);
}

} // namespace

QString measureText(const LogReading &reading, const LogPlan &logPlan, const LogComparison &comparison,
                    const ResolvedPlan *resolved, const QString &missing, SizeUnit unit)
{
    QString text = engineOfLog(reading) + kLineEnd;
    if (!logPlan.printedModel.isEmpty())
        text += Text::tr("Model in the log: %1").arg(logPlan.printedModel) + kLineEnd;
    if (resolved)
        text += Text::tr("Compared with: %1").arg(planTitle(*resolved)) + kLineEnd;
    if (const QString own = resolved ? calibrationSentence(*resolved) : QString(); !own.isEmpty())
        text += own + kLineEnd;
    if (!missing.isEmpty())
        text += missing + kLineEnd;
    if (resolved && resolved->gpus.empty())
        text +=
            Text::tr("The log names no GPU that is known: add --gpu ID to compare the KV cache as well.") + kLineEnd;
    if (reading.starts > 1)
        text += Text::tr("The engine starts %1 times in it; the last start is shown.").arg(reading.starts) + kLineEnd;
    if (reading.dryRun)
        text += Text::tr("A dry run: weights and KV cache were not allocated and are left out.") + kLineEnd;
    if (reading.tooMany)
        text += Text::tr("There are more figures in it than are kept; the rest was left out.") + kLineEnd;
    if (!comparison.rows.empty())
        text += kLineEnd + comparisonTable(comparison, resolved, unit);
    text += reasonLines(comparison);
    text += noteLines(logPlan, comparison);
    text += ranksOfRows(comparison, unit);
    text += otherFigures(reading, comparison);
    return text;
}

} // namespace plimsoll
