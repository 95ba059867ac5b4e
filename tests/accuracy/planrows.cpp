// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/planrows.h"

#include "core/catalog/catalog.h"
#include "core/engines/enginerules.h"

#include <QJsonArray>
#include <QVersionNumber>

#include <algorithm>
#include <array>

namespace accuracy {
namespace {

using namespace plimsoll;

struct Card {
    const char *words; ///< in the row's gpu_model
    const char *id;
};

constexpr std::array<Card, 16> cards = {{
    {"H100 80", "nvidia-h100-sxm-80gb"},
    {"H100 NVL", "nvidia-h100-nvl-94gb"},
    {"H100", "nvidia-h100-sxm-80gb"},
    {"A100 40", "nvidia-a100-sxm-40gb"},
    {"A100-SXM4-40", "nvidia-a100-sxm-40gb"},
    {"A100", "nvidia-a100-sxm-80gb"},
    {"A800", "nvidia-a100-sxm-80gb"},
    {"H200", "nvidia-h200-sxm-141gb"},
    {"H20", "nvidia-h200-sxm-141gb"},
    {"L40S", "nvidia-l40s-48gb"},
    {"L4", "nvidia-l4-24gb"},
    {"3090", "nvidia-rtx-3090-24gb"},
    {"4090", "nvidia-rtx-4090-24gb"},
    {"A6000", "nvidia-rtx-a6000-48gb"},
    {"A10", "nvidia-a10-24gb"},
    {"A40", "nvidia-a40-48gb"},
}};

/// A card of about that size, where the row names none.
const char *cardOfSize(double totalGiB)
{
    if (totalGiB > 100)
        return "nvidia-h200-sxm-141gb";
    if (totalGiB > 60)
        return "nvidia-h100-sxm-80gb";
    if (totalGiB > 42)
        return "nvidia-l40s-48gb";
    if (totalGiB > 30)
        return "nvidia-a100-sxm-40gb";
    return totalGiB > 0 ? "nvidia-rtx-3090-24gb" : "nvidia-h100-sxm-80gb";
}

QString cardOf(const CsvRow &row)
{
    const QString name = row.text("gpu_model");
    for (const Card &card : cards) {
        if (name.contains(QLatin1String(card.words)))
            return QLatin1String(card.id);
    }
    return QLatin1String(
        cardOfSize(row.has("total_gpu_gib") ? row.number("total_gpu_gib") : row.number("avail_before_load_gib")));
}

} // namespace

Plan planOfRow(const CsvRow &row, const QString &engine)
{
    Plan plan;
    plan.model = NamedModel{row.text("catalog_id")};
    plan.weights = row.text("format");
    if (row.text("kv_cache_dtype").startsWith(QLatin1String("fp8")))
        plan.kvKeys = plan.kvValues = QStringLiteral("fp8");
    plan.engine = engine;
    plan.engineVersion = row.text("rules_version");
    plan.contextLength = row.integer("max_model_len", 8192);
    const qint32 tensor = qint32(row.integer("tp", 1)), pipeline = qint32(row.integer("pp", 1));
    plan.gpus = {{cardOf(row), tensor * pipeline}};
    plan.parallel = Parallel{tensor, pipeline, 1, 1};
    return plan;
}

QString configurationOf(const CsvRow &row)
{
    QStringList parts;
    for (const char *column : {"model", "format", "rules_version", "gpu_model", "tp", "pp", "max_num_seqs"})
        parts.append(row.text(column));
    // Before chunked prefill the longest request decides the activation peak.
    if (QVersionNumber::fromString(row.text("rules_version")) < QVersionNumber(0, 8))
        parts.append(row.text("max_model_len"));
    return parts.join(QLatin1Char(' '));
}

RangeName rangeOfPlan(const ResolvedPlan &plan)
{
    static const Catalog catalog = Catalog::builtIn();
    RangeName found{QStringLiteral("0"), QStringLiteral("all versions")};
    const QVersionNumber version = QVersionNumber::fromString(plan.engineVersion);
    const QJsonArray records = catalog.engineConstants(plan.engine->id()).value(QLatin1String("records")).toArray();
    for (const QJsonValue &value : records) {
        const QJsonObject record = value.toObject();
        const QString from = record.value(QLatin1String("from")).toString();
        const QString name = record.value(QLatin1String("name")).toString();
        // Records of the same name differ in a detail; their rows are one range.
        if (version >= QVersionNumber::fromString(from) && name != found.name)
            found = {from, name};
    }
    return found;
}

} // namespace accuracy
