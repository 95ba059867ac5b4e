// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmrules.h"

#include "core/engines/residuals.h"
#include "core/engines/torch/rankweights.h"
#include "core/engines/torch/torchserver.h"
#include "core/engines/vllm/vllmactivations.h"
#include "core/engines/vllm/vllmcache.h"
#include "core/engines/vllm/vllmconstants.h"
#include "core/engines/vllm/vllmexplain.h"
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

    QList<EngineOption> options() const override
    {
        const auto integer = [](const char *key, const QString &defaultText, double high, const QString &effect) {
            EngineOption option;
            option.key = QLatin1String(key);
            option.type = EngineOption::Type::Integer;
            option.defaultText = defaultText;
            option.low = 1;
            option.high = high;
            option.effect = effect;
            return option;
        };
        EngineOption utilization;
        utilization.key = QStringLiteral("gpuMemoryUtilization");
        utilization.defaultValue = newest().utilization;
        utilization.low = 0.01;
        utilization.high = 1;
        utilization.effect = tr("The share of the card that vLLM allows itself; what weights and activations leave of "
                                "it becomes KV cache.");
        EngineOption eager;
        eager.key = QStringLiteral("enforceEager");
        eager.type = EngineOption::Type::Boolean;
        eager.defaultValue = false;
        eager.effect = tr("No CUDA graphs: saves their memory, costs speed.");
        EngineOption block =
            integer("blockSize", {}, 256, tr("Tokens of one KV cache block; every sequence rounds up to it."));
        block.defaultValue = newest().blockSize;
        return {utilization,
                integer("maxModelLen", tr("the context length"), double(qint64(1) << 40),
                        tr("The longest request; concurrency is counted in it.")),
                integer("maxNumSeqs", tr("1024 on cards of 70 GiB and more but the A100, else 256"), 1e6,
                        tr("Sequences in one step; the sampler's memory grows with it.")),
                integer("maxNumBatchedTokens", tr("8192 on cards of 70 GiB and more but the A100, else 2048"), 1e7,
                        tr("Tokens in one step; activations grow with it.")),
                eager,
                block};
    }

    LayoutLoad load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                    std::span<const qint32> gpuIndices) const override;

    void describePool(const ResolvedPlan &resolved, Estimate &estimate) const override;

    Explanation explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale) const override
    {
        return vllm::explain(rangeOf(m_ranges, resolved.engineVersion), item, resolved, estimate, locale);
    }

    Interval interval(const ResolvedPlan &resolved) const override
    {
        return intervalOf(m_residuals, resolved.engineVersion, architectureKind(*resolved.model), name());
    }

private:
    const Constants &newest() const { return m_ranges.back(); }
    Overheads overheads(const Constants &c, const ModelArchitecture &model, const Parallel &parallel,
                        const Stage &stage, const Gpu *gpu, bool eager) const;
    RankLoad rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage, const Gpu *gpu,
                    const std::array<Bytes, kFormatSlots> &weights) const;

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
    result.context = gpu && gpu->cudaContext.count() > 0 ? gpu->cudaContext + Bytes::fromGiB(c.contextGiB.beyondBare)
                                                         : Bytes::fromGiB(c.contextGiB.withoutGpu);
    if (distributed)
        result.context += Bytes::fromGiB(c.contextGiB.distributed);
    if (!eager)
        result.graphs = graphMemory(c.graphsGiB, model, stage.end - stage.begin, parallel.tensor);
    return result;
}

RankLoad VllmRules::rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage, const Gpu *gpu,
                           const std::array<Bytes, kFormatSlots> &weights) const
{
    const QJsonObject &options = input.options;
    const Constants &c = rangeOf(m_ranges, input.version);
    const Constants::BatchDefaults batch = c.batchDefaults(gpu);
    const qint64 maxNumSeqs = options.value(QLatin1String("maxNumSeqs")).toInteger(batch.maxNumSeqs);
    const qint64 maxNumBatchedTokens =
        options.value(QLatin1String("maxNumBatchedTokens")).toInteger(stepTokens(c, input, batch.maxNumBatchedTokens));
    const qint64 blockTokens = options.value(QLatin1String("blockSize")).toInteger(c.blockSize);
    const double utilization = options.value(QLatin1String("gpuMemoryUtilization")).toDouble(c.utilization);
    const bool eager = options.value(QLatin1String("enforceEager")).toBool();
    const Overheads extra = overheads(c, input.model, parallel, stage, gpu, eager);

    RankLoad rank;
    rank.stage = stage.index;
    rank.count = 1;
    if (gpu) {
        rank.usable = std::max(Bytes(), gpu->usable - input.reserve);
        rank.budget = Bytes::rounded(double(gpu->usable.count()) * utilization);
    }
    for (int f = 0; f < kFormatSlots; ++f) {
        const Format &format = input.formats[size_t(f)];
        ItemBytes &items = rank.fixed[size_t(f)];
        items[Item::Weights] = weights[size_t(f)];
        items[Item::Activations] = activationPeak(activationShape(input.model, format, maxNumSeqs, maxNumBatchedTokens),
                                                  parallel.tensor, stage.last, c.activation);
        if (c.imagePerSequence)
            items[Item::Activations] = std::max(items[Item::Activations], crossEncoderPeak(input.model, maxNumSeqs));
        if (c.profilesWholeRequests && !options.contains(QLatin1String("maxModelLen"))
            && !options.contains(QLatin1String("maxNumBatchedTokens"))) {
            rank.activationPerToken[size_t(f)] =
                forwardPerToken(activationShape(input.model, format, 1, 1), parallel.tensor, stage.last, c.activation);
            rank.wholePromptsUpTo = wholePromptsUpTo(c, input.model);
        }
        items[Item::Graphs] = extra.graphs;
        items[Item::Runtime] = extra.context + extra.nonTorch;
        rank.charged[size_t(f)] = items[Item::Weights] + items[Item::Activations] + extra.nonTorch
                                  + (c.graphsInBudget ? extra.graphs : Bytes());
        // State in the activation type: mamba_cache_dtype auto.
        const BitsPerWeight state = format.block == BitsPerWeight{4, 1} ? BitsPerWeight{4, 1} : BitsPerWeight{2, 1};
        describeCache(
            rank, f,
            pageLayout(input.model, stage, input.kv[size_t(f)], state, parallel.tensor, blockTokens, c.windowsKeepAll),
            maxNumBatchedTokens);
    }
    return rank;
}

LayoutLoad VllmRules::load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                           std::span<const qint32> gpuIndices) const
{
    const Constants &c = rangeOf(m_ranges, input.version);
    std::map<const Gpu *, std::vector<RankWeights>> weightsOn; // kernels want other paddings on other cards
    const auto weightsOf = [&](const Gpu *gpu) -> const std::vector<RankWeights> & {
        std::vector<RankWeights> &weights = weightsOn[gpu];
        if (weights.empty()) {
            torch::WeightRules rules;
            rules.allocator = c.allocator;
            rules.vocabularyPadding = c.vocabularyPadding;
            rules.mxfp4 = torch::ExpertPadding::ofGpu(gpu, c.hopperExpertWidth);
            rules.keepsLatentProducts = c.keepsLatentProducts;
            for (const Format &format : input.formats)
                weights.emplace_back(input.model, format, rules, parallel.tensor, parallel.expert);
        }
        return weights;
    };

    LayoutLoad layout = loadRanks(input, parallel, gpus, gpuIndices, [&](const Stage &stage, const Gpu *gpu) {
        std::array<Bytes, kFormatSlots> stageWeights{};
        for (size_t f = 0; f < kFormatSlots; ++f)
            stageWeights[f] = weightsOf(gpu)[f].stage(stage);
        return rankOn(input, parallel, stage, gpu, stageWeights);
    });
    layout.longestRequest = input.options.value(QLatin1String("maxModelLen")).toInteger(0);
    layout.tokensFollowConcurrency = c.tokensAreConcurrency;
    return layout;
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
