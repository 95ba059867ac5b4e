// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacppspec.h"

#include "core/engines/llamacpp/llamacppfamily.h"

#include <algorithm>

namespace plimsoll::llamacpp {
namespace {

class SpecBuilder
{
public:
    SpecBuilder(const ModelArchitecture &model, const TensorTable &tensors)
        : m_model(model)
        , m_tensors(tensors)
        , m_family(familyOf(model))
    {
    }

    ModelSpec build();

private:
    bool has(const char *name) const { return m_tensors.has(m_block + name); }
    LayerSpec layer(const LayerGroup &group);
    AttentionSpec attention(const GroupedAttention &a) const;
    MambaSpec mamba(const Mamba2 &m) const;
    void mixer(const Mixer &mixer, LayerSpec &spec) const;
    DenseSpec dense(const DenseFeedForward &block) const;
    ExpertsSpec experts(const MoeFeedForward &block) const;

    const ModelArchitecture &m_model;
    const TensorTable &m_tensors;
    Family m_family;
    QByteArray m_block;
};

AttentionSpec SpecBuilder::attention(const GroupedAttention &a) const
{
    AttentionSpec spec;
    spec.heads = a.heads;
    spec.kvHeads = a.kvHeads;
    spec.keyDim = a.headDim;
    spec.valueDim = a.valueHeadDim > 0 ? a.valueHeadDim : a.headDim;
    spec.windowed = m_family.honoursWindow && (a.slidingWindow > 0 || a.chunkSize > 0);
    spec.rope = m_family.rotates;
    spec.ropeFactors = m_tensors.has("rope_freqs.weight") || m_tensors.has("rope_factors_long.weight");
    spec.fusedQkv = has("attn_qkv.weight");
    spec.qkvBias = a.qkvBias;
    spec.outputBias = a.outputBias;
    spec.queryNorm = spec.keyNorm = a.qkNorm != QkNorm::None;
    spec.scaledQuery = m_family.scaledQuery;
    spec.softcap = m_family.softcap;
    spec.sinks = a.sinks;
    return spec;
}

MambaSpec SpecBuilder::mamba(const Mamba2 &m) const
{
    MambaSpec spec;
    spec.second = true;
    spec.inner = m.innerDim();
    spec.state = m.stateDim;
    spec.convKernel = m.convKernel;
    spec.groups = std::max(1, m.groups);
    spec.heads = std::max(1, m.heads);
    spec.norm = has("ssm_norm.weight");
    return spec;
}

void SpecBuilder::mixer(const Mixer &mixer, LayerSpec &spec) const
{
    std::visit(Overloaded{
                   [&](const GroupedAttention &a) { spec.attention = attention(a); },
                   [&](const LatentAttention &a) {
                       spec.latent = LatentSpec{a.heads,         a.qLoraRank,     a.kvLoraRank,
                                                a.qkRopeHeadDim, a.qkNopeHeadDim, a.valueHeadDim};
                   },
                   [&](const CompressedAttention &a) {
                       spec.attention = attention({a.heads, 1, a.headDim, a.headDim, a.slidingWindow});
                   },
                   [&](const CrossAttention &a) { spec.attention = attention(a.attention); },
                   [&](const Mamba1 &m) {
                       MambaSpec state;
                       state.inner = m.innerDim;
                       state.state = m.stateDim;
                       state.convKernel = m.convKernel;
                       state.timeStepRank = m.timeStepRank;
                       state.innerNorms = m.innerNorms;
                       spec.mamba = state;
                   },
                   [&](const Mamba2 &m) { spec.mamba = mamba(m); },
                   [&](const LinearAttention &l) {
                       spec.mamba = mamba({std::max(1, l.valueHeads), l.valueHeadDim, std::max(1, l.keyHeads),
                                           l.keyHeadDim, std::max(1, l.convKernel)});
                   },
                   [&](const ShortConvolution &c) {
                       spec.mamba = mamba({1, qint32(m_model.hiddenSize), 1, 0, std::max(1, c.kernel)});
                   },
                   [&](const ParallelHybrid &p) {
                       spec.attention = attention(p.attention);
                       spec.mamba = mamba(p.mamba);
                   },
                   [](const NoMixer &) {},
               },
               mixer);
}

DenseSpec SpecBuilder::dense(const DenseFeedForward &block) const
{
    DenseSpec spec;
    spec.width = block.intermediateSize;
    spec.bias = block.bias;
    spec.activation = !block.gated             ? Activation::Plain
                      : has("ffn_gate.weight") ? Activation::Gated
                                               : Activation::FusedGate;
    return spec;
}

ExpertsSpec SpecBuilder::experts(const MoeFeedForward &block) const
{
    ExpertsSpec spec;
    spec.experts = block.experts;
    spec.used = std::clamp(block.expertsPerToken, 1, std::max(1, block.experts));
    spec.width = block.intermediateSize;
    spec.gated = block.gated;
    spec.bias = block.expertBias;
    spec.selectionBias = has("exp_probs_b.bias");
    spec.routerBias = block.routerBias && !spec.selectionBias;
    spec.fusedGateUp = has("ffn_gate_up_exps.weight");
    spec.gating = m_family.softmaxOfChosen ? Gating::SoftmaxOfChosen
                  : spec.selectionBias     ? Gating::Sigmoid
                                           : Gating::Softmax;
    spec.normalised = !m_family.unnormalised;
    spec.scaled = m_family.scaledExperts && spec.selectionBias;
    spec.weightBefore = m_family.weightBefore;
    spec.shared = block.sharedIntermediate;
    spec.sharedGate = block.sharedGate;
    return spec;
}

LayerSpec SpecBuilder::layer(const LayerGroup &group)
{
    LayerSpec spec;
    mixer(group.mixer, spec);
    if (group.dense)
        spec.dense = dense(*group.dense);
    if (group.moe)
        spec.experts = experts(*group.moe);
    const bool mixes = spec.attention || spec.latent || spec.mamba;
    const bool both = spec.attention && spec.mamba;
    if (!mixes || (!spec.dense && !spec.experts))
        spec.residual = Residual::Single;
    else if (!both && group.norms == 1)
        spec.residual = Residual::Parallel;
    spec.postNorms = has("post_attention_norm.weight") && has("post_ffw_norm.weight");
    spec.residualFirst = m_family.residualFirst;
    spec.normBias = has("attn_norm.bias");
    return spec;
}

ModelSpec SpecBuilder::build()
{
    ModelSpec spec;
    spec.width = m_model.hiddenSize;
    spec.vocabulary = m_model.vocabSize;
    spec.scaledEmbedding = m_family.scaledEmbedding;
    spec.scaledLogits = m_family.scaledLogits;
    spec.softcapLogits = m_family.softcapLogits;
    spec.outputBias = m_model.lmHeadBias;
    spec.layerNorm = m_family.layerNorm;
    spec.keepsAllRows = m_family.keepsAllRows;
    spec.normBias = m_tensors.has("output_norm.bias");
    for (qint32 i = 0; i < m_model.layers(); ++i) {
        m_block = "blk." + QByteArray::number(i) + '.';
        const LayerSpec each = layer(m_model.groups[m_model.layerGroups[size_t(i)]]);
        const auto known = std::find(spec.kinds.begin(), spec.kinds.end(), each);
        spec.layers.push_back(qint32(known - spec.kinds.begin()));
        if (known == spec.kinds.end())
            spec.kinds.push_back(each);
    }
    return spec;
}

} // namespace

ModelSpec modelSpec(const ModelArchitecture &model, const TensorTable &tensors)
{
    return SpecBuilder(model, tensors).build();
}

std::vector<qint32> layersThatMatter(const ModelSpec &model, const std::vector<qint16> &layerDevice)
{
    // Where a run of equal layers is long, what it leaves free comes back to the same state every few layers: whole
    // periods of it may be left out. With these numbers every measured buffer is that of the whole graph.
    constexpr qint32 kAround = 3, kPeriod = 6;
    std::vector<qint32> kept;
    const qint32 layers = qint32(model.layers.size());
    for (qint32 first = 0; first < layers;) {
        const auto isSame = [&](qint32 layer) {
            return layer < layers && model.layers[size_t(layer)] == model.layers[size_t(first)]
                   && layerDevice[size_t(layer)] == layerDevice[size_t(first)];
        };
        qint32 end = first + 1;
        while (isSame(end))
            ++end;
        const qint32 between = std::max(0, end - first - 2 * kAround), skipped = between / kPeriod * kPeriod;
        for (qint32 layer = first; layer < end; ++layer) {
            if (layer < first + kAround || layer >= first + kAround + skipped)
                kept.push_back(layer);
        }
        first = end;
    }
    return kept;
}

} // namespace plimsoll::llamacpp
