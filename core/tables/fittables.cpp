// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sentences.h"
#include "core/planning/speed/speedtext.h"
#include "core/tables/tablemakers.h"
#include "core/tables/tableparts.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

/// How many of a GPU carry the plan; nothing where none do.
TableCell needed(const FitCell &cell)
{
    TableCell made = knownCount(cell.count);
    if (!cell.fits())
        made.shown = QStringLiteral("–");
    return made;
}

/// The answer of a question as one value, by the key that plimsoll.fit/1 has it under.
TableCell answerCell(const QJsonObject &answer)
{
    for (const char *key : {"format", "gpu", "model"}) {
        if (answer.contains(QLatin1String(key)))
            return answer.value(QLatin1String(key)).toString();
    }
    for (const char *key : {"contextLength", "sequences", "count"}) {
        if (answer.contains(QLatin1String(key)))
            return TableCell::count(answer.value(QLatin1String(key)).toInteger());
    }
    const QJsonObject layout = answer.value(QLatin1String("parallel")).toObject();
    if (layout.isEmpty())
        return {};
    QStringList parts;
    for (const auto &[name, key] : {std::pair("tp", "tensor"), {"pp", "pipeline"}, {"dp", "data"}, {"ep", "expert"}})
        parts << QStringLiteral("%1=%2").arg(QLatin1String(name)).arg(layout.value(QLatin1String(key)).toInt(1));
    return TableCell(parts.join(QLatin1Char(' ')));
}

TableCell bytesOf(const QJsonObject &answer)
{
    const QJsonValue headroom = answer.value(QLatin1String("headroomBytes"));
    return headroom.isDouble() ? TableCell::count(headroom.toInteger()) : TableCell();
}

} // namespace

Table whatFitsTable(const std::vector<GpuFit> &fits, const TableValues &values)
{
    Table table;
    table.title = Text::tr("GPUs that carry it: %1").arg(planTitle(values.plan, values.locale));
    table.add("gpu", Text::tr("GPU"));
    table.add("gpus_needed", Text::tr("Needed"));
    table.add("tensor_parallel", {}, TableUnit::None, TableReader::Machines);
    table.add("pipeline_parallel", {}, TableUnit::None, TableReader::Machines);
    table.add("total_bytes", Text::tr("In all"), TableUnit::Bytes);
    table.add("headroom_bytes", Text::tr("To spare"), TableUnit::Bytes);
    table.add("decode_tokens_per_second", Text::tr("Each user"), TableUnit::TokensPerSecond);
    table.add("speed_is_bound", {}, TableUnit::None, TableReader::Machines);
    table.add("price_per_hour_dollars", Text::tr("An hour"), TableUnit::Dollars);
    table.add("price_as_of", Text::tr("As of"));
    table.add("price_per_million_tokens_dollars", Text::tr("1 M tokens"), TableUnit::Dollars);
    table.add("power_watts", Text::tr("Power"), TableUnit::Watts);
    for (const GpuFit &fit : fits) {
        const bool hasSpeed = fit.decodeTokensPerSecond >= 0;
        TableCell count = fit.fits ? TableCell::count(fit.count) : TableCell();
        if (!fit.fits)
            count.shown = Text::tr("none");
        TableCell speed = knownNumber(fit.decodeTokensPerSecond);
        TableCell price = knownNumber(fit.pricePerMillionTokens());
        if (hasSpeed && fit.speedIsBound) {
            speed.shown = Text::tr("≤ %1").arg(speedNumber(fit.decodeTokensPerSecond, values.locale));
            if (fit.pricePerMillionTokens() >= 0)
                price.shown = Text::tr("≥ %1").arg(values.locale.toString(fit.pricePerMillionTokens(), 'f', 2));
        }
        table.rows.push_back(
            {{TableCell(fit.gpu, fit.name), count, fit.fits ? TableCell::count(fit.parallel.tensor) : TableCell(),
              fit.fits ? TableCell::count(fit.parallel.pipeline) : TableCell(), fit.total, fit.headroom, speed,
              hasSpeed ? TableCell::yesNo(fit.speedIsBound) : TableCell(), knownNumber(fit.pricePerHour),
              TableCell(fit.priceAsOf), price, knownCount(fit.watts)},
             TableReader::All});
    }
    return table;
}

Table formatsTable(const FitMatrixAnswer &answer, const std::vector<int> &rows, const TableValues &values)
{
    Table table;
    table.title = Text::tr("GPUs needed in each precision: %1").arg(planTitle(values.plan, values.locale));
    table.add("gpu", Text::tr("GPU"));
    for (qsizetype i = 0; i < answer.formats.size(); ++i)
        table.columns.push_back({answer.formats[i] + QLatin1String("_gpus"), answer.formatNames[i], {}, {}});
    for (const int each : rows) {
        const Gpu &gpu = answer.gpus[size_t(each)];
        TableRow row;
        row.cells.push_back(TableCell(gpu.id, gpu.name));
        for (int format = 0; format < int(answer.formats.size()); ++format)
            row.cells.push_back(needed(answer.cell(each, format)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table modelsTable(const std::vector<Gpu> &gpus, const std::vector<ModelRow> &rows, const TableValues &values)
{
    Table table;
    table.title = Text::tr("GPUs needed for each model, all else as in %1").arg(planTitle(values.plan, values.locale));
    table.add("model", Text::tr("Model"));
    for (const Gpu &gpu : gpus)
        table.columns.push_back({gpu.id + QLatin1String("_gpus"), gpu.name, {}, {}});
    for (const ModelRow &each : rows) {
        TableRow row;
        row.cells.push_back(TableCell(each.model, each.name));
        for (const FitCell &cell : each.cells)
            row.cells.push_back(needed(cell));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table limitsTable(const std::vector<LimitRow> &rows, const TableValues &values)
{
    Table table;
    table.title = Text::tr("Limits: %1").arg(planTitle(values.plan, values.locale));
    table.add("question", Text::tr("Question"));
    table.add("answer", {}, TableUnit::None, TableReader::Machines);
    table.add("fits", {}, TableUnit::None, TableReader::Machines);
    table.add("more_bytes", {}, TableUnit::Bytes, TableReader::Machines);
    table.add("headroom_bytes", {}, TableUnit::Bytes, TableReader::Machines);
    table.add("decode_tokens_per_second", {}, TableUnit::TokensPerSecond, TableReader::Machines);
    table.add("sentence", Text::tr("Answer"));
    for (const LimitRow &each : rows) {
        const TableCell fits = TableCell::yesNo(each.fits);
        if (each.isTitle) {
            table.rows.push_back({{TableCell(each.question), {}, {}, {}, {}, {}, {}}, TableReader::People});
        } else if (each.isStep) {
            const bool hasGpus = values.estimate.hasGpus;
            table.rows.push_back({{TableCell(each.question),
                                   {},
                                   hasGpus ? fits : TableCell(),
                                   each.more,
                                   hasGpus ? TableCell(each.headroom) : TableCell(),
                                   knownNumber(each.decodeTokensPerSecond),
                                   TableCell(each.answer)},
                                  TableReader::All});
        } else {
            table.rows.push_back({{TableCell(each.id, each.question),
                                   answerCell(each.values),
                                   fits,
                                   {},
                                   bytesOf(each.values),
                                   {},
                                   TableCell(each.answer)},
                                  TableReader::All});
        }
    }
    return table;
}

} // namespace plimsoll
