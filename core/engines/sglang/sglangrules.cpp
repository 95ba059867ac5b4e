// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/sglang/sglangrules.h"

#include "core/engines/optionmakers.h"
#include "core/engines/residuals.h"
#include "core/engines/sglang/sglangmemory.h"
#include "core/engines/torch/rankweights.h"
#include "core/engines/torch/stageweights.h"
#include "core/engines/torch/tokenpool.h"
#include "core/engines/torch/torchexplain.h"
#include "core/engines/torch/torchserver.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace plimsoll {
namespace {

using namespace sglang;
using torch::Stage;

/// DeepSeek V3 and R1 have one shared expert as wide as a routed one; DeepSeek V2 has two.
bool hasLoneSharedExpert(const ModelArchitecture &model)
{
    return std::any_of(model.groups.begin(), model.groups.end(), [](const LayerGroup &group) {
        return group.moe && group.moe->sharedIntermediate == group.moe->intermediateSize;
    });
}

constexpr const char *kDataAttention = "dpAttention";

qint32 wantedReplicas(const QJsonObject &options)
{
    return qint32(options.value(QLatin1String(kDataAttention)).toInteger(1));
}

/// Of a plan without GPUs one rank stands for all.
qint32 attentionReplicas(const QJsonObject &options, const Parallel &parallel)
{
    return std::min(wantedReplicas(options), parallel.tensor);
}

/// What the ranks of a layout keep whatever the workload: the tables of requests grow with the context.
struct RuntimeBase : EngineData {
    std::vector<std::array<Bytes, kFormatSlots>> runtime; ///< by rank and format
    qint64 maxRunningRequests = 0;                        ///< 0 = from the tokens of the pool
};

class SglangRules : public torch::Server
{
    Q_DECLARE_TR_FUNCTIONS(SglangRules)

public:
    explicit SglangRules(const QJsonObject &constants)
        : m_ranges(versionRanges(constants))
        , m_residuals(constants.value(QLatin1String("residuals")).toObject())
    {
        const QJsonArray versions = constants.value(QLatin1String("versions")).toArray();
        for (const QJsonValue &version : versions)
            m_versions.append(version.toString());
    }

    QString id() const override { return QStringLiteral("sglang"); }
    QString name() const override { return QStringLiteral("SGLang"); }
    QStringList versions() const override { return m_versions; }
    QList<EngineOption> options() const override;
    OptionClash optionClash(const Parallel &parallel, const QJsonObject &options) const override;
    /// docs/references/multi_node.md: --tp 16 --nnodes 2.
    bool tensorAcrossNodes() const override { return true; }

    std::shared_ptr<const EngineData> prepare(const EngineInput &) const override
    {
        return std::make_shared<const torch::StageWeights>();
    }
    LayoutLoad load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                    std::span<const qint32> gpuIndices) const override;
    void applyWorkload(LayoutLoad &layout, Workload workload) const override;

    bool cachesPrefixes(const ResolvedPlan &) const override { return true; }   // the radix cache
    double chargedShare(Item, const EngineInput &) const override { return 0; } // the static share has no room for it

    void describePool(const ResolvedPlan &resolved, Estimate &estimate) const override;
    Explanation explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale) const override;

    Interval interval(const ResolvedPlan &resolved) const override
    {
        return intervalOf(m_residuals, resolved.engineVersion, *resolved.model, name());
    }

private:
    RankLoad rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage, const Gpu *gpu) const;
    void explainRuntime(Explanation &e, const Constants &c, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale) const;

    std::vector<Constants> m_ranges;
    QStringList m_versions;
    QJsonObject m_residuals;
};

QList<EngineOption> SglangRules::options() const
{
    EngineOption fraction;
    fraction.key = QStringLiteral("memFractionStatic");
    fraction.defaultText = tr("what the card has left beside activations and graphs, 0.8 to 0.9");
    fraction.low = 0.01;
    fraction.high = 1;
    fraction.effect = tr("The share of the free memory that weights and the KV pool may take; the rest is for "
                         "activations and graphs.");
    return {fraction,
            derivedInteger("maxRunningRequests", tr("2,048 to 4,096, from the tokens of the pool"), 1, 1e6,
                           tr("Requests at once; each has a table as long as the context.")),
            derivedInteger("chunkedPrefillSize", tr("2,048 to 16,384, by the memory of the card"), 1, 1e7,
                           tr("Tokens of a prompt in one step; activations grow with it.")),
            derivedInteger("cudaGraphMaxBs", tr("8 to 512, by the memory of the card"), 0, 1e5,
                           tr("The largest step that is captured as a CUDA graph; 0 captures none.")),
            derivedInteger(
                kDataAttention, tr("1: tensor parallel attention"), 1, kMaxGpus,
                tr("Data parallel attention: so many groups of the tensor parallel ranks each have all of attention "
                   "and a KV cache of their own sequences; experts stay over all ranks."))};
}

/// --dp-size with --enable-dp-attention: tp_size % dp_size == 0 in ServerArgs; without it --dp-size makes replicas.
EngineRules::OptionClash SglangRules::optionClash(const Parallel &parallel, const QJsonObject &options) const
{
    const qint32 replicas = wantedReplicas(options);
    if (replicas == 1)
        return {};
    const QString key = QLatin1String(kDataAttention);
    if (parallel.data > 1)
        return {key, tr("SGLang has either replicas or data parallel attention; the nearest legal layout is data 1")};
    if (parallel.tensor % replicas == 0)
        return {};
    qint32 nearest = std::min(replicas, parallel.tensor);
    while (parallel.tensor % nearest != 0)
        --nearest;
    return {key, tr("%1 groups do not divide tensor parallel %2; the nearest number that does is %3")
                     .arg(replicas)
                     .arg(parallel.tensor)
                     .arg(nearest)};
}

/// Of all buffers of a stage's pool.
Bytes roundingOf(const ModelArchitecture &model, const Stage &stage, KvFormats kv, qint32 tensor, qint64 tokens,
                 const Constants &c)
{
    const std::vector<qint32> layersOf = torch::layersByGroup(model, stage);
    Bytes sum;
    for (size_t group = 0; group < layersOf.size(); ++group) {
        if (layersOf[group] == 0)
            continue;
        for (const CacheShape &shape : cacheShapes(model.groups[group].mixer)) {
            const double share = shape.window > 0 ? c.windowShare : 1;
            const qint64 rows = qint64(double(tokens) * share / shape.tokensPerEntry);
            for (const Bytes row : {kv.k.bytesFor(torch::rankElements(shape.keyElements, shape.kvHeads, tensor)),
                                    kv.v.bytesFor(torch::rankElements(shape.valueElements, shape.kvHeads, tensor))})
                sum += poolRounding(rows, row, c.allocator) * layersOf[group];
        }
    }
    return sum;
}

RankLoad SglangRules::rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage,
                             const Gpu *gpu) const
{
    const Constants &c = rangeOf(m_ranges, input.version);
    const Settings settings = Settings::of(input.options, c, parallel, gpu);
    const Constants::Distributed &d = c.distributedGiB;
    const Bytes distributed = Bytes::fromGiB(parallel.tensor > 4                       ? d.tensor8
                                             : parallel.tensor > 2                     ? d.tensor4
                                             : parallel.tensor * parallel.pipeline > 1 ? d.tensor2
                                                                                       : d.single);
    const Bytes context = gpu && gpu->cudaContext.count() > 0
                              ? gpu->cudaContext + Bytes::fromGiB(c.contextGiB.beyondBare)
                              : Bytes::fromGiB(c.contextGiB.withoutGpu);
    const torch::Division division =
        torch::divisionOf(parallel, expertSpread(), attentionReplicas(input.options, parallel));
    RankLoad rank;
    rank.stage = stage.index;
    rank.count = 1;
    rank.attentionReplicas = attentionReplicas(input.options, parallel);
    if (gpu) {
        rank.usable = std::max(Bytes(), gpu->usable - input.reserve);
        const Bytes freeBefore = std::max(Bytes(), rank.usable - context - distributed);
        rank.budget = Bytes::rounded(double(freeBefore.count()) * settings.memFractionStatic);
    }
    torch::WeightRules rules;
    rules.allocator = c.allocator;
    rules.vocabularyPadding = c.vocabularyPadding;
    rules.mxfp4 = torch::ExpertPadding::ofGpu(gpu, 64);
    rules.fusesSharedExperts = c.copiesSharedExperts && parallel.expert <= 1 && hasLoneSharedExpert(input.model);
    rules.countsReserved = true;
    rules.scalesOwnBases = false;
    const torch::TokenPool pool{1, c.windowShare == 1, c.windowShare};
    const auto &known = static_cast<const torch::StageWeights &>(*input.data);
    const torch::StageBytes weights = known.of(input.model, input.formats, rules, division, stage);
    rank.parts[size_t(Part::VisionEncoder)] = weights.encoders;
    for (int f = 0; f < kFormatSlots; ++f) {
        const Format &format = input.formats[size_t(f)];
        const qint32 elementBytes = activationBytes(format);
        ItemBytes &items = rank.fixed[size_t(f)];
        items[Item::Weights] = weights.weights[size_t(f)];
        items[Item::Activations] = activations(input.model, elementBytes, parallel.tensor, settings, c.activation);
        items[Item::Graphs] = graphs(stage.end - stage.begin, parallel.tensor, settings, c.graphsGiB);
        rank.charged[size_t(f)] = items[Item::Weights];
        torch::describeTokens(rank, f, input.model, stage, input.kv[size_t(f)], BitsPerWeight{elementBytes, 1},
                              division.attention, pool);
        const Bytes unit = rank.kvUnitBytes[size_t(f)];
        const Bytes room = std::max(Bytes(), rank.budget - rank.charged[size_t(f)]);
        const qint64 tokens = unit.count() > 0 ? room.count() / unit.count() : 0;
        items[Item::Runtime] =
            context + distributed + roundingOf(input.model, stage, input.kv[size_t(f)], division.attention, tokens, c);
    }
    return rank;
}

LayoutLoad SglangRules::load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                             std::span<const qint32> gpuIndices) const
{
    LayoutLoad layout = loadRanks(input, parallel, gpus, gpuIndices, [&](const Stage &stage, const Gpu *gpu) {
        return rankOn(input, parallel, stage, gpu);
    });
    auto base = std::make_shared<RuntimeBase>();
    base->maxRunningRequests = input.options.value(QLatin1String("maxRunningRequests")).toInteger(0);
    for (const RankLoad &rank : layout.ranks) {
        auto &runtime = base->runtime.emplace_back();
        for (size_t f = 0; f < kFormatSlots; ++f)
            runtime[f] = rank.fixed[f][Item::Runtime];
    }
    layout.detail = std::move(base);
    return layout;
}

void SglangRules::applyWorkload(LayoutLoad &layout, Workload workload) const
{
    const auto *base = static_cast<const RuntimeBase *>(layout.detail.get());
    for (size_t i = 0; i < layout.ranks.size(); ++i) {
        RankLoad &rank = layout.ranks[i];
        for (size_t f = 0; f < kFormatSlots; ++f) {
            const Bytes unit = rank.kvUnitBytes[f];
            const Bytes room = std::max(Bytes(), rank.budget - rank.charged[f]);
            const qint64 tokens = unit.count() > 0 ? room.count() / unit.count() : 0;
            rank.fixed[f][Item::Runtime] =
                base->runtime[i][f] + requestTables(tokens, workload.contextLength, base->maxRunningRequests);
        }
    }
}

void SglangRules::describePool(const ResolvedPlan &resolved, Estimate &estimate) const
{
    torch::describeTokenPool(resolved, estimate);
    const qint64 most = resolved.options.value(QLatin1String("maxRunningRequests")).toInteger(0);
    if (most > 0)
        estimate.maxConcurrency = std::min(estimate.maxConcurrency, double(most));
}

void SglangRules::explainRuntime(Explanation &e, const Constants &c, const ResolvedPlan &resolved,
                                 const Estimate &estimate, const QLocale &locale) const
{
    const Parallel &parallel = resolved.layout.parallel;
    e.why = tr("CUDA context, NCCL, the tables of running requests and what the pool's buffers round up");
    e.formula = tr("runtime = CUDA context + NCCL + requests × context × 4 bytes + rounding to 2 MiB, all outside the "
                   "static share");
    e.numbers = tr("TP %1 × PP %2, context of %3 tokens: %4 in all")
                    .arg(parallel.tensor)
                    .arg(parallel.pipeline)
                    .arg(formatCount(resolved.workload.contextLength, locale),
                         formatSizeBoth(estimate.total[Item::Runtime], locale));
    e.sources = {c.contextGiB.source, c.distributedGiB.source, QStringLiteral("sglang ReqToTokenPool")};
}

Explanation SglangRules::explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                                 const QLocale &locale) const
{
    const Constants &c = rangeOf(m_ranges, resolved.engineVersion);
    Explanation e;
    e.item = item;
    switch (item) {
    case Item::Weights:
        torch::explainWeights(e, resolved, estimate, locale);
        e.sources = {c.allocatorSource, resolved.model->source};
        break;
    case Item::KvCache:
        torch::explainKvCache(e, resolved, estimate, locale);
        e.sources = {QStringLiteral("sglang ModelRunner.profile_max_num_token"), resolved.model->source};
        break;
    case Item::RecurrentState:
        torch::explainState(e, resolved, estimate, locale);
        e.sources = {resolved.model->source};
        break;
    case Item::Activations:
        e.why = tr("the forward pass over one chunk of a prompt");
        e.formula = tr("activations = max(b T (3 I/tp + 3.4 H), %1 bytes × sequences × vocabulary)")
                        .arg(locale.toString(c.activation.logitBytes, 'g', 3));
        e.numbers = tr("%1 in all").arg(formatSizeBoth(estimate.total[item], locale));
        e.sources = {c.activationSource, c.defaultsSource};
        break;
    case Item::Graphs:
        e.why = tr("outside the static share");
        e.formula = tr("graphs = (%1 GiB + %2 GiB × layers) × %3 from tensor parallel 4 on")
                        .arg(locale.toString(c.graphsGiB.base, 'g', 3), locale.toString(c.graphsGiB.perLayer, 'g', 3),
                             locale.toString(c.graphsGiB.tensorParallel4, 'g', 3));
        e.numbers = tr("%1 in all").arg(formatSizeBoth(estimate.total[item], locale));
        e.sources = {c.graphsGiB.source};
        break;
    case Item::Runtime:
        explainRuntime(e, c, resolved, estimate, locale);
        break;
    case Item::Other:
        break;
    }
    return e;
}

} // namespace

std::shared_ptr<const EngineRules> makeSglangRules(const QJsonObject &constants)
{
    return std::make_shared<SglangRules>(constants);
}

} // namespace plimsoll
