// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/report.h"

#include "tests/accuracy/csvfile.h"
#include "tests/accuracy/residualtables.h"
#include "tests/accuracy/score.h"

#include <algorithm>
#include <array>
#include <set>

namespace accuracy {
namespace {

/// What an error is held against, and what the best of the tools that publish an error reaches on the same item.
struct Yardstick {
    const char *engine, *item, *range; ///< an empty range means all
    double worst;                      ///< an error of this size is "large": rows are ranked by error / worst
    const char *goal, *peer;
};

constexpr std::array<Yardstick, 15> yardsticks = {{
    {"vllm", "weights", "", 1, "mean 0.1 %, worst 1 %", "0.85 % mean"},
    {"vllm", "activation", "V1 from 0.15", 0.15, "mean 0.03 GiB, worst 0.15", "about 3 GiB"},
    {"vllm", "activation", "", 0.6, "", "about 3 GiB"},
    {"vllm", "non-torch", "", 0.6, "", ""},
    {"vllm", "graphs", "", 0.6, "", ""},
    {"vllm", "activation + non-torch + graphs", "V1 from 0.15", 0.6, "mean 0.15 GiB, worst 0.6",
     "1.27 GiB without the graphs"},
    {"vllm", "activation + non-torch + graphs", "", 2, "", ""},
    {"vllm", "KV pool", "", 1, "", ""},
    {"vllm", "KV pool, relative", "V1 from 0.15", 1, "0.1 GiB or 1 %", "6.6 %"},
    {"vllm", "KV pool, relative", "", 4, "mean 4 %", "6.6 %"},
    {"vllm", "KV tokens from the printed pool", "", 2, "exact; 2 % hybrid and windowed", "55 to 167 %"},
    {"sglang", "KV pool from the log's free memory", "", 0.05, "0.05 GiB", ""},
    {"sglang", "weights", "", 1, "", ""},
    {"sglang", "KV pool, relative", "", 4, "", ""},
    {"llama.cpp", "total GPU memory", "", 4, "mean 0.3 %, worst 4 %", "1.9 % mean, 55 % worst"},
}};

const Yardstick *yardstickOf(const QString &engine, const QString &item, const QString &range)
{
    for (const Yardstick &each : yardsticks) {
        if (engine == QLatin1String(each.engine) && item == QLatin1String(each.item)
            && (each.range[0] == '\0' || range == QLatin1String(each.range)))
            return &each;
    }
    return nullptr;
}

QString figure(double value, Unit unit)
{
    return unit == Unit::Percent ? QString::number(value, 'f', 2) + QLatin1String(" %")
                                 : QString::number(value, 'f', 3) + QLatin1String(" GiB");
}

void table(QStringList &out, const QStringList &header)
{
    out << QLatin1String("| ") + header.join(QLatin1String(" | ")) + QLatin1String(" |");
    out << QLatin1String("|") + QStringLiteral(" --- |").repeated(header.size());
}

void line(QStringList &out, const QStringList &cells)
{
    out << QLatin1String("| ") + cells.join(QLatin1String(" | ")) + QLatin1String(" |");
}

void errorsByItem(const Measurements &all, const QString &engine, QStringList &out)
{
    out << QStringLiteral("### Error by item and version") << QString();
    table(out, {QStringLiteral("item"), QStringLiteral("version"), QStringLiteral("configurations"),
                QStringLiteral("rows"), QStringLiteral("mean"), QStringLiteral("90th percentile"),
                QStringLiteral("worst"), QStringLiteral("goal"), QStringLiteral("best peer")});
    for (const auto &[key, observations] : grouped(all, [](const Observation &o) {
             return QStringList{o.engine, o.item, o.range};
         })) {
        if (key[0] != engine)
            continue;
        const Score score = scoreOf(observations);
        const Yardstick *yard = yardstickOf(engine, key[1], key[2]);
        line(out,
             {key[1], key[2], QString::number(score.configurations), QString::number(score.rows),
              figure(score.mean, score.unit), figure(score.percentile90, score.unit), figure(score.worst, score.unit),
              QLatin1String(yard ? yard->goal : ""), QLatin1String(yard ? yard->peer : "")});
    }
    out << QString();
}

void errorsByKind(const Measurements &all, const QString &engine, QStringList &out)
{
    out << QStringLiteral("### Error by kind of architecture") << QString();
    table(out, {QStringLiteral("kind"), QStringLiteral("item"), QStringLiteral("configurations"),
                QStringLiteral("mean"), QStringLiteral("worst")});
    auto groups = grouped(all, [](const Observation &o) { return QStringList{o.engine, o.kind, o.item}; });
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto &a, const auto &b) { return a.first[1] < b.first[1]; });
    for (const auto &[key, observations] : groups) {
        if (key[0] != engine)
            continue;
        const Score score = scoreOf(observations);
        line(out, {key[1], key[2], QString::number(score.configurations), figure(score.mean, score.unit),
                   figure(score.worst, score.unit)});
    }
    out << QString();
}

void coverages(const Measurements &all, const QString &engine, QStringList &out)
{
    std::set<QString> ranges;
    for (const Total &total : all.totals) {
        if (total.engine == engine)
            ranges.insert(total.range);
    }
    if (ranges.empty())
        return;
    out << QStringLiteral("### The 90 % interval, each model left out of the table that it is tested with")
        << QString();
    table(out, {QStringLiteral("version"), QStringLiteral("configurations"), QStringLiteral("covered"),
                QStringLiteral("median width"), QStringLiteral("90th percentile of the error")});
    const auto add = [&](const QString &range, const QString &name) {
        const Coverage c = leaveOneModelOut(all.totals, engine, range);
        line(out,
             {name, QString::number(c.configurations), QString::number(100 * c.covered, 'f', 1) + QLatin1String(" %"),
              figure(c.medianWidth, Unit::GiB), figure(c.percentile90, Unit::GiB)});
    };
    for (const QString &range : ranges)
        add(range, range);
    if (ranges.size() > 1)
        add({}, QStringLiteral("all"));
    out << QString();
}

QString reasonOf(const Observation &observation)
{
    static const CsvFile file(QStringLiteral("known_misses.csv"));
    for (const CsvRow &row : file.rows()) {
        if (row.text("row") == observation.row && observation.item.startsWith(row.text("item")))
            return row.text("reason");
    }
    return QStringLiteral("not explained");
}

void worstRows(const Measurements &all, const QString &engine, QStringList &out)
{
    std::vector<const Observation *> ranked;
    const auto weight = [](const Observation *o) {
        const Yardstick *yard = yardstickOf(o->engine, o->item, o->range);
        return std::abs(o->error()) / (yard ? yard->worst : 1);
    };
    for (const Observation &observation : all.observations) {
        if (observation.engine == engine)
            ranked.push_back(&observation);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](const Observation *a, const Observation *b) { return weight(a) > weight(b); });
    out << QStringLiteral("### The ten worst, each row once, by error over what counts as large for the item")
        << QString();
    table(out, {QStringLiteral("row"), QStringLiteral("model"), QStringLiteral("item"), QStringLiteral("measured"),
                QStringLiteral("estimated"), QStringLiteral("error"), QStringLiteral("likely reason")});
    std::set<QString> seen;
    for (const Observation *o : ranked) {
        if (seen.size() == 10)
            break;
        if (!seen.insert(o->row).second)
            continue;
        line(out, {o->row, o->model, o->item, QString::number(o->measured, 'f', 2),
                   QString::number(o->estimated, 'f', 2), figure(o->error(), o->unit), reasonOf(*o)});
    }
    out << QString();
}

void unusedRows(const Measurements &all, const QString &engine, QStringList &out)
{
    std::map<QString, QStringList> byReason;
    for (const Unused &unused : all.unused) {
        if (unused.engine == engine)
            byReason[unused.why].append(unused.row);
    }
    if (byReason.empty())
        return;
    out << QStringLiteral("### Not compared, and why") << QString();
    for (const auto &[why, rows] : byReason)
        out << QStringLiteral("- %1: %2").arg(why, rows.join(QLatin1String(", ")));
    out << QString();
}

} // namespace

QString markdown(const Measurements &all)
{
    QStringList engines;
    std::set<QString> used;
    for (const Observation &observation : all.observations) {
        used.insert(observation.row);
        if (!engines.contains(observation.engine))
            engines.append(observation.engine);
    }
    for (const Unused &unused : all.unused) {
        if (!engines.contains(unused.engine))
            engines.append(unused.engine);
    }
    QStringList out = {
        QStringLiteral("<!-- SPDX-FileCopyrightText: 2026 The Plimsoll authors -->"),
        QStringLiteral("<!-- SPDX-License-Identifier: GPL-3.0-or-later -->"),
        QStringLiteral("# How right the estimates are"),
        QString(),
        QStringLiteral(
            "Written by `plimsoll-accuracy --write`, which runs every measured row in `tests/data` through the "
            "same `resolve()` and `estimate()` as the program. A test fails when an error grows past what "
            "stands here. Errors are estimated - measured on one GPU, absolute, and every distinct "
            "configuration counts once, however often it was run."),
        QString(),
        QStringLiteral("%1 rows were read, %2 of them compared in at least one figure.").arg(all.rows).arg(used.size()),
        QString()};
    for (const QString &engine : engines) {
        out << QStringLiteral("## %1").arg(engine) << QString();
        const bool compared = std::any_of(all.observations.begin(), all.observations.end(),
                                          [&](const Observation &o) { return o.engine == engine; });
        if (compared) {
            errorsByItem(all, engine, out);
            errorsByKind(all, engine, out);
            coverages(all, engine, out);
            worstRows(all, engine, out);
        }
        unusedRows(all, engine, out);
    }
    while (out.last().isEmpty())
        out.removeLast();
    return out.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace accuracy
