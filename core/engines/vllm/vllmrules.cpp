// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmrules.h"

#include "core/engines/residuals.h"
#include "core/engines/torch/loraslots.h"
#include "core/engines/torch/rankweights.h"
#include "core/engines/torch/torchserver.h"
#include "core/engines/vllm/vllmactivations.h"
#include "core/engines/vllm/vllmcache.h"
#include "core/engines/vllm/vllmconstants.h"
#include "core/engines/vllm/vllmexplain.h"
#include "core/engines/vllm/vllmoptions.h"
#include "core/memory/parameters.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <map>

namespace plimsoll {
namespace {

using namespace vllm;
using torch::RankWeights;
using torch::Stage;

/// What one rank pays besides weights and cache.
struct Overheads {
    Bytes nonTorch, context, graphs;
};

/// Weights that one kind of rank loads, by format.
struct LoadedWeights {
    std::array<Bytes, kFormatSlots> model{}, draft{};
    Bytes encoders; ///< part of the model's, in the plan's own format
};

/// The longest prompt that V0 prefills whole; 0 = any, which MLA's always are.
qint64 wholePromptsUpTo(const Constants &c, const ModelArchitecture &model)
{
    return attentionKind(model) == QLatin1String("mla") ? 0 : c.chunkedFromTokens - 1;
}

/// Where the plan names the longest request, V0 profiles with that many tokens, unless it cuts it into steps.
qint64 stepTokens(const Constants &c, const EngineInput &input, qint64 usual)
{
    const qint64 longest = input.options.value(QLatin1String("maxModelLen")).toInteger(0);
    const qint64 limit = wholePromptsUpTo(c, input.model);
    return c.profilesWholeRequests && (limit == 0 || longest <= limit) ? std::max(usual, longest) : usual;
}

/// The CUDA context before the engine starts.
Bytes contextOf(const Constants &c, const Gpu *gpu)
{
    return gpu && gpu->cudaContext.count() > 0 ? gpu->cudaContext + Bytes::fromGiB(c.contextGiB.beyondBare)
                                               : Bytes::fromGiB(c.contextGiB.withoutGpu);
}

void setCapacity(RankLoad &rank, const Gpu &gpu, const Constants &c, const EngineInput &input)
{
    const double utilization = input.options.value(QLatin1String("gpuMemoryUtilization")).toDouble(c.utilization);
    rank.usable = std::max(Bytes(), gpu.usable - input.reserve);
    rank.budget = Bytes::rounded(double(gpu.usable.count()) * utilization);
}

torch::Division division(const Constants &c, const Parallel &parallel)
{
    return torch::divisionOf(parallel,
                             c.flattensExperts ? torch::ExpertSpread::AllRanks : torch::ExpertSpread::WithinTensor);
}

class VllmRules : public torch::Server
{
    Q_DECLARE_TR_FUNCTIONS(VllmRules)

public:
    explicit VllmRules(const QJsonObject &constants)
        : m_ranges(versionRanges(constants))
        , m_residuals(constants.value(QLatin1String("residuals")).toObject())
    {
        const QJsonArray versions = constants.value(QLatin1String("versions")).toArray();
        for (const QJsonValue &version : versions)
            m_versions.append(version.toString());
    }

    QString id() const override { return QStringLiteral("vllm"); }
    QString name() const override { return QStringLiteral("vLLM"); }
    QStringList versions() const override { return m_versions; }

    QList<EngineOption> options() const override { return engineOptions(newest()); }
    torch::ExpertSpread expertSpread() const override { return torch::ExpertSpread::AllRanks; }

    bool cachesPrefixes(const ResolvedPlan &resolved) const override
    {
        return resolved.options.value(QLatin1String("enablePrefixCaching"))
            .toBool(rangeOf(m_ranges, resolved.engineVersion).prefixCaching);
    }

    LayoutLoad load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                    std::span<const qint32> gpuIndices) const override;

    QString gpuClass(const Gpu &gpu, const EngineInput &input) const override;
    void moveTo(LayoutLoad &layout, const Gpu &from, const Gpu &to, const EngineInput &input) const override;
    double chargedShare(Item item, const EngineInput &input) const override
    {
        return item != Item::Graphs || rangeOf(m_ranges, input.version).graphsInBudget ? 1 : 0;
    }
    void describePool(const ResolvedPlan &resolved, Estimate &estimate) const override;

    Explanation explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale) const override
    {
        return vllm::explain(rangeOf(m_ranges, resolved.engineVersion), item, resolved, estimate, locale);
    }

    Interval interval(const ResolvedPlan &resolved) const override
    {
        return intervalOf(m_residuals, resolved.engineVersion, *resolved.model, name());
    }

private:
    const Constants &newest() const { return m_ranges.back(); }
    Overheads overheads(const Constants &c, const ModelArchitecture &model, const Parallel &parallel,
                        const Stage &stage, const Gpu *gpu, bool eager) const;
    RankLoad rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage, const Gpu *gpu,
                    const LoadedWeights &weights) const;
    Bytes adapters(const Constants &c, const EngineInput &input, const Parallel &parallel, const Stage &stage,
                   const Format &format) const;

    std::vector<Constants> m_ranges;
    QStringList m_versions;
    QJsonObject m_residuals;
};

/// What captured CUDA graphs keep: a part of every layer's activations, and the workspace of fine-grained experts.
Bytes graphMemory(const Constants::Graphs &g, const ModelArchitecture &model, qint32 layers, qint32 tensor)
{
    constexpr double many = 32; // experts: Mixtral's 8 add a quarter of what 32 and more do
    qint32 experts = 0;
    for (const LayerGroup &group : model.groups)
        experts = std::max(experts, group.moe ? group.moe->experts : 0);
    const double width = double(layers) * double(model.hiddenSize) / 100'000 / tensor;
    return Bytes::fromGiB(g.base + g.perLayer * layers + g.perLayerWidth * width
                          + g.experts * std::min(1.0, experts / many));
}

Overheads VllmRules::overheads(const Constants &c, const ModelArchitecture &model, const Parallel &parallel,
                               const Stage &stage, const Gpu *gpu, bool eager) const
{
    const bool distributed = parallel.tensor * parallel.pipeline > 1;
    Overheads result;
    const Constants::NonTorch &n = c.nonTorchGiB;
    result.nonTorch = Bytes::fromGiB(parallel.tensor > 4     ? n.tensor8
                                     : parallel.tensor > 2   ? n.tensor4
                                     : parallel.tensor > 1   ? n.tensor2
                                     : parallel.pipeline > 1 ? n.pipeline
                                                             : n.single + n.byClass.value(model.architecture));
    result.context = contextOf(c, gpu);
    if (distributed)
        result.context += Bytes::fromGiB(c.contextGiB.distributed);
    if (!eager)
        result.graphs = graphMemory(c.graphsGiB, model, stage.end - stage.begin, parallel.tensor);
    return result;
}

Bytes VllmRules::adapters(const Constants &c, const EngineInput &input, const Parallel &parallel, const Stage &stage,
                          const Format &format) const
{
    torch::LoraSlots slots;
    slots.adapters = qint32(input.options.value(QLatin1String("maxLoras")).toInteger(0));
    slots.rank = input.options.value(QLatin1String("maxLoraRank")).toString(QStringLiteral("16")).toInt();
    slots.onExperts = c.lora.onExperts;
    slots.onEmbeddings = c.lora.embeddingClasses.contains(input.model.architecture);
    slots.extraVocabulary = c.lora.extraVocabulary;
    return torch::loraBytes(input.model, stage, slots, division(c, parallel), activationBytes(format), c.allocator);
}

RankLoad VllmRules::rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage, const Gpu *gpu,
                           const LoadedWeights &weights) const
{
    const QJsonObject &options = input.options;
    const Constants &c = rangeOf(m_ranges, input.version);
    const Constants::BatchDefaults batch = c.batchDefaults(gpu);
    const qint64 maxNumSeqs = options.value(QLatin1String("maxNumSeqs")).toInteger(batch.maxNumSeqs);
    const qint64 maxNumBatchedTokens =
        options.value(QLatin1String("maxNumBatchedTokens")).toInteger(stepTokens(c, input, batch.maxNumBatchedTokens));
    const qint64 blockTokens = options.value(QLatin1String("blockSize")).toInteger(c.blockSize);
    const bool eager = options.value(QLatin1String("enforceEager")).toBool();
    const Overheads extra = overheads(c, input.model, parallel, stage, gpu, eager);

    RankLoad rank;
    rank.stage = stage.index;
    rank.count = 1;
    if (gpu)
        setCapacity(rank, *gpu, c, input);
    for (int f = 0; f < kFormatSlots; ++f) {
        const Format &format = input.formats[size_t(f)];
        ItemBytes &items = rank.fixed[size_t(f)];
        items[Item::Weights] = weights.model[size_t(f)];
        const Bytes lora = adapters(c, input, parallel, stage, format);
        items[Item::Other] = lora + weights.draft[size_t(f)];
        if (f == kOwnFormat) {
            rank.parts[size_t(Part::Lora)] = lora;
            rank.parts[size_t(input.draft && input.draft->sharesEmbeddings ? Part::MtpModule : Part::DraftModel)] =
                weights.draft[size_t(f)];
            rank.parts[size_t(Part::VisionEncoder)] = weights.encoders;
        }
        items[Item::Activations] = activationPeak(activationShape(input.model, format, maxNumSeqs, maxNumBatchedTokens),
                                                  parallel.tensor, stage.samples, c.activation);
        if (c.imagePerSequence)
            items[Item::Activations] = std::max(items[Item::Activations], crossEncoderPeak(input.model, maxNumSeqs));
        if (c.profilesWholeRequests && !options.contains(QLatin1String("maxModelLen"))
            && !options.contains(QLatin1String("maxNumBatchedTokens"))) {
            rank.activationPerToken[size_t(f)] = forwardPerToken(activationShape(input.model, format, 1, 1),
                                                                 parallel.tensor, stage.samples, c.activation);
            rank.wholePromptsUpTo = wholePromptsUpTo(c, input.model);
        }
        items[Item::Graphs] = extra.graphs;
        items[Item::Runtime] = extra.context + extra.nonTorch;
        rank.charged[size_t(f)] = items[Item::Weights] + items[Item::Activations] + items[Item::Other] + extra.nonTorch
                                  + (c.graphsInBudget ? extra.graphs : Bytes());
        // State in the activation type: mamba_cache_dtype auto.
        const BitsPerWeight state = format.block == BitsPerWeight{4, 1} ? BitsPerWeight{4, 1} : BitsPerWeight{2, 1};
        describeCache(rank, f,
                      pageLayout(input.model, stage, input.kv[size_t(f)], state, parallel.tensor, blockTokens,
                                 c.windowsKeepAll, input.draft ? &input.draft->model : nullptr),
                      maxNumBatchedTokens);
    }
    return rank;
}

LayoutLoad VllmRules::load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                           std::span<const qint32> gpuIndices) const
{
    const Constants &c = rangeOf(m_ranges, input.version);
    struct Weights {
        std::vector<RankWeights> model, draft; ///< by format
    };
    std::map<const Gpu *, Weights> weightsOn; // kernels want other paddings on other cards
    const auto weightsOf = [&](const Gpu *gpu) -> const Weights & {
        Weights &weights = weightsOn[gpu];
        if (!weights.model.empty())
            return weights;
        torch::WeightRules rules;
        rules.allocator = c.allocator;
        rules.vocabularyPadding = c.vocabularyPadding;
        rules.mxfp4 = torch::ExpertPadding::ofGpu(gpu, c.hopperExpertWidth, c.hopperMarlin);
        rules.keepsLatentProducts = c.keepsLatentProducts;
        for (const Format &format : input.formats)
            weights.model.emplace_back(input.model, format, rules, division(c, parallel));
        if (!input.draft)
            return weights;
        rules.keepsRotaryTables = !input.draft->sharesEmbeddings; // the module works with the model's
        for (const Format &format : input.formats)
            weights.draft.emplace_back(input.draft->model, input.draft->format.value_or(format), rules,
                                       division(c, parallel));
        return weights;
    };
    const auto draftStage = [&] {
        const bool whole = input.draft && !input.draft->sharesEmbeddings;
        return Stage{0, 0, input.draft ? input.draft->model.layers() : 0, whole, whole};
    };

    const Bytes offload = Bytes::fromGiB(input.options.value(QLatin1String("cpuOffloadGb")).toDouble(0));
    const auto rank = [&](const Stage &stage, const Gpu *gpu) {
        LoadedWeights loaded;
        const Weights &weights = weightsOf(gpu);
        for (size_t f = 0; f < kFormatSlots; ++f) {
            loaded.model[f] = weights.model[f].stage(stage) - weights.model[f].offloaded(stage, offload);
            if (input.draft && stage.last)
                loaded.draft[f] = weights.draft[f].stage(draftStage());
        }
        if (stage.first)
            loaded.encoders = weights.model[kOwnFormat].encoders();
        return rankOn(input, parallel, stage, gpu, loaded);
    };
    LayoutLoad layout = loadRanks(input, parallel, gpus, gpuIndices, rank, {c.restOnLastStage, c.driverSamples});
    if (offload.count() > 0) {
        for (const RankLoad &each : layout.ranks) {
            const Stage stage = torch::stageOf(input.model.layers(), parallel.pipeline, each.stage, c.restOnLastStage);
            const auto at = std::find(gpuIndices.begin(), gpuIndices.end(), each.gpuIndex);
            const Gpu *gpu = gpus.empty() ? nullptr : gpus[size_t(at - gpuIndices.begin())];
            for (size_t f = 0; f < kFormatSlots; ++f)
                layout.host[f][Item::Weights] += weightsOf(gpu).model[f].offloaded(stage, offload) * each.count;
        }
    }
    layout.longestRequest = input.options.value(QLatin1String("maxModelLen")).toInteger(0);
    layout.tokensFollowConcurrency = c.tokensAreConcurrency;
    return layout;
}

/// By its defaults for a batch and the kernels of its experts.
QString VllmRules::gpuClass(const Gpu &gpu, const EngineInput &input) const
{
    const Constants &c = rangeOf(m_ranges, input.version);
    const Constants::BatchDefaults batch = c.batchDefaults(&gpu);
    const auto padding = torch::ExpertPadding::ofGpu(&gpu, c.hopperExpertWidth, c.hopperMarlin);
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(batch.maxNumSeqs)
        .arg(batch.maxNumBatchedTokens)
        .arg(padding.intermediate)
        .arg(padding.hidden)
        .arg(padding.packedInputs);
}

void VllmRules::moveTo(LayoutLoad &layout, const Gpu &from, const Gpu &to, const EngineInput &input) const
{
    const Constants &c = rangeOf(m_ranges, input.version);
    const Bytes more = contextOf(c, &to) - contextOf(c, &from);
    for (RankLoad &rank : layout.ranks) {
        setCapacity(rank, to, c, input);
        for (ItemBytes &items : rank.fixed)
            items[Item::Runtime] += more;
    }
}

void VllmRules::describePool(const ResolvedPlan &resolved, Estimate &estimate) const
{
    qint64 fewestBlocks = -1;
    const RankLoad *limiting = nullptr;
    for (qint32 i = 0; i < estimate.deviceClasses; ++i) {
        const RankLoad &rank = resolved.layout.ranks[size_t(i)];
        const Bytes unit = rank.kvUnitBytes[kOwnFormat];
        if (unit.count() == 0)
            continue;
        const qint64 blocks = estimate.devices[size_t(i)].pool.count() / unit.count();
        if (fewestBlocks < 0 || blocks < fewestBlocks) {
            fewestBlocks = blocks;
            limiting = &rank;
            estimate.poolBytes = estimate.devices[size_t(i)].pool;
        }
    }
    if (!limiting)
        return;
    const qint64 maxModelLen =
        resolved.layout.longestRequest > 0 ? resolved.layout.longestRequest : resolved.workload.contextLength;
    const qint64 perRequest = std::max<qint64>(1, blocksPerRequest(*limiting, maxModelLen));
    estimate.maxConcurrency = double(fewestBlocks) / double(perRequest);
    estimate.poolTokens = resolved.layout.tokensFollowConcurrency
                              ? qint64(estimate.maxConcurrency * double(maxModelLen))
                              : fewestBlocks / limiting->kvGroups * limiting->kvUnitTokens;
}

} // namespace

std::shared_ptr<const EngineRules> makeVllmRules(const QJsonObject &constants)
{
    return std::make_shared<VllmRules>(constants);
}

} // namespace plimsoll
