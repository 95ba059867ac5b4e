// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planning.h"

#include "core/calibration/calibratedplan.h"
#include "core/catalog/nativeformat.h"
#include "core/engines/enginerules.h"
#include "core/engines/ruleofthumb/ruleofthumb.h"
#include "core/planning/layouts.h"
#include "core/planning/planmodel.h"
#include "core/planning/requests.h"
#include "core/planning/speed/speedload.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Planning)
};

Error typed(const char *code, const QString &field, const QString &text)
{
    return {QLatin1String(code), field, text, ErrorKind::Typed};
}

Result<qint64> checkedCount(std::optional<qint64> value, qint64 fallback, qint64 high, const QString &field)
{
    const qint64 count = value.value_or(fallback);
    if (count < 1 || count > high)
        return typed("bad-number", field,
                     Text::tr("%1: %2 is out of range; expected 1 to %3").arg(field).arg(count).arg(high));
    return count;
}

struct Gpus {
    std::vector<Gpu> kinds;
    std::vector<const Gpu *> ranks; ///< one entry a rank
    std::vector<qint32> indices;
};

Result<Gpus> resolveGpus(const Plan &plan, const Catalog &catalog)
{
    Gpus gpus;
    gpus.kinds.reserve(plan.gpus.size());
    for (size_t i = 0; i < plan.gpus.size(); ++i) {
        const QString place = QStringLiteral("gpus[%1]").arg(i);
        const GpuChoice &choice = plan.gpus[i];
        if (choice.count < 1 || choice.count > kMaxGpus)
            return typed(
                "bad-number", place + QLatin1String(".count"),
                Text::tr("%1.count: %2 is out of range; expected 1 to %3").arg(place).arg(choice.count).arg(kMaxGpus));
        Result<Gpu> gpu = catalog.gpu(choice.id, place + QLatin1String(".id"));
        if (!gpu)
            return gpu.error();
        gpus.kinds.push_back(std::move(gpu).value());
    }
    if (plan.gpuCount() > kMaxGpus)
        return typed("bad-number", QStringLiteral("gpus"),
                     Text::tr("gpus: %1 GPUs are too many; at most %2").arg(plan.gpuCount()).arg(kMaxGpus));
    for (size_t i = 0; i < plan.gpus.size(); ++i) {
        for (qint32 n = 0; n < plan.gpus[i].count; ++n) {
            gpus.ranks.push_back(&gpus.kinds[i]);
            gpus.indices.push_back(qint32(i));
        }
    }
    return gpus;
}

/// The same bytes for every tensor: BF16 and FP16 are one bar of the comparison.
bool storesAlike(const Format &a, const Format &b)
{
    if (a.id == b.id && a.family == b.family)
        return true;
    return a.block == b.block && a.keptBlock == b.keptBlock && a.keeps == b.keeps && a.expertBlock == b.expertBlock
           && a.bytesPerRow == b.bytesPerRow && a.mix.empty() && b.mix.empty();
}

/// Looks up the weight formats of all slots; sets ownSlot and nativeName.
std::optional<Error> resolveFormats(const Catalog &catalog, ResolvedPlan &resolved)
{
    const auto comparison = resolved.engine->comparisonFormats();
    for (size_t f = 0; f < kComparisonFormats; ++f) {
        Result<Format> format = catalog.format(comparison[f].format, QStringLiteral("weights"));
        if (!format)
            return format.error();
        resolved.formats[f] = std::move(format).value();
    }
    const bool isFree = std::holds_alternative<FreeSize>(resolved.plan.model);
    QString wanted = resolved.plan.weights.trimmed().toLower();
    if (wanted.isEmpty())
        wanted = isFree ? QStringLiteral("bf16") : QStringLiteral("native");
    const Format native = nativeFormat(catalog, *resolved.model);
    resolved.nativeName = native.name;
    resolved.published = native;
    if (wanted == QLatin1String("native")) {
        resolved.formats[kOwnFormat] = native;
    } else {
        Result<Format> own = catalog.format(wanted, QStringLiteral("weights"));
        if (!own)
            return own.error();
        if (!own->forWeights)
            return typed(
                "bad-format", QStringLiteral("weights"),
                Text::tr("weights: %1 is not a format for weights; see \"plimsoll catalog formats\"").arg(own->name));
        resolved.formats[kOwnFormat] = std::move(own).value();
        wanted = resolved.formats[kOwnFormat].id;
    }
    resolved.plan.weights = wanted;
    resolved.ownSlot = kOwnFormat;
    for (qint32 f = 0; f < kComparisonFormats; ++f) {
        if (storesAlike(resolved.formats[size_t(f)], resolved.formats[kOwnFormat])) {
            resolved.ownSlot = f;
            break;
        }
    }
    return std::nullopt;
}

Result<BitsPerWeight> kvBlock(const Catalog &catalog, const QString &wanted, const QString &field)
{
    Result<Format> format = catalog.format(wanted, field);
    if (!format)
        return format.error();
    if (!format->forKvCache)
        return typed("bad-format", field,
                     Text::tr("%1: %2 is not a format for the KV cache; see \"plimsoll catalog formats\"")
                         .arg(field, format->name));
    return format->block;
}

std::optional<Error> resolveKvFormats(const Catalog &catalog, ResolvedPlan &resolved)
{
    const auto automatic = [](const QString &text) { return text.isEmpty() || text == QLatin1String("auto"); };
    const QString keys = resolved.plan.kvKeys.trimmed().toLower();
    const QString values = resolved.plan.kvValues.trimmed().toLower();
    for (size_t f = 0; f < kFormatSlots; ++f) {
        const QString fallback = resolved.engine->defaultKvFormat(*resolved.model, resolved.formats[f]);
        const QString k = automatic(keys) ? fallback : keys;
        const QString v = automatic(values) ? fallback : values;
        const Result<BitsPerWeight> kBlock = kvBlock(catalog, k, QStringLiteral("kvCache.k"));
        if (!kBlock)
            return kBlock.error();
        const Result<BitsPerWeight> vBlock = kvBlock(catalog, v, QStringLiteral("kvCache.v"));
        if (!vBlock)
            return vBlock.error();
        resolved.kv[f] = {*kBlock, *vBlock};
        if (f == kOwnFormat) {
            resolved.kvKeysName = catalog.findFormat(k)->name;
            resolved.kvValuesName = catalog.findFormat(v)->name;
        }
    }
    resolved.plan.kvKeys = automatic(keys) ? QStringLiteral("auto") : keys;
    resolved.plan.kvValues = automatic(values) ? QStringLiteral("auto") : values;
    return std::nullopt;
}

std::optional<Error> resolveEngine(const Catalog &catalog, ResolvedPlan &resolved)
{
    Plan &plan = resolved.plan;
    if (plan.engine.isEmpty())
        plan.engine =
            std::holds_alternative<FreeSize>(plan.model) ? QStringLiteral("rule-of-thumb") : QStringLiteral("vllm");
    Result<std::shared_ptr<const EngineRules>> engine = findEngine(plan.engine, catalog, QStringLiteral("engine.id"));
    if (!engine)
        return engine.error();
    resolved.engine = *engine;
    VersionAge age{};
    const Result<QString> version = checkedVersion(*resolved.engine, plan.engineVersion, &age);
    if (!version)
        return version.error();
    const Result<QJsonObject> options = checkedOptions(*resolved.engine, plan.engineOptions);
    if (!options)
        return options.error();
    resolved.engineVersion = *version;
    resolved.options = *options;
    plan.engine = resolved.engine->id();
    if (plan.engineVersion.isEmpty())
        plan.engineVersion = *version;
    plan.engineOptions = *options;
    resolved.calibration = calibrationOf(catalog, *resolved.engine, plan.engineVersion, *options);
    resolved.warnings.set(size_t(Warning::EngineVersionNewer), age == VersionAge::Newer);
    resolved.warnings.set(size_t(Warning::EngineVersionOlder), age == VersionAge::Older);
    return std::nullopt;
}

void setWarnings(const Catalog &catalog, ResolvedPlan &resolved)
{
    const auto warn = [&](Warning warning, bool on) { resolved.warnings.set(size_t(warning), on); };
    const bool rule = resolved.engine->dividesFreely();
    warn(Warning::AssumedShape, resolved.model->shapeIsAssumed && !rule);
    warn(Warning::UserCatalog, catalog.hasUserData());
    warn(Warning::Calibrated, !recordsUsed(resolved).empty());
    warn(Warning::MtpNotLoaded, resolved.parameters.mtp > 0 && !(resolved.draft && resolved.draft->sharesEmbeddings));
    warn(Warning::VisionIncluded, resolved.parameters.vision > 0);
    const QString kind = attentionKind(*resolved.model);
    const bool isRecurrent = kind == QLatin1String("hybrid") || kind == QLatin1String("state-space");
    warn(Warning::FewMeasurements,
         !rule
             && (!resolved.engine->hardlyMeasured(resolved.engineVersion, resolved.options).isEmpty()
                 || (isRecurrent && !resolved.engine->measuresRecurrentState(*resolved.model))
                 || kind == QLatin1String("compressed") || kind == QLatin1String("linear")));
    // vllm/v1/worker/gpu_worker.py: free memory at the start must be at least gpu_memory_utilization x the card.
    const bool needsShare = resolved.engine->id() == QLatin1String("vllm");
    const std::vector<RankLoad> &ranks = resolved.layout.ranks;
    warn(Warning::ShareNotFree, needsShare && std::any_of(ranks.begin(), ranks.end(), [](const RankLoad &rank) {
                                    return rank.usable.count() > 0 && rank.budget > rank.usable;
                                }));
    const Neighbours &neighbours = resolved.neighbours;
    warn(Warning::SharedGpu, !neighbours.all.empty() && !resolved.gpus.empty());
    warn(Warning::SharedOnSome, neighbours.taken.count() > 0
                                    && std::any_of(neighbours.all.begin(), neighbours.all.end(), [&](const auto &each) {
                                           return each.gpus < resolved.plan.gpuCount();
                                       }));
    warn(Warning::NeighbourTooLarge,
         std::any_of(neighbours.all.begin(), neighbours.all.end(), [](const auto &each) { return !each.fits; }));
    const FormatFamily family = resolved.formats[kOwnFormat].family;
    warn(Warning::WeightsFormatUnusual, resolved.engine->id() == QLatin1String("vllm")
                                            && (family == FormatFamily::GgufMix || family == FormatFamily::GgufType));
    for (const Gpu &gpu : resolved.gpus) {
        if (gpu.unifiedMemory)
            warn(Warning::SharedMemory, true);
        else if (!gpu.usableIsMeasured)
            warn(Warning::GpuMemoryEstimated, true);
    }
}

} // namespace

Result<ResolvedPlan> resolve(const Plan &plan, const Catalog &catalog)
{
    ResolvedPlan resolved;
    resolved.plan = plan;
    resolved.plan.pins = {};
    if (const auto error = resolveEngine(catalog, resolved))
        return *error;
    if (const auto error = resolveModel(plan.model, catalog, resolved))
        return *error;

    const qint64 limit = resolved.model->contextLimit;
    const Result<qint64> context = checkedCount(plan.contextLength, defaultContext(plan.requests, limit), kMaxTokens,
                                                QStringLiteral("contextLength"));
    if (!context)
        return context.error();
    const Result<qint64> sequences = checkedCount(plan.sequences, 1, kMaxSequences, QStringLiteral("sequences"));
    if (!sequences)
        return sequences.error();
    resolved.plan.contextLength = *context;
    resolved.plan.sequences = *sequences;

    if (const auto error = resolveFormats(catalog, resolved))
        return *error;
    if (const auto error = resolveKvFormats(catalog, resolved))
        return *error;
    const auto draft = findDraft(resolved.options, *resolved.model, catalog);
    if (!draft)
        return draft.error();
    resolved.draft = *draft;
    Result<Gpus> gpus = resolveGpus(plan, catalog);
    if (!gpus)
        return gpus.error();
    for (size_t i = 0; i < gpus->kinds.size(); ++i)
        resolved.plan.gpus[i].id = gpus->kinds[i].id;
    if (!plan.beside.empty()) {
        Result<Neighbours> neighbours = neighboursOn(resolved.plan, catalog);
        if (!neighbours)
            return neighbours.error();
        resolved.neighbours = std::move(neighbours).value();
    }
    const Result<Parallel> parallel =
        checkedLayout(plan, *resolved.engine, resolved.options, *resolved.model, gpus->kinds);
    if (!parallel)
        return parallel.error();
    resolved.plan.parallel = *parallel;
    if (resolved.draft && !resolved.draft->sharesEmbeddings) {
        if (const QString why = resolved.engine->whyIllegal(resolved.draft->model, *parallel, nullptr); !why.isEmpty())
            return typed("illegal-layout", QStringLiteral("engine.options.speculativeModel"),
                         Text::tr("engine.options.speculativeModel: %1").arg(why));
    }

    const EngineInput input = engineInput(resolved, resolved.formats, resolved.kv);
    resolved.layout = resolved.engine->load(input, *parallel, gpus->ranks, gpus->indices);
    calibrate(resolved.layout, *resolved.engine, input, gpus->kinds);
    if (resolved.layout.ranks.size() > size_t(kMaxDeviceClasses)) {
        return typed("too-many-loads", QStringLiteral("parallel"),
                     Text::tr("parallel: %1 pipeline stages on these GPUs are too many; at most %2")
                         .arg(resolved.layout.ranks.size())
                         .arg(kMaxDeviceClasses));
    }
    if (!gpus->kinds.empty())
        resolved.candidates = candidateLayouts(*resolved.engine, input, gpus->kinds.front(), resolved.neighbours.gpus);
    resolved.gpus = std::move(gpus->kinds);
    resolved.memoryIsDivisible = resolved.engine->dividesFreely();
    resolved.kvBytesPerToken = kvBytesPerToken(*resolved.model, resolved.kv[kOwnFormat]);
    resolved.ruleOfThumb = ruleOfThumbBytes(ruleOfThumbWeights(*resolved.model, resolved.formats[kOwnFormat]));
    resolved.spread = resolved.engine->interval(resolved);
    resolved.speed = speedLoad(resolved, catalog);
    setWarnings(catalog, resolved);
    if (const auto error = checkRequests(plan.requests, *context))
        return *error;
    setWorkload(resolved, workloadOf(resolved, *context, *sequences));
    return resolved;
}

namespace {

/// Larger layouts than the smallest that fits in every format are never asked for.
void applyWorkload(ResolvedPlan &resolved)
{
    resolved.engine->applyWorkload(resolved.layout, resolved.workload);
    for (LayoutLoad &candidate : resolved.candidates) {
        resolved.engine->applyWorkload(candidate, resolved.workload);
        bool fits = true;
        for (const RankLoad &rank : candidate.ranks) {
            for (int f = 0; f < kFormatSlots && fits; ++f) {
                DeviceEstimate device;
                resolved.engine->chargeRank(rank, f, resolved.workload, candidate.parallel.data, device);
                fits = device.fits;
            }
        }
        if (fits)
            return;
    }
}

} // namespace

void setWorkload(ResolvedPlan &resolved, Workload workload)
{
    resolved.workload = workload;
    resolved.plan.contextLength = workload.contextLength;
    resolved.plan.sequences = workload.sequences;
    applyWorkload(resolved);
    const qint64 limit = resolved.model->contextLimit;
    resolved.warnings.set(size_t(Warning::BeyondModelContext), limit > 0 && workload.contextLength > limit);
}

} // namespace plimsoll
