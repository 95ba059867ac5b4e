// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/gguflayout.h"

#include "core/memory/mixertensors.h"

namespace plimsoll {
namespace {

bool isAnyOf(const QString &text, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (text.startsWith(QLatin1String(name)))
            return true;
    }
    return false;
}

class LayoutBuilder
{
public:
    explicit LayoutBuilder(const ModelArchitecture &model)
        : m_model(model)
        , m_hidden(model.hiddenSize)
        , m_fusedQkv(isAnyOf(model.architecture, {"Phi3F", "FalconF", "GPTNeoX", "Bloom", "GPT2", "GPTBigCode", "MPT",
                                                  "QWenLMHead", "ChatGLM"}))
        , m_fusedGateUp(isAnyOf(model.architecture, {"Phi3F", "Glm4F", "GlmF", "ChatGLM"}))
    {
    }

    std::vector<GgufTensorLayout> build();

private:
    void vector(const QByteArray &name, qint64 length)
    {
        if (length > 0)
            m_out.push_back({m_block + name, length, 1, 1, 1, false});
    }
    void matrix(const QByteArray &name, qint64 columns, qint64 rows, qint64 copies = 1)
    {
        if (columns > 0 && rows > 0 && copies > 0)
            m_out.push_back({m_block + name, columns, rows, copies, copies > 1 ? 3 : 2, false});
    }
    void norms(int count);
    void layer(const LayerGroup &group);
    void mtp(int index);
    void outside();

    void mixer(const GroupedAttention &a);
    void mixer(const LatentAttention &a);
    void mixer(const Mamba1 &m);
    void mixer(const Mamba2 &m);
    void mixer(const LinearAttention &l);
    void mixer(const ParallelHybrid &p);
    void mixer(const ShortConvolution &c);
    void mixer(const CrossAttention &c) { mixer(c.attention); }
    void mixer(const CompressedAttention &c);
    void mixer(const NoMixer &) { }
    void indexer(qint64 queryInput, qint32 heads, qint32 headDim);
    void dense(const DenseFeedForward &block);
    void experts(const MoeFeedForward &block);

    const ModelArchitecture &m_model;
    qint64 m_hidden;
    bool m_fusedQkv, m_fusedGateUp;
    QByteArray m_block; ///< "blk.3."
    std::vector<GgufTensorLayout> m_out;
};

void LayoutBuilder::norms(int count)
{
    static constexpr const char *names[] = {"attn_norm", "ffn_norm", "post_attention_norm", "post_ffw_norm"};
    for (int i = 0; i < count && m_model.normType != NormType::None; ++i) {
        const QByteArray name = i < 4 ? QByteArray(names[i]) : QByteArray("norm_" + QByteArray::number(i));
        vector(name + ".weight", m_hidden);
        if (m_model.normType == NormType::Layer)
            vector(name + ".bias", m_hidden);
    }
}

void LayoutBuilder::mixer(const GroupedAttention &a)
{
    const qint64 query = qint64(a.heads) * a.headDim * (a.outputGate ? 2 : 1);
    const qint64 keys = a.ownsKvProjections ? qint64(a.kvHeads) * a.headDim : 0;
    const qint64 values = a.ownsKvProjections && !a.keyEqualsValue ? qint64(a.kvHeads) * a.valueHeadDim : 0;
    const qint64 output = qint64(a.heads) * a.valueHeadDim;
    if (m_fusedQkv) {
        matrix("attn_qkv.weight", m_hidden, query + keys + values);
    } else {
        matrix("attn_q.weight", m_hidden, query);
        matrix("attn_k.weight", m_hidden, keys);
        matrix("attn_v.weight", m_hidden, values);
    }
    if (a.qkvBias && m_fusedQkv) {
        vector("attn_qkv.bias", query + keys + values);
    } else if (a.qkvBias) {
        vector("attn_q.bias", query);
        vector("attn_k.bias", keys);
        vector("attn_v.bias", values);
    }
    matrix("attn_output.weight", output, m_hidden);
    if (a.outputBias)
        vector("attn_output.bias", m_hidden);
    if (a.gateFull || a.gatePerHead)
        matrix("attn_gate.weight", m_hidden, a.gateFull ? output : a.heads);
    if (a.qkNorm != QkNorm::None) {
        vector("attn_q_norm.weight", a.qkNorm == QkNorm::Head ? a.headDim : qint64(a.heads) * a.headDim);
        vector("attn_k_norm.weight", a.qkNorm == QkNorm::Head && keys > 0 ? a.headDim : keys);
    }
    if (a.sinks)
        vector("attn_sinks.weight", a.heads);
}

void LayoutBuilder::mixer(const LatentAttention &a)
{
    const qint64 query = qint64(a.heads) * (a.qkNopeHeadDim + a.qkRopeHeadDim);
    if (a.qLoraRank > 0) {
        matrix("attn_q_a.weight", m_hidden, a.qLoraRank);
        vector("attn_q_a_norm.weight", a.qLoraRank);
        matrix("attn_q_b.weight", a.qLoraRank, query);
    } else {
        matrix("attn_q.weight", m_hidden, query);
    }
    matrix("attn_kv_a_mqa.weight", m_hidden, a.kvLoraRank + a.qkRopeHeadDim);
    vector("attn_kv_a_norm.weight", a.kvLoraRank);
    // Taken apart, so that keys and values need not be unpacked from the latent.
    matrix("attn_k_b.weight", a.qkNopeHeadDim, a.kvLoraRank, a.heads);
    matrix("attn_v_b.weight", a.kvLoraRank, a.valueHeadDim, a.heads);
    matrix("attn_output.weight", qint64(a.heads) * a.valueHeadDim, m_hidden);
    if (a.outputGate)
        matrix("attn_gate.weight", m_hidden, qint64(a.heads) * a.valueHeadDim);
    indexer(a.qLoraRank > 0 ? a.qLoraRank : m_hidden, a.indexHeads, a.indexHeadDim);
}

void LayoutBuilder::indexer(qint64 queryInput, qint32 heads, qint32 headDim)
{
    if (heads == 0)
        return;
    matrix("indexer.attn_q_b.weight", queryInput, qint64(heads) * headDim);
    matrix("indexer.attn_k.weight", m_hidden, headDim);
    matrix("indexer.proj.weight", m_hidden, heads);
    vector("indexer.k_norm.weight", headDim);
    vector("indexer.k_norm.bias", headDim);
}

void LayoutBuilder::mixer(const Mamba1 &m)
{
    const qint64 inner = m.innerDim;
    matrix("ssm_in.weight", m_hidden, 2 * inner);
    matrix("ssm_conv1d.weight", m.convKernel, inner);
    vector("ssm_conv1d.bias", inner);
    matrix("ssm_x.weight", inner, m.timeStepRank + 2 * qint64(m.stateDim));
    matrix("ssm_dt.weight", m.timeStepRank, inner);
    vector("ssm_dt.bias", inner);
    matrix("ssm_a", m.stateDim, inner);
    vector("ssm_d", inner);
    matrix("ssm_out.weight", inner, m_hidden);
    if (m.innerNorms) {
        vector("ssm_dt_norm.weight", m.timeStepRank);
        vector("ssm_b_norm.weight", m.stateDim);
        vector("ssm_c_norm.weight", m.stateDim);
    }
}

void LayoutBuilder::mixer(const Mamba2 &m)
{
    const qint64 inner = m.innerDim();
    matrix("ssm_in.weight", m_hidden, inner + m.convDim() + m.heads);
    matrix("ssm_conv1d.weight", m.convKernel, m.convDim());
    if (m.convBias)
        vector("ssm_conv1d.bias", m.convDim());
    vector("ssm_dt.bias", m.heads);
    matrix("ssm_a", 1, m.heads);
    matrix("ssm_d", 1, m.heads);
    if (m.gatedNorm)
        matrix("ssm_norm.weight", inner / std::max(m.groups, 1), m.groups);
    matrix("ssm_out.weight", inner, m_hidden);
}

void LayoutBuilder::mixer(const LinearAttention &l)
{
    const qint64 keys = qint64(l.keyHeads) * l.keyHeadDim;
    const qint64 values = qint64(l.valueHeads) * l.valueHeadDim;
    if (l.kind == LinearAttentionKind::GatedDeltaNet) {
        matrix("attn_qkv.weight", m_hidden, 2 * keys + values);
        matrix("attn_gate.weight", m_hidden, values);
        matrix("ssm_ba.weight", m_hidden, 2 * qint64(l.valueHeads));
    } else {
        matrix("attn_q.weight", m_hidden, keys);
        matrix("attn_k.weight", m_hidden, keys);
        matrix("attn_v.weight", m_hidden, values);
        matrix("ssm_g.weight", m_hidden, values);
    }
    matrix("ssm_conv1d.weight", l.convKernel, 2 * keys + values);
    vector("ssm_dt.bias", l.valueHeads);
    vector("ssm_a", l.valueHeads);
    vector("ssm_norm.weight", l.valueHeadDim);
    matrix("ssm_out.weight", values, m_hidden);
}

void LayoutBuilder::mixer(const ParallelHybrid &p)
{
    mixer(p.mamba);
    mixer(p.attention);
}

void LayoutBuilder::mixer(const ShortConvolution &c)
{
    matrix("shortconv.in_proj.weight", m_hidden, 3 * m_hidden);
    matrix("shortconv.conv.weight", c.kernel, m_hidden);
    matrix("shortconv.out_proj.weight", m_hidden, m_hidden);
}

void LayoutBuilder::mixer(const CompressedAttention &c)
{
    int index = 0;
    for (const TensorClass &tensor : mixerTensors(c, m_hidden)) {
        const QByteArray name = "attn_" + QByteArray::number(index++) + ".weight";
        tensor.columns == 1 ? vector(name, tensor.rows) : matrix(name, tensor.columns, tensor.rows, tensor.copies);
    }
}

void LayoutBuilder::dense(const DenseFeedForward &block)
{
    const qint64 width = block.intermediateSize;
    if (block.gated && !m_fusedGateUp)
        matrix("ffn_gate.weight", m_hidden, width);
    matrix("ffn_up.weight", m_hidden, block.gated && m_fusedGateUp ? 2 * width : width);
    matrix("ffn_down.weight", width, m_hidden);
    if (!block.bias)
        return;
    vector("ffn_gate.bias", block.gated && !m_fusedGateUp ? width : 0);
    vector("ffn_up.bias", block.gated && m_fusedGateUp ? 2 * width : width);
    vector("ffn_down.bias", m_hidden);
}

void LayoutBuilder::experts(const MoeFeedForward &block)
{
    const qint64 width = block.intermediateSize, in = block.latentSize > 0 ? block.latentSize : m_hidden;
    matrix("ffn_gate_inp.weight", m_hidden, block.experts);
    if (block.routerBias)
        vector("exp_probs_b.bias", block.experts);
    if (block.latentSize > 0) {
        matrix("ffn_latent_down.weight", m_hidden, block.latentSize);
        matrix("ffn_latent_up.weight", block.latentSize, m_hidden);
    }
    if (block.gated)
        matrix("ffn_gate_exps.weight", in, width, block.experts);
    matrix("ffn_up_exps.weight", in, width, block.experts);
    matrix("ffn_down_exps.weight", width, in, block.experts);
    if (block.expertBias) {
        if (block.gated)
            matrix("ffn_gate_exps.bias", width, block.experts);
        matrix("ffn_up_exps.bias", width, block.experts);
        matrix("ffn_down_exps.bias", m_hidden, block.experts);
    }
    if (block.gated)
        matrix("ffn_gate_shexp.weight", m_hidden, block.sharedIntermediate);
    matrix("ffn_up_shexp.weight", m_hidden, block.sharedIntermediate);
    matrix("ffn_down_shexp.weight", block.sharedIntermediate, m_hidden);
    if (block.sharedGate)
        vector("ffn_gate_inp_shexp.weight", m_hidden);
}

void LayoutBuilder::layer(const LayerGroup &group)
{
    norms(group.norms);
    std::visit([this](const auto &kind) { mixer(kind); }, group.mixer);
    if (group.dense)
        dense(*group.dense);
    if (group.moe)
        experts(*group.moe);
    vector("extra", group.extraParameters);
}

/// Kept in the file only by the converters of these architectures, as further layers.
void LayoutBuilder::mtp(int index)
{
    if (!isAnyOf(m_model.architecture, {"Glm4Moe"}) || m_model.groups.empty())
        return;
    const size_t first = m_out.size();
    m_block = "blk." + QByteArray::number(index) + '.';
    layer(m_model.groups[m_model.layerGroups.back()]);
    matrix("nextn.eh_proj.weight", 2 * m_hidden, m_hidden);
    if (m_model.mtpStyle == MtpStyle::DeepSeek) {
        matrix("nextn.embed_tokens.weight", m_hidden, m_model.vocabSize);
        matrix("nextn.shared_head_head.weight", m_hidden, m_model.vocabSize);
    }
    for (const char *norm : {"nextn.enorm.weight", "nextn.hnorm.weight", "nextn.shared_head_norm.weight"})
        vector(norm, m_hidden);
    for (size_t i = first; i < m_out.size(); ++i)
        m_out[i].ofMtp = true;
}

void LayoutBuilder::outside()
{
    m_block.clear();
    matrix("token_embd.weight", m_model.embeddingDim, m_model.vocabSize);
    matrix("position_embd.weight", m_hidden, m_model.positionEmbeddingRows);
    if (m_model.embeddingDim != m_hidden) {
        matrix("project_in.weight", m_model.embeddingDim, m_hidden);
        matrix("project_out.weight", m_hidden, m_model.embeddingDim);
    }
    const auto norm = [this](const QByteArray &name) {
        vector(name + ".weight", normParameters(NormType::Rms, m_hidden));
        vector(name + ".bias", m_model.normType == NormType::Layer ? m_hidden : 0);
    };
    if (m_model.embeddingNorm)
        norm("token_embd_norm");
    if (m_model.finalNorm && m_model.normType != NormType::None)
        norm("output_norm");
    if (!m_model.tiedEmbeddings)
        matrix("output.weight", m_model.embeddingDim, m_model.vocabSize);
    if (m_model.lmHeadBias)
        vector("output.bias", m_model.vocabSize);
    if (m_model.perLayerEmbeddings) {
        const PerLayerEmbeddings &ple = *m_model.perLayerEmbeddings;
        const qint64 width = qint64(m_model.layers()) * ple.dim;
        matrix("per_layer_token_embd.weight", width, ple.vocabulary);
        matrix("per_layer_model_proj.weight", m_hidden, width);
        vector("per_layer_proj_norm.weight", ple.dim);
    }
    vector("extra", m_model.extraParameters);
}

std::vector<GgufTensorLayout> LayoutBuilder::build()
{
    outside();
    for (int i = 0; i < m_model.layers(); ++i) {
        m_block = "blk." + QByteArray::number(i) + '.';
        layer(m_model.groups[m_model.layerGroups[size_t(i)]]);
    }
    for (int i = 0; i < m_model.mtpLayers; ++i)
        mtp(m_model.layers() + i);
    return std::move(m_out);
}

} // namespace

std::vector<GgufTensorLayout> ggufLayout(const ModelArchitecture &model)
{
    return LayoutBuilder(model).build();
}

} // namespace plimsoll
