// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/report.h"

#include "tests/accuracy/knownmisses.h"
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

constexpr std::array<Yardstick, 18> yardsticks = {{
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
    {"llama.cpp", "model buffers", "", 0.1, "exact", ""},
    {"llama.cpp", "KV cache and state", "", 0.1, "exact", ""},
    {"llama.cpp", "all GPU bytes, CUDA", "", 4, "mean 0.3 %, worst 4 %", "1.9 % mean, 55 % worst"},
    {"llama.cpp", "compute buffer of the host", "", 10, "", ""},
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
    const int digits = value > 0 && value < 0.01 ? 4 : 2;
    return unit == Unit::Percent ? QString::number(value, 'f', digits) + QLatin1String(" %")
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
    table(out,
          {QStringLiteral("item"), QStringLiteral("version"), QStringLiteral("configurations"), QStringLiteral("rows"),
           QStringLiteral("exact"), QStringLiteral("mean"), QStringLiteral("90th percentile"),
           QStringLiteral("worst row"), QStringLiteral("goal"), QStringLiteral("best peer")});
    for (const auto &[key, observations] : grouped(all, [](const Observation &o) {
             return QStringList{o.engine, o.item, o.range};
         })) {
        if (key[0] != engine)
            continue;
        const Yardstick *yard = yardstickOf(engine, key[1], key[2]);
        const auto add = [&](const std::vector<const Observation *> &some, const QString &name) {
            const Score score = scoreOf(some);
            line(out, {name, key[2], QString::number(score.configurations), QString::number(score.rows),
                       score.exact > 0 ? QString::number(score.exact) : QString(), figure(score.mean, score.unit),
                       figure(score.percentile90, score.unit), figure(score.worst, score.unit),
                       QLatin1String(yard ? yard->goal : ""), QLatin1String(yard ? yard->peer : "")});
        };
        add(observations, key[1]);
        if (const auto some = stated(observations); some.size() < observations.size() && !some.empty())
            add(some, key[1] + QLatin1String(", stated"));
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

QString share(double of)
{
    return QString::number(100 * of, 'f', 1) + QLatin1String(" %");
}

void coverages(const Measurements &all, const QString &engine, QStringList &out)
{
    std::map<QString, QString> ranges; // from -> name
    for (const Total &total : all.totals) {
        if (total.engine == engine)
            ranges[total.rangeFrom] = total.range;
    }
    if (ranges.empty())
        return;
    out << QStringLiteral("### The 90 % interval, tested on what is left out of the table") << QString();
    table(out, {QStringLiteral("left out"), QStringLiteral("version"), QStringLiteral("configurations"),
                QStringLiteral("covered"), QStringLiteral("with an error"), QStringLiteral("of those covered"),
                QStringLiteral("median width"), QStringLiteral("90th percentile of the error")});
    const auto add = [&](const QString &range, const QString &name, LeftOut leftOut) {
        const Coverage c = coverageOf(all, engine, range, leftOut);
        line(out, {leftOut == LeftOut::Model ? QStringLiteral("each model") : QStringLiteral("each family"), name,
                   QString::number(c.configurations), share(c.covered), QString::number(c.withErrors),
                   share(c.coveredErrors), figure(c.medianWidth, Unit::GiB), figure(c.percentile90, Unit::GiB)});
    };
    for (const auto &[from, range] : ranges)
        add(range, range, LeftOut::Model);
    if (ranges.size() > 1)
        add({}, QStringLiteral("all"), LeftOut::Model);
    if (all.architectures.count(engine) > 0)
        add({}, QStringLiteral("all"), LeftOut::Family);
    out << QString();
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
    out << QStringLiteral("### The ten worst, each configuration once, by error over what counts as large for the item")
        << QString();
    table(out, {QStringLiteral("row"), QStringLiteral("model"), QStringLiteral("item"), QStringLiteral("measured"),
                QStringLiteral("estimated"), QStringLiteral("error"), QStringLiteral("likely reason")});
    std::set<QString> seen;
    for (const Observation *o : ranked) {
        if (seen.size() == 10)
            break;
        if (!seen.insert(o->configuration).second)
            continue;
        line(out, {o->row, o->model, o->item, QString::number(o->measured, 'f', 2),
                   QString::number(o->estimated, 'f', 2), figure(o->error(), o->unit), reasonOf(o->row, o->item)});
    }
    out << QString();
}

/// What else a reader has to know about an engine's rows.
QString aboutRows(const QString &engine)
{
    if (engine == QLatin1String("llama.cpp"))
        return QStringLiteral(
            "The rows are llama.cpp 0.5.0's own reports of what it would allocate, in bytes, of 18 models of 13 "
            "architectures; docs/ACCURACY-llama.cpp.md tells what they cover. A configuration is a file, the GPUs and "
            "the layers on them, flash attention, the types of the cache and the number of sequences; context, batch, "
            "ubatch and outputs make rows of it. Peers on the same reports: node-llama-cpp, the best, is off by 1.9 % "
            "on average and 55 % at worst on its easiest 85 rows, others by 19 to 96 % on average. The CUDA context is "
            "in no report and in no interval. All families were looked at while their graphs were written, so one that "
            "is left out of the table is not unseen; architectures that were not measured have the interval that the "
            "worst rows of families give.");
    if (engine == QLatin1String("vllm"))
        return QStringLiteral(
            "A configuration is a model, its format, the rules' version, the card, tensor and pipeline parallel and "
            "max_num_seqs; in V0 also the longest request. \"Stated\" leaves out the figures whose rows do not state "
            "what they "
            "follow from, listed below; all others count them. Before 0.15 some rows print CUDA graphs as a difference "
            "of free "
            "memory that is negative: it counts as 0 as an item, and as estimated in a total.");
    if (engine == QLatin1String("sglang"))
        return QStringLiteral("A total is weights, tables of requests and what the pool's buffers round up: what is "
                              "gone between the start and "
                              "the end of the pool, beside the pool. No log prints activations.");
    return {};
}

/// Figures that are compared although the row does not state what they follow from.
void unstatedFigures(const Measurements &all, const QString &engine, QStringList &out)
{
    std::map<QString, QStringList> byReason;
    for (const Observation &o : all.observations) {
        if (o.engine == engine && o.isUnstated)
            byReason[reasonOf(o.row, o.item)].append(o.row + QLatin1Char(' ') + o.item);
    }
    if (byReason.empty())
        return;
    out << QStringLiteral("### Compared, but not stated, and why") << QString();
    for (const auto &[why, figures] : byReason)
        out << QStringLiteral("- %1: %2").arg(why, figures.join(QLatin1String(", ")));
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

QString csv(const Measurements &all)
{
    const auto quoted = [](const QString &text) -> QString {
        return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    };
    QStringList out = {QStringLiteral("engine,range,item,kind,model,configuration,row,rows,measured,estimated")};
    for (const Observation &o : all.observations)
        out << QStringList{o.engine,
                           o.range,
                           quoted(o.item),
                           o.kind,
                           quoted(o.model),
                           quoted(o.configuration),
                           quoted(o.row),
                           QString::number(o.rows),
                           QString::number(o.measured, 'g', 12),
                           QString::number(o.estimated, 'g', 12),
                           QString()}
                   .join(QLatin1Char(','));
    for (const Total &t : all.totals)
        out << QStringList{t.engine,
                           t.range,
                           QStringLiteral("total"),
                           t.kind,
                           quoted(t.model),
                           quoted(t.configuration),
                           quoted(t.row),
                           QString::number(t.rows),
                           QString::number(t.measured, 'g', 12),
                           QString::number(t.estimated, 'g', 12)}
                   .join(QLatin1Char(','));
    return out.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString markdown(const Measurements &all)
{
    QStringList engines;
    std::set<QString> used;
    int comparedRows = 0;
    for (const Observation &observation : all.observations) {
        if (used.insert(observation.row).second)
            comparedRows += observation.rows;
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
            "configuration counts once, however often it was run; the worst is that of a single row. An interval is "
            "tested with a table made without the rows of the model, or of the family, that it is tested on."),
        QString(),
        QStringLiteral("%1 rows were read, %2 of them compared in at least one figure.")
            .arg(all.rows)
            .arg(comparedRows),
        QString()};
    for (const QString &engine : engines) {
        out << QStringLiteral("## %1").arg(engine) << QString();
        if (const QString about = aboutRows(engine); !about.isEmpty())
            out << about << QString();
        const bool compared = std::any_of(all.observations.begin(), all.observations.end(),
                                          [&](const Observation &o) { return o.engine == engine; });
        if (compared) {
            errorsByItem(all, engine, out);
            errorsByKind(all, engine, out);
            coverages(all, engine, out);
            worstRows(all, engine, out);
            unstatedFigures(all, engine, out);
        }
        unusedRows(all, engine, out);
    }
    while (out.last().isEmpty())
        out.removeLast();
    return out.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace accuracy
