// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/speedreport.h"

#include "tests/accuracy/csvfile.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace accuracy {
namespace {

using Rows = std::vector<const JudgedRow *>;

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1) + QLatin1String(" %");
}

/// |estimated / measured - 1| of the time.
double errorOf(double estimated, const JudgedRow &row)
{
    return std::abs(estimated / row.row->measured - 1);
}

template <typename Value>
double medianOf(const Rows &rows, const Value &value)
{
    std::vector<double> values;
    for (const JudgedRow *row : rows)
        values.push_back(value(*row));
    return quantile(std::move(values), 0.5);
}

template <typename Key>
std::map<QStringList, Rows> groupsOf(const SpeedFit &fit, const Key &key)
{
    std::map<QStringList, Rows> groups;
    for (const JudgedRow &row : fit.rows)
        groups[key(row)].push_back(&row);
    return groups;
}

void tableHead(QStringList &out, const QStringList &cells)
{
    out << QLatin1String("| ") + cells.join(QLatin1String(" | ")) + QLatin1String(" |");
    out << QLatin1String("|") + QStringLiteral(" --- |").repeated(cells.size());
}

void tableRow(QStringList &out, const QStringList &cells)
{
    out << QLatin1String("| ") + cells.join(QLatin1String(" | ")) + QLatin1String(" |");
}

QStringList scores(const Rows &rows)
{
    std::vector<double> errors;
    for (const JudgedRow *row : rows)
        errors.push_back(errorOf(row->estimated, *row));
    return {
        QString::number(rows.size()),
        percent(quantile(errors, 0.5)),
        percent(quantile(errors, 0.9)),
        QString::number(medianOf(rows, [](const JudgedRow &row) { return row.estimated / row.row->measured; }), 'f', 2),
        percent(medianOf(rows, [](const JudgedRow &row) { return errorOf(row.fitted, row); })),
        percent(medianOf(rows, [](const JudgedRow &row) { return errorOf(row.roofline, row); }))};
}

const QStringList kScoreHead = {QStringLiteral("rows"),
                                QStringLiteral("median error"),
                                QStringLiteral("90th percentile"),
                                QStringLiteral("estimated / measured"),
                                QStringLiteral("fitted on them"),
                                QStringLiteral("roofline's median error")};

QString phaseOf(const JudgedRow &row)
{
    return row.row->isPrompt ? QStringLiteral("prefill") : QStringLiteral("decode");
}

QString engineOf(const JudgedRow &row)
{
    return row.row->engine == QLatin1String("llama.cpp") ? row.row->engine : QStringLiteral("servers");
}

/// Goals of the two classes, with what is left out.
QString goalOf(const QString &engine, const QString &phase)
{
    if (engine == QLatin1String("llama.cpp"))
        return phase == QLatin1String("decode") ? QStringLiteral("12 %, a GPU left out")
                                                : QStringLiteral("25 %, a GPU left out");
    return phase == QLatin1String("decode") ? QStringLiteral("15 %, a model left out") : QString();
}

void overall(const SpeedFit &fit, QStringList &out)
{
    out << QStringLiteral("## All rows") << QString();
    tableHead(out, QStringList{QStringLiteral("engine"), QStringLiteral("what")} + kScoreHead
                       + QStringList{QStringLiteral("goal, median")});
    for (const auto &[key, rows] : groupsOf(fit, [](const JudgedRow &row) {
             return QStringList{engineOf(row), phaseOf(row)};
         }))
        tableRow(out, key + scores(rows) + QStringList{goalOf(key[0], key[1])});
    for (const auto &[key, rows] : groupsOf(fit, [](const JudgedRow &row) {
             return QStringList{engineOf(row) + (row.row->superseded ? QString() : QStringLiteral(", current builds")),
                                phaseOf(row)};
         })) {
        if (key[0] == QLatin1String("llama.cpp, current builds"))
            tableRow(out, key + scores(rows) + QStringList{QString()});
    }
    out << QString();
}

void byLaw(const SpeedFit &fit, QStringList &out)
{
    out << QStringLiteral("## By engine and hardware") << QString();
    tableHead(out, QStringList{QStringLiteral("engine"), QStringLiteral("law"), QStringLiteral("what")} + kScoreHead
                       + QStringList{QStringLiteral("interval, measured / estimated speed"),
                                     QStringLiteral("coverage, left out, before it was widened"),
                                     QStringLiteral("and after")});
    for (const auto &[key, rows] : groupsOf(fit, [](const JudgedRow &row) {
             return QStringList{row.row->engine, row.law, phaseOf(row)};
         })) {
        const Rows basis = intervalRows(fit, rows.front()->law, rows.front()->row->isPrompt);
        const Interval interval = intervalOf(basis);
        tableRow(out, key + scores(rows)
                          + QStringList{
                              QStringLiteral("%1 to %2").arg(interval.below, 0, 'f', 2).arg(interval.above, 0, 'f', 2),
                              percent(coverageOf(basis, 1)), percent(coverageOf(basis, wideningOf(basis)))});
    }
    out << QString();
}

void byLeftOut(const SpeedFit &fit, QStringList &out)
{
    out << QStringLiteral("## By what was left out") << QString();
    tableHead(out, QStringList{QStringLiteral("law"), QStringLiteral("what"), QStringLiteral("left out")} + kScoreHead);
    for (const auto &[key, rows] : groupsOf(fit, [](const JudgedRow &row) {
             return QStringList{row.law, phaseOf(row), row.row->leftOut};
         }))
        tableRow(out, key + scores(rows));
    out << QString();
}

/// Other rows of the same plan and workload, by their measured speed over this one's.
QString contradictions(const SpeedFit &fit, const JudgedRow &row)
{
    double low = 1, high = 1;
    for (const JudgedRow &other : fit.rows) {
        const SpeedRow &a = *other.row, &b = *row.row;
        if (a.engine == b.engine && a.hardware == b.hardware && a.model == b.model && a.weights == b.weights
            && a.gpu == b.gpu && a.layout == b.layout && a.isPrompt == b.isPrompt && a.cached == b.cached
            && a.tokens == b.tokens && a.sequences == b.sequences) {
            low = std::min(low, b.measured / a.measured);
            high = std::max(high, b.measured / a.measured);
        }
    }
    if (low > 0.8 && high < 1.25)
        return {};
    return QStringLiteral("the same plan was also measured %1 to %2 times as fast")
        .arg(low, 0, 'f', 2)
        .arg(high, 0, 'f', 2);
}

QString whyOf(const SpeedFit &fit, const JudgedRow &row)
{
    if (const QString text = contradictions(fit, row); !text.isEmpty())
        return text;
    if (row.row->engine == QLatin1String("llama.cpp"))
        return row.row->weights == QLatin1String("bf16") && row.row->hardware.endsWith(QLatin1String("vulkan"))
                   ? QStringLiteral("Vulkan without BF16 arithmetic")
                   : QStringLiteral("a kernel of this backend that is slow or fast for this type");
    constexpr double kMostOfPeak = 0.9;
    if (row.terms[size_t(plimsoll::DecodeTerm::Prompts)] > kMostOfPeak * row.row->measured)
        return QStringLiteral("more prompts than could be prefilled in that time: the load was not continuous");
    return row.estimated > row.row->measured
               ? QStringLiteral("faster than its weights allow at this batch: probably speculative decoding that the "
                                "source does not state, or fewer sequences than stated")
               : QStringLiteral("slower under load than decoding and prefill explain: waiting that the source counts");
}

void worst(const SpeedFit &fit, QStringList &out)
{
    Rows rows;
    for (const JudgedRow &row : fit.rows)
        rows.push_back(&row);
    const auto size = [](const JudgedRow *row) { return std::abs(std::log(row->speedRatio())); };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const JudgedRow *a, const JudgedRow *b) { return size(a) > size(b); });
    out << QStringLiteral("## The ten plans that are most wrong") << QString();
    tableHead(out, {QStringLiteral("row"), QStringLiteral("engine"), QStringLiteral("model"), QStringLiteral("weights"),
                    QStringLiteral("GPU"), QStringLiteral("layout"), QStringLiteral("what"),
                    QStringLiteral("measured, ms"), QStringLiteral("estimated, ms"), QStringLiteral("why")});
    std::set<QString> seen;
    for (const JudgedRow *row : rows) {
        const SpeedRow &of = *row->row;
        if (!seen.insert(QStringList{of.model, of.weights, of.gpu, of.layout, phaseOf(*row)}.join(QLatin1Char(' ')))
                 .second)
            continue;
        tableRow(out, {of.row, of.engine, of.model, of.weights, of.gpu, of.layout, phaseOf(*row),
                       QString::number(of.measured * 1000, 'g', 4), QString::number(row->estimated * 1000, 'g', 4),
                       whyOf(fit, *row)});
        if (seen.size() == 10)
            break;
    }
    out << QString();
}

void heldOut(const SpeedFit &fit, QStringList &out)
{
    out << QStringLiteral("## Rows that played no part") << QString()
        << QStringLiteral("GPUs, engines and models that no law was fitted on, first compared when the laws were done:")
        << QString();
    tableHead(out, {QStringLiteral("row"), QStringLiteral("engine"), QStringLiteral("model"), QStringLiteral("weights"),
                    QStringLiteral("GPU"), QStringLiteral("layout"), QStringLiteral("what"),
                    QStringLiteral("measured, ms"), QStringLiteral("estimated, ms"), QStringLiteral("error"),
                    QStringLiteral("roofline's error"), QStringLiteral("within the interval")});
    for (const JudgedRow &row : fit.heldOut) {
        const SpeedRow &of = *row.row;
        const Interval interval = intervalOf(intervalRows(fit, row.law, of.isPrompt));
        const bool within = row.speedRatio() >= interval.below && row.speedRatio() <= interval.above;
        tableRow(out, {of.row, of.engine, of.model, of.weights, of.gpu, of.layout,
                       of.isPrompt ? QStringLiteral("prefill of %1 after %2").arg(of.tokens).arg(of.cached)
                                   : QStringLiteral("decode of %1 at %2").arg(of.sequences).arg(of.cached),
                       QString::number(of.measured * 1000, 'g', 4), QString::number(row.estimated * 1000, 'g', 4),
                       percent(errorOf(row.estimated, row)), percent(errorOf(row.roofline, row)),
                       within ? QStringLiteral("yes") : QStringLiteral("no")});
    }
    out << QString();
}

void unused(const SpeedRows &rows, QStringList &out)
{
    out << QStringLiteral("## Rows that are not compared") << QString();
    tableHead(out, {QStringLiteral("rows"), QStringLiteral("why")});
    const CsvFile file(QStringLiteral("speed/unused.csv"));
    for (const CsvRow &row : file.rows())
        tableRow(out, {row.text("rows"), row.text("why")});
    for (const QString &each : rows.unused)
        tableRow(out, {QStringLiteral("1"), each});
    out << QString();
}

} // namespace

QString speedMarkdown(const SpeedFit &fit, const SpeedRows &rows)
{
    QStringList out;
    out << QStringLiteral("<!-- SPDX-FileCopyrightText: 2026 The Plimsoll authors -->")
        << QStringLiteral("<!-- SPDX-License-Identifier: GPL-3.0-or-later -->") << QStringLiteral("# Accuracy of speed")
        << QString()
        << QStringLiteral(
               "Written by `plimsoll-accuracy --speed --write` from the rows of `tests/data/speed/`, which others "
               "published. Every row is")
        << QStringLiteral(
               "judged by a law that was fitted without its model (servers; DeepSeek-V3 and R1 count as one) or "
               "without its GPU (llama.cpp).")
        << QStringLiteral(
               "Errors are of the time: of a decode step, of a prompt. \"Fitted on them\" is the law that is "
               "shipped, which knows the rows;")
        << QStringLiteral(
               "the roofline is the larger of bytes over bandwidth and FLOPs over peak, as calculators have it. "
               "The penalty of the fit and the")
        << QStringLiteral(
               "list of terms were chosen while looking at these errors, so they are a little too good; the rows "
               "that played no part are apart.")
        << QString();
    overall(fit, out);
    byLaw(fit, out);
    byLeftOut(fit, out);
    heldOut(fit, out);
    worst(fit, out);
    unused(rows, out);
    while (out.last().isEmpty())
        out.removeLast();
    return out.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace accuracy
