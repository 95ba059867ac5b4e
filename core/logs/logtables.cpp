// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logtables.h"

#include "core/logs/logcells.h"
#include "core/tables/tablewriters.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogTables)
};

const QString kDash = QStringLiteral("-");

QString markdownRow(const QStringList &cells)
{
    QStringList safe;
    for (QString cell : cells)
        safe.append(cell.replace(QLatin1Char('|'), QLatin1String("\\|")).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    return QStringLiteral("| %1 |\n").arg(safe.join(QLatin1String(" | ")));
}

QString csvRow(const QStringList &cells)
{
    QStringList safe;
    for (QString cell : cells) {
        if (cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('\n')))
            cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        safe.append(cell);
    }
    return safe.join(QLatin1Char(',')) + QLatin1String("\r\n");
}

/// To the byte of what a log can print, and a number in every program.
QString csvNumber(double value, Measured what, SizeUnit unit)
{
    if (measuredUnit(what) == MeasuredUnit::Bytes)
        return formatSizeNumber(Bytes::rounded(value), unit, 6);
    return QString::number(value, 'f', measuredUnit(what) == MeasuredUnit::Count ? 0 : 2);
}

} // namespace

QString comparisonMarkdown(const LogComparison &comparison, SizeUnit unit, const QLocale &locale)
{
    QString text = markdownRow({Text::tr("Item"), Text::tr("Measured"), Text::tr("Ranks"), Text::tr("Predicted"),
                                Text::tr("Difference"), Text::tr("90 % interval"), Text::tr("Inside?"),
                                Text::tr("Likely reason")});
    text += QStringLiteral("| --- | ---: | --- | ---: | ---: | --- | --- | --- |\n");
    for (const LogComparisonRow &row : comparison.rows) {
        QStringList cells{logItemText(row), logValueText(row.measured, row.item, unit, locale),
                          logRanksText(row, unit, locale)};
        cells << (row.predicted ? logValueText(*row.predicted, row.item, unit, locale) : kDash)
              << (row.predicted ? logDifferenceText(row, unit, locale) : kDash)
              << (row.predicted ? logIntervalText(row, unit, locale) : kDash)
              << (row.predicted ? logVerdictText(row) : kDash)
              << logReasonTexts(row, comparison).join(QLatin1Char(' '));
        text += markdownRow(cells);
    }
    return text;
}

QString comparisonCsv(const LogComparison &comparison, SizeUnit unit)
{
    QString text = csvRow({Text::tr("Item"), Text::tr("Rank"), Text::tr("Line"), Text::tr("Unit"), Text::tr("Measured"),
                           Text::tr("Predicted"), Text::tr("Difference"), Text::tr("Lowest"), Text::tr("Highest"),
                           Text::tr("Inside?"), Text::tr("Likely reason")});
    for (const LogComparisonRow &row : comparison.rows) {
        const auto number = [&](double value) { return csvNumber(value, row.item, unit); };
        const QString item = logItemText(row);
        const QString itemUnit = measuredUnit(row.item) == MeasuredUnit::Bytes ? unitName(unit) : QString();
        QStringList cells{guardedFromFormulas(item), QString(), QString(), itemUnit, number(row.measured)};
        if (row.predicted)
            cells << number(*row.predicted) << number(row.difference()) << number(row.low) << number(row.high);
        else
            cells << QString() << QString() << QString() << QString();
        cells << logVerdictText(row) << logReasonTexts(row, comparison).join(QLatin1Char(' '));
        text += csvRow(cells);
        for (const LogComparisonRow::Rank &rank : row.ranks) {
            const QString name =
                rank.count > 1 ? Text::tr("%1 for %2 ranks").arg(rank.rank).arg(rank.count) : rank.rank;
            QStringList ofRank{guardedFromFormulas(item), guardedFromFormulas(name), QString::number(rank.line),
                               itemUnit, number(rank.value)};
            if (rank.predicted) {
                ofRank << number(*rank.predicted) << number(rank.value - *rank.predicted) << number(rank.low)
                       << number(rank.high) << logVerdictText(row.inside(rank));
            } else {
                ofRank << QString() << QString() << QString() << QString() << QString();
            }
            text += csvRow(ofRank << QString());
        }
    }
    return text;
}

} // namespace plimsoll
