// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/speed/speedload.h"

#include "core/engines/enginerules.h"
#include "core/engines/torch/parallellayout.h"
#include "core/memory/kvcache.h"
#include "core/memory/tensors.h"
#include "core/memory/weights.h"
#include "core/planning/speed/speedhardware.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

constexpr double kWidened = 15; ///< bits: kernels multiply what is stored below in another type
/// SSM and convolution states as the engines keep them: 32 and 16 bits.
constexpr BitsPerWeight kStateFormat{4, 1}, kConvolutionFormat{2, 1};

/// What part of a tensor one of n tensor parallel ranks has.
double shareOf(const TensorClass &tensor, double ranks, double expertRanks)
{
    switch (tensor.split) {
    case Split::Replicated:
        return 1;
    case Split::Heads:
        return tensor.heads > 0 ? std::ceil(tensor.heads / ranks) / tensor.heads : 1 / ranks;
    case Split::Experts:
        return 1 / std::max(ranks, expertRanks);
    case Split::Columns:
    case Split::Rows:
    case Split::Vocabulary:
        return 1 / ranks;
    }
    return 1;
}

struct Amount {
    double bytes = 0, elements = 0, unpacked = 0;

    void add(const Amount &other, double times)
    {
        bytes += other.bytes * times;
        elements += other.elements * times;
        unpacked += other.unpacked * times;
    }
};

/// Sums the tensors of a model up as one rank reads and multiplies them.
class Summing
{
public:
    Summing(const ResolvedPlan &resolved, const Arithmetic &arithmetic, SpeedLoad &load)
        : m_model(*resolved.model)
        , m_format(resolved.formats[kOwnFormat])
        , m_kv(resolved.kv[kOwnFormat])
        , m_arithmetic(arithmetic)
        , m_load(load)
    {
    }

    void run()
    {
        std::vector<std::vector<TensorClass>> tensors;
        tensors.reserve(m_model.groups.size());
        for (const LayerGroup &group : m_model.groups)
            tensors.push_back(layerTensors(m_model, group));
        if (m_format.mix.empty()) {
            for (size_t g = 0; g < tensors.size(); ++g)
                addLayer(tensors[g], m_model.groups[g], 0, m_model.groups[g].count);
        } else {
            for (int layer = 0; layer < m_model.layers(); ++layer) {
                const size_t g = m_model.layerGroups[size_t(layer)];
                addLayer(tensors[g], m_model.groups[g], layer, 1);
            }
        }
        for (const LayerGroup &group : m_model.groups)
            addMixer(group);
        addEnds();
    }

private:
    Amount amountOf(const TensorClass &tensor, int layer) const
    {
        const double share = shareOf(tensor, m_load.ranks, m_load.expertRanks);
        const double bits = m_format.blockFor(tensor.role, layer, m_model.layers()).bits();
        const double elements = double(tensor.elements()) * share;
        const double cost = m_arithmetic.cost(m_format, bits);
        return {double(tensorBytes(tensor, m_format, layer, m_model.layers()).count()) * share, elements * cost,
                bits < kWidened && cost >= 1 ? elements : 0};
    }

    void addLayer(const std::vector<TensorClass> &tensors, const LayerGroup &group, int layer, double times)
    {
        Amount every, experts;
        for (const TensorClass &tensor : tensors) {
            (tensor.copies > 1 && group.moe ? experts : every).add(amountOf(tensor, layer), times);
        }
        m_load.bytes += every.bytes;
        m_load.elements += every.elements;
        m_load.unpacked += every.unpacked;
        if (!group.moe || group.moe->experts <= 0)
            return;
        const double chosen = double(group.moe->expertsPerToken) / group.moe->experts;
        auto found = std::find_if(m_load.experts.begin(), m_load.experts.end(),
                                  [chosen](const ExpertLoad &each) { return each.chosen == chosen; });
        if (found == m_load.experts.end())
            found = m_load.experts.insert(found, ExpertLoad{chosen});
        found->bytes += experts.bytes;
        found->elements += experts.elements;
        found->unpacked += experts.unpacked;
    }

    void addMixer(const LayerGroup &group)
    {
        m_load.layers += group.count;
        if (group.moe)
            m_load.expertLayers += group.count;
        if (const StateShape state = stateShape(group.mixer, m_model.hiddenSize); state.stateElements > 0) {
            m_load.stateLayers += group.count;
            m_load.stateBytes +=
                double((kConvolutionFormat.bytesFor(state.convElements) + kStateFormat.bytesFor(state.stateElements))
                           .count())
                * group.count / m_load.ranks;
        }
        Mixer mixer = group.mixer; // a layer without a cache of its own reads that of another
        if (auto *grouped = std::get_if<GroupedAttention>(&mixer))
            grouped->sharesKvCache = false;
        const AttentionFlops flops = attentionFlops(mixer, m_load.ranks);
        for (const CacheShape &shape : cacheShapes(mixer)) {
            if (!shape.crossAttention)
                addCache(shape, flops, group.count);
        }
    }

    void addCache(const CacheShape &shape, const AttentionFlops &flops, double times)
    {
        const double share = shape.kvHeads > 0 ? std::ceil(shape.kvHeads / m_load.ranks) / shape.kvHeads : 1;
        const Bytes entry = m_kv.k.bytesFor(shape.keyElements) + m_kv.v.bytesFor(shape.valueElements);
        const auto window = double(shape.window);
        const double perEntry = shape.tokensPerEntry;
        auto found = std::find_if(m_load.caches.begin(), m_load.caches.end(), [&](const CacheLoad &each) {
            return each.window == window && each.tokensPerEntry == perEntry;
        });
        if (found == m_load.caches.end())
            found = m_load.caches.insert(found, CacheLoad{0, window, perEntry});
        found->bytes += (double(entry.count()) * share + double(shape.fixedBytesPerToken)) * times;
        found->flopsPerEntry += flops.decode * times;
        found->promptFlops += flops.prompt * times;
    }

    /// The embedding table is read row by row, but a tied one is the head as well.
    void addEnds()
    {
        Amount head;
        for (const TensorClass &tensor : inputTensors(m_model)) {
            const bool isTable = tensor.role == TensorRole::Embedding || tensor.role == TensorRole::PositionEmbedding
                                 || tensor.role == TensorRole::PerLayerEmbedding;
            if (!isTable || (tensor.role == TensorRole::Embedding && m_model.tiedEmbeddings))
                head.add(amountOf(tensor, -1), 1);
        }
        for (const TensorClass &tensor : outputTensors(m_model)) {
            head.add(amountOf(tensor, -1), 1);
        }
        m_load.headBytes = head.bytes;
        m_load.headElements = head.elements;
        m_load.headUnpacked = head.unpacked;
    }

    const ModelArchitecture &m_model;
    const Format &m_format;
    KvFormats m_kv;
    const Arithmetic &m_arithmetic;
    SpeedLoad &m_load;
};

Bytes weightsOf(const RankLoad &rank)
{
    return rank.fixed[kOwnFormat][Item::Weights];
}

/// A GGUF file has more types than a role tells apart, so what its engine puts on the GPUs is what counts: all that is
/// read, as the embedding table stays with the host and a tied one is there again as the head.
void scaleToEngine(const ResolvedPlan &resolved, SpeedLoad &load)
{
    Bytes onGpus;
    for (const RankLoad &rank : resolved.layout.ranks)
        onGpus += weightsOf(rank) * rank.count;
    double summed = load.bytes + load.headBytes;
    for (const ExpertLoad &experts : load.experts)
        summed += experts.bytes;
    const double scale = summed > 0 ? double(onGpus.count()) / summed : 1;
    load.bytes *= scale;
    load.headBytes *= scale;
    for (ExpertLoad &experts : load.experts)
        experts.bytes *= scale;
}

void makeSlower(SpeedStage &stage, const StageRates &rates)
{
    const auto slower = [](double &value, double other) { value = value > 0 ? std::min(value, other) : other; };
    slower(stage.bandwidth, rates.bandwidth);
    slower(stage.flops, rates.flops);
    slower(stage.attention, rates.attention);
    slower(stage.interconnect, rates.interconnect);
}

/// Each GPU has the layers that fit its share of the weights.
std::vector<SpeedStage> layerSplit(const ResolvedPlan &resolved)
{
    Bytes all;
    for (const RankLoad &rank : resolved.layout.ranks)
        all += weightsOf(rank) * rank.count;
    std::vector<SpeedStage> stages;
    for (const RankLoad &rank : resolved.layout.ranks) {
        for (qint32 n = 0; n < rank.count; ++n) {
            SpeedStage stage;
            stage.layerShare = all.count() > 0 ? double(weightsOf(rank).count()) / double(all.count()) : 1;
            stage.hasHead = false;
            makeSlower(stage, ratesOf(resolved.gpus[size_t(rank.gpuIndex)], true));
            stages.push_back(stage);
        }
    }
    if (!stages.empty())
        stages.back().hasHead = true;
    return stages;
}

std::vector<SpeedStage> pipeline(const ResolvedPlan &resolved)
{
    const qint32 count = std::max(1, resolved.layout.parallel.pipeline);
    const qint32 layers = std::max(1, resolved.model->layers());
    std::vector<SpeedStage> stages(static_cast<size_t>(count));
    for (qint32 i = 0; i < count; ++i) {
        const torch::Stage cut = torch::stageOf(layers, count, i);
        stages[size_t(i)].layerShare = double(cut.end - cut.begin) / layers;
        stages[size_t(i)].hasHead = cut.last;
    }
    for (const RankLoad &rank : resolved.layout.ranks) {
        const StageRates rates = ratesOf(resolved.gpus[size_t(rank.gpuIndex)], false);
        if (count > 1 && rank.stage < count)
            makeSlower(stages[size_t(rank.stage)], rates);
        else
            makeSlower(stages.front(), rates);
    }
    return stages;
}

SpeedLoad::Missing whatIsMissing(const ResolvedPlan &resolved, const SpeedLoad &load)
{
    using enum SpeedLoad::Missing;
    if (resolved.options.value(QLatin1String("backend")) == QLatin1String("cpu"))
        return CpuBackend;
    if (resolved.options.value(QLatin1String("cpuOffloadGb")).toDouble(0) > 0)
        return OffloadedWeights;
    if (std::any_of(resolved.layout.ranks.begin(), resolved.layout.ranks.end(),
                    [](const RankLoad &rank) { return rank.attentionReplicas > 1; }))
        return AttentionReplicas;
    const qint64 onGpu = resolved.options.value(QLatin1String("gpuLayers")).toInteger(-1);
    if (onGpu >= 0 && onGpu < resolved.model->layers())
        return HostLayers;
    const bool known = std::all_of(load.stages.begin(), load.stages.end(),
                                   [](const SpeedStage &stage) { return stage.bandwidth > 0; });
    return known && !load.stages.empty() ? Nothing : Bandwidth;
}

/// Tokens that an option says; `usual` where neither the plan nor its preset does.
qint64 tokensOf(const ResolvedPlan &resolved, const char *option, qint64 usual)
{
    const QString key = QLatin1String(option);
    const QJsonValue said = resolved.options.value(key);
    const qint64 tokens =
        (said.isUndefined() ? resolved.engine->impliedOption(key, resolved.options) : said).toInteger();
    return tokens > 0 ? tokens : usual;
}

/// Tokens of a prompt in one step, and how many of its steps stages work on at the same time.
void setPromptSteps(const ResolvedPlan &resolved, SpeedLoad &load)
{
    constexpr qint64 kBatchedTokens = 8192; // vLLM, SGLang and TensorRT-LLM on large cards
    if (!resolved.engine->splitsLayers()) {
        const qint64 chunk = tokensOf(resolved, "chunkedPrefillSize", kBatchedTokens);
        load.promptStep = double(tokensOf(resolved, "maxNumBatchedTokens", chunk));
        load.promptSteps = 1;
        return;
    }
    // llama.cpp hands its GPUs n_batch tokens in parts of n_ubatch, and starts the next batch when all are done.
    constexpr qint64 kBatch = 2048, kMicroBatch = 512;
    const qint64 batch = tokensOf(resolved, "nBatch", kBatch);
    load.promptStep = double(std::min(batch, tokensOf(resolved, "nUbatch", kMicroBatch)));
    load.promptSteps = std::max(1.0, double(batch) / load.promptStep);
}

} // namespace

std::shared_ptr<const SpeedLoad> speedLoad(const ResolvedPlan &resolved, const Catalog &catalog)
{
    if (resolved.gpus.empty() || resolved.layout.ranks.empty())
        return nullptr;
    auto load = std::make_shared<SpeedLoad>();
    const bool splitsLayers = resolved.engine->splitsLayers();
    const Parallel &parallel = resolved.layout.parallel;
    load->ranks = resolved.engine->dividesFreely() ? double(resolved.plan.gpuCount()) : std::max(1, parallel.tensor);
    load->expertRanks = std::max(1, parallel.expert);
    load->replicas = std::max(1, parallel.data);
    load->hidden = double(resolved.model->hiddenSize);
    setPromptSteps(resolved, *load);
    load->microBatches = !splitsLayers;
    load->flashAttention = resolved.options.value(QLatin1String("flashAttention")).toBool(true);

    const Arithmetic arithmetic(resolved.gpus, splitsLayers);
    Summing sum(resolved, arithmetic, *load);
    sum.run();
    if (splitsLayers)
        scaleToEngine(resolved, *load);
    load->stages = splitsLayers ? layerSplit(resolved) : pipeline(resolved);
    load->missing = whatIsMissing(resolved, *load);
    load->law = speedLaw(catalog, resolved.engine->id(),
                         speedHardware(resolved.gpus, resolved.engine->id(),
                                       resolved.options.value(QLatin1String("backend")).toString()));
    return load;
}

} // namespace plimsoll
