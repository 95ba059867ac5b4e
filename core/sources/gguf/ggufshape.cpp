// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufshape.h"

#include "core/catalog/modellayers.h"
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/memory/tensors.h"

#include <algorithm>

namespace plimsoll {

GgufShape::GgufShape(const GgufMetadata &metadata, ModelSource &source, const QString &place)
    : m_metadata(metadata)
    , m_source(source)
    , m_model(source.architecture)
    , m_place(place)
    , m_name(metadata.text("general.architecture"))
{
}

std::optional<Error> GgufShape::read()
{
    if (const GgufArchitecture *known = ggufArchitecture(m_name)) {
        m_rules = *known;
    } else {
        m_source.warnings.append(
            tr("The architecture \"%1\" is not known: it is read as a plain transformer from the keys it has. The "
               "weights are exact; the KV cache could be too large where layers have windows or states.")
                .arg(QString::fromUtf8(m_name)));
    }
    for (void (GgufShape::*step)() : {&GgufShape::readWidths, &GgufShape::readLists, &GgufShape::collectTensors,
                                      &GgufShape::appendLayers, &GgufShape::finishOutside, &GgufShape::finishMtp}) {
        (this->*step)();
        if (m_error)
            return m_error;
    }
    return std::nullopt;
}

void GgufShape::fail(const QByteArray &field, const QString &what)
{
    const QString name = QString::fromUtf8(field);
    if (!m_error)
        m_error = Error{QStringLiteral("bad-value"), name, tr("%1: %2: %3").arg(m_place, name, what), ErrorKind::File};
}

qint64 GgufShape::number(const char *name, qint64 low, qint64 high, qint64 fallback)
{
    const std::optional<qint64> value = m_metadata.integer(key(name));
    if (!value)
        return fallback;
    if (*value < low || *value > high)
        fail(key(name), tr("%1 is not within %2 to %3.").arg(*value).arg(low).arg(high));
    return std::clamp(*value, low, high);
}

std::vector<qint64> GgufShape::perLayer(const char *name, qint64 high, qint64 fallback)
{
    const std::span<const qint64> list = m_metadata.integers(key(name));
    std::vector<qint64> values(size_t(m_blocks), fallback);
    for (size_t i = 0; i < values.size() && !list.empty(); ++i) {
        const qint64 value = list[i % list.size()];
        if (value < 0 || value > high)
            fail(key(name), tr("%1 is not within %2 to %3.").arg(value).arg(0).arg(high));
        values[i] = std::clamp<qint64>(value, 0, high);
    }
    return values;
}

void GgufShape::readWidths()
{
    using namespace recordlimits;
    for (const char *needed : {"block_count", "embedding_length"}) {
        if (!m_metadata.integer(key(needed)))
            fail(key(needed), tr("the key is missing. The file may be no language model, or written by hand."));
    }
    m_blocks = int(number("block_count", 1, layers, 1));
    m_nextn = int(number("nextn_predict_layers", 0, m_blocks - 1));
    m_model.hiddenSize = number("embedding_length", 1, hidden);
    m_model.contextLimit = number("context_length", 0, tokens);
    m_window = number("attention.sliding_window", 0, tokens);
    m_sharedKvLayers = number("attention.shared_kv_layers", 0, m_blocks);

    m_hints.kvLoraRank = qint32(number("attention.kv_lora_rank", 0, hidden));
    m_hints.ropeDim = m_hints.kvLoraRank > 0 ? qint32(number("rope.dimension_count", 0, headDim)) : 0;
    m_hints.indexHeads = qint32(number("attention.indexer.head_count", 0, heads));
    m_hints.indexHeadDim = qint32(number("attention.indexer.key_length", 0, headDim));
    m_hints.expertsPerToken = qint32(number("expert_used_count", 0, experts));
    m_hints.stateDim = qint32(number("ssm.state_size", 0, hidden));
    m_hints.stateInner = number("ssm.inner_size", 0, intermediate);
    m_hints.stateGroups = qint32(number("ssm.group_count", 0, heads));
    m_hints.timeStepRank = qint32(number("ssm.time_step_rank", 0, hidden));
    m_hints.convKernel = qint32(number("ssm.conv_kernel", 0, 1024, number("shortconv.l_cache", 0, 1024)));
    m_hints.outputGroups = qint32(number("attention.output_group_count", 0, heads));
    m_hints.outputLoraRank = qint32(number("attention.output_lora_rank", 0, hidden));
}

void GgufShape::readLists()
{
    using namespace recordlimits;
    m_heads = perLayer("attention.head_count", heads, 0);
    const bool hasKvHeads = m_metadata.has(key("attention.head_count_kv"));
    m_kvHeads = hasKvHeads ? perLayer("attention.head_count_kv", heads, 0) : m_heads;
    m_compressRatios = perLayer("attention.compress_ratios", 65536, 0);
    if (m_metadata.has(key("attention.sliding_window_pattern")))
        m_windowPattern = perLayer("attention.sliding_window_pattern", layers, 0);

    const qint64 most = *std::max_element(m_heads.begin(), m_heads.end());
    const qint64 evenDim = most > 0 ? m_model.hiddenSize / most : 0;
    const qint64 dim = number("attention.key_length", 1, headDim, std::min(evenDim, headDim));
    const qint64 valueDim = number("attention.value_length", 1, headDim, std::min(evenDim, headDim));
    m_hints.headDim = qint32(dim);
    m_hints.valueHeadDim = qint32(valueDim);
    m_windowHeadDim = qint32(number("attention.key_length_swa", 1, headDim, dim));
    m_windowValueDim = qint32(number("attention.value_length_swa", 1, headDim, valueDim));
    m_hints.latentKeyDim = qint32(number("attention.key_length_mla", 1, headDim, dim));
    m_hints.latentValueDim = qint32(number("attention.value_length_mla", 1, headDim, valueDim));
}

bool GgufShape::seesWindow(int layer) const
{
    if (m_window == 0 && m_rules.chunkSize == 0)
        return false;
    const bool isList = m_metadata.integers(key("attention.sliding_window_pattern")).size() > 1;
    if (isList)
        return m_windowPattern[size_t(layer)] != 0;
    const qint64 period = !m_windowPattern.empty() ? m_windowPattern.front() : m_rules.windowPeriod;
    if (period <= 0)
        return period < 0 || !m_windowPattern.empty();
    return m_rules.fullFirst ? layer % period != 0 : layer % period < period - 1;
}

LayerHints GgufShape::hintsOf(int layer) const
{
    LayerHints hints = m_hints;
    hints.heads = qint32(m_heads[size_t(layer)]);
    hints.kvHeads = qint32(m_kvHeads[size_t(layer)]);
    if (seesWindow(layer)) {
        hints.slidingWindow = m_rules.chunkSize > 0 ? 0 : m_window;
        hints.chunkSize = m_rules.chunkSize;
        hints.headDim = m_windowHeadDim;
        hints.valueHeadDim = m_windowValueDim;
    }
    hints.compressRatio = qint32(m_compressRatios[size_t(layer)]);
    hints.sharesKvCache = m_sharedKvLayers > 0 && layer >= m_blocks - m_nextn - m_sharedKvLayers;
    describeState(layer, hints);
    return hints;
}

void GgufShape::describeState(int layer, LayerHints &hints) const
{
    const LayerShapes &shapes = m_layers[size_t(layer)];
    hints.stateHeads = m_hints.timeStepRank;
    if (!shapes.has(WeightPart::KimiDelta))
        return;
    hints.stateHeads = hints.stateGroups = std::max(hints.heads, 1);
    hints.stateDim = qint32(m_metadata.integer(key("kda.head_dim")).value_or(128) & 0xfff);
    hints.stateInner = qint64(hints.stateHeads) * hints.stateDim;
}

void GgufShape::collectTensors()
{
    m_layers.resize(size_t(m_blocks));
    for (qsizetype i = 0; i < m_source.tensors.size(); ++i)
        placeTensor(m_source.tensors.at(i));
    m_model.vocabSize = m_rowsOfEmbedding;
    m_model.embeddingDim = m_widthOfEmbedding > 0 ? m_widthOfEmbedding : m_model.hiddenSize;
    if (m_rowsOfEmbedding == 0)
        fail("token_embd.weight",
             tr("the tensor is missing. A part of the model may be missing: name its first part."));
    if (m_rowsOfEmbedding > recordlimits::vocabulary || m_model.embeddingDim > recordlimits::hidden)
        fail("token_embd.weight",
             tr("%1 x %2 is larger than any model's.").arg(m_rowsOfEmbedding).arg(m_widthOfEmbedding));
}

void GgufShape::placeTensor(const StoredTensor &tensor)
{
    if (isGgufBuffer(tensor.name)) {
        m_buffers += tensor.elements;
        return;
    }
    const GgufTensorPlace place = placeOfGgufTensor(tensor);
    const bool nextn = place.nextn || (place.layer >= m_blocks - m_nextn && place.layer < m_blocks);
    if (nextn) {
        m_nextnElements += tensor.elements;
        m_nextnOwnsEmbedding = m_nextnOwnsEmbedding || tensor.name.endsWith("nextn.embed_tokens.weight");
    } else if (place.layer >= 0 && place.layer < m_blocks) {
        m_layers[size_t(place.layer)].add(place.part, tensor.elements, place.experts);
        m_hasRwkv = m_hasRwkv || place.part == WeightPart::Rwkv;
        if (place.part == WeightPart::NormBias)
            m_model.normType = NormType::Layer;
    } else {
        m_outside += tensor.elements;
        if (place.layer >= m_blocks && m_source.warnings.size() < 20)
            m_source.warnings.append(tr("%1 belongs to none of the %2 layers; it is counted as a weight all the same.")
                                         .arg(QString::fromUtf8(tensor.name))
                                         .arg(m_blocks));
    }
    if (tensor.name == QByteArrayView("token_embd.weight") && tensor.shape.size() == 2) {
        m_rowsOfEmbedding = tensor.shape.front();
        m_widthOfEmbedding = tensor.shape.back();
    } else if (tensor.name == QByteArrayView("output.weight")) {
        m_hasHead = true;
    } else if (tensor.name == QByteArrayView("position_embd.weight") && tensor.shape.size() == 2) {
        m_model.positionEmbeddingRows = std::min(tensor.shape.front(), recordlimits::vocabulary);
    } else if (tensor.name == QByteArrayView("per_layer_token_embd.weight") && tensor.shape.size() == 2) {
        PerLayerEmbeddings embeddings;
        embeddings.vocabulary = std::min(tensor.shape.front(), recordlimits::vocabulary);
        embeddings.dim = qint32(std::min(tensor.shape.back() / m_blocks, recordlimits::hidden));
        m_model.perLayerEmbeddings = embeddings;
    }
}

void GgufShape::requireStateKeys(const LayerShapes &shapes)
{
    const bool hasState = shapes.has(WeightPart::StateIn) || shapes.has(WeightPart::StateX);
    if (hasState && m_hints.stateDim == 0)
        fail(key("ssm.state_size"), tr("the key is missing, but layers have a state."));
    if (hasState && m_hints.convKernel == 0)
        fail(key("ssm.conv_kernel"), tr("the key is missing, but layers have a state."));
    if (shapes.has(WeightPart::ShortConv) && m_hints.convKernel == 0)
        fail(key("shortconv.l_cache"), tr("the key is missing, but layers have a convolution."));
}

void GgufShape::appendLayers()
{
    for (int i = 0; i < m_blocks - m_nextn; ++i) {
        requireStateKeys(m_layers[size_t(i)]);
        const std::optional<LayerGroup> layer = layerOf(m_layers[size_t(i)], hintsOf(i), m_model);
        if (!layer) {
            fail("blk." + QByteArray::number(i), tr("the sizes of its tensors are beyond those of any model."));
            return;
        }
        m_model.appendLayer(*layer);
    }
    // Converters write some large number for what has no limit.
    const bool attends = std::any_of(m_model.groups.begin(), m_model.groups.end(),
                                     [](const LayerGroup &group) { return !cacheShapes(group.mixer).empty(); });
    if (!attends)
        m_model.contextLimit = 0;
    if (m_hasRwkv)
        m_source.warnings.append(
            tr("RWKV keeps a state of constant size instead of a KV cache; it is small and is not counted."));
}

} // namespace plimsoll
