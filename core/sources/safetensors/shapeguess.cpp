// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/shapeguess.h"

#include "core/catalog/modellayers.h"
#include "core/memory/mixertensors.h"
#include "core/memory/tensors.h"
#include "core/sources/safetensors/weightnames.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

class ShapeGuess
{
    Q_DECLARE_TR_FUNCTIONS(ShapeGuess)
public:
    explicit ShapeGuess(ModelSource &source)
        : m_source(source)
        , m_model(source.architecture)
    {
    }
    bool run();

private:
    void collect();
    void add(const StoredTensor &tensor, const WeightPlace &place);
    void dropTrailingMtp();
    bool appendLayers();
    void finish();
    void warn();
    qint32 headDimOf(const LayerShapes &shapes) const;
    LayerHints hintsOf(const LayerShapes &shapes) const;
    void latentHints(const LayerShapes &shapes, LayerHints &hints) const;

    ModelSource &m_source;
    ModelArchitecture &m_model;
    std::vector<LayerShapes> m_layers;
    std::vector<bool> m_isMtp;
    qint64 m_outside = 0, m_vision = 0, m_audio = 0, m_mtp = 0;
    bool m_hasHead = false, m_hasHeadDim = false, m_hasExperts = false, m_hasState = false;
};

bool ShapeGuess::run()
{
    m_model.hiddenSize = hiddenSizeOf(m_source.tensors);
    if (m_model.hiddenSize < 1 || m_model.hiddenSize > recordlimits::hidden)
        return false;
    collect();
    dropTrailingMtp();
    if (m_model.vocabSize < 1 || m_model.vocabSize > recordlimits::vocabulary || m_layers.empty() || !appendLayers())
        return false;
    finish();
    warn();
    return true;
}

void ShapeGuess::collect()
{
    for (qsizetype i = 0; i < m_source.tensors.size(); ++i) {
        const StoredTensor tensor = m_source.tensors.at(i);
        if (!tensor.auxiliary)
            add(tensor, placeOfWeight(tensor));
    }
}

void ShapeGuess::add(const StoredTensor &tensor, const WeightPlace &place)
{
    const bool inLayer = place.layer >= 0 && place.layer < recordlimits::layers;
    if (place.tower == WeightPlace::Tower::Vision) {
        m_vision += tensor.elements;
    } else if (place.tower == WeightPlace::Tower::Audio) {
        m_audio += tensor.elements;
    } else if (place.tower == WeightPlace::Tower::Mtp && !inLayer) {
        m_mtp += tensor.elements;
    } else if (inLayer) {
        if (size_t(place.layer) >= m_layers.size()) {
            m_layers.resize(size_t(place.layer) + 1);
            m_isMtp.resize(m_layers.size());
        }
        LayerShapes &layer = m_layers[size_t(place.layer)];
        layer.add(place.part, tensor.elements, place.experts);
        m_isMtp[size_t(place.layer)] = m_isMtp[size_t(place.layer)] || place.tower == WeightPlace::Tower::Mtp;
        if (place.part == WeightPart::NormBias)
            m_model.normType = NormType::Layer;
    } else {
        m_outside += tensor.elements;
        if (place.embedding)
            m_model.vocabSize = std::max(m_model.vocabSize, tensor.elements / m_model.hiddenSize);
        if (place.positions && tensor.shape.size() == 2)
            m_model.positionEmbeddingRows = std::min(tensor.shape.front(), recordlimits::vocabulary);
        m_hasHead = m_hasHead || place.head;
    }
}

/// DeepSeek numbers its MTP modules on from the layers.
void ShapeGuess::dropTrailingMtp()
{
    while (!m_layers.empty() && m_isMtp.back()) {
        m_mtp += m_layers.back().total();
        m_layers.pop_back();
        m_isMtp.pop_back();
    }
}

qint32 ShapeGuess::headDimOf(const LayerShapes &shapes) const
{
    const qint64 query = shapes[WeightPart::Query] / m_model.hiddenSize;
    const qint64 key = shapes[WeightPart::Key] / m_model.hiddenSize;
    const qint64 norm = shapes[WeightPart::QueryNorm];
    if (norm > 0 && norm < query && query % norm == 0 && norm <= recordlimits::headDim)
        return qint32(norm);
    // Published models below about 2 billion weights have heads of 64, most others of 128.
    for (const qint64 dim : {m_model.hiddenSize <= 2048 ? 64 : 128, 128, 96, 80, 64, 32, 16}) {
        const qint64 rows = shapes.has(WeightPart::FusedQkv) ? m_model.hiddenSize : query;
        if (rows > 0 && rows % dim == 0 && key % dim == 0)
            return qint32(dim);
    }
    return 1;
}

void ShapeGuess::latentHints(const LayerShapes &shapes, LayerHints &hints) const
{
    // With heads H, parts n (nope), r (rope) and v: queries H(n + r), kv_b H(n + v), output H v.
    const qint64 rank = std::max<qint64>(shapes[WeightPart::KvNorm], 1);
    const qint64 queryRank = shapes[WeightPart::QueryDown] / m_model.hiddenSize;
    const qint64 query = shapes.has(WeightPart::QueryUp) && queryRank > 0
                             ? shapes[WeightPart::QueryUp] / queryRank
                             : shapes[WeightPart::Query] / m_model.hiddenSize;
    const qint64 rope = shapes[WeightPart::KvDown] / m_model.hiddenSize - rank;
    const qint64 output = shapes[WeightPart::AttentionOut] / m_model.hiddenSize;
    const qint64 nope = shapes[WeightPart::KvUp] / rank - output; // H n
    const qint64 heads = rope > 0 ? (query - nope) / rope : 0;
    if (rank > recordlimits::hidden || rope > recordlimits::headDim || heads < 1 || heads > recordlimits::heads
        || query / heads > recordlimits::headDim || output / heads > recordlimits::headDim)
        return;
    hints.kvLoraRank = qint32(rank);
    hints.ropeDim = qint32(rope);
    hints.heads = qint32(heads);
    hints.latentKeyDim = qint32(query / heads);
    hints.latentValueDim = qint32(output / heads);
}

LayerHints ShapeGuess::hintsOf(const LayerShapes &shapes) const
{
    LayerHints hints;
    hints.headDim = hints.valueHeadDim = headDimOf(shapes);
    if (shapes.has(WeightPart::FusedQkv))
        hints.heads = qint32(
            std::min(shapes[WeightPart::AttentionOut] / m_model.hiddenSize / hints.headDim, recordlimits::heads));
    if (shapes.has(WeightPart::KvDown))
        latentHints(shapes, hints);
    hints.expertsPerToken = shapes.experts >= 32 ? 8 : 2;
    return hints;
}

bool ShapeGuess::appendLayers()
{
    for (const LayerShapes &shapes : m_layers) {
        const std::optional<LayerGroup> layer = layerOf(shapes, hintsOf(shapes), m_model);
        if (!layer)
            return false;
        m_hasHeadDim = m_hasHeadDim || shapes.has(WeightPart::Query) || shapes.has(WeightPart::FusedQkv);
        m_hasExperts = m_hasExperts || layer->moe.has_value();
        m_hasState = m_hasState || shapes.has(WeightPart::StateOut) || shapes.has(WeightPart::StateIn);
        m_model.appendLayer(*layer);
    }
    return true;
}

void ShapeGuess::finish()
{
    m_model.embeddingDim = m_model.hiddenSize;
    m_model.tiedEmbeddings = !m_hasHead;
    Bytes counted;
    for (const std::vector<TensorClass> &tensors : {inputTensors(m_model), outputTensors(m_model)}) {
        for (const TensorClass &tensor : tensors)
            counted += Bytes(tensor.rows) * tensor.columns * tensor.copies;
    }
    m_model.extraParameters = std::max<qint64>(m_outside - counted.count(), 0);
    if (m_outside < counted.count())
        m_model.finalNorm = false;
    if (m_vision > 0) {
        VisionTower tower;
        tower.statedParameters = m_vision;
        m_model.vision = tower;
    }
    m_model.audioParameters = m_audio;
    m_model.shapeIsAssumed = true;
}

void ShapeGuess::warn()
{
    QStringList &out = m_source.warnings;
    out.append(tr("There is no config.json beside the weights, so the model's shape follows from its tensors. The "
                  "weights are exact. If layers have sliding windows, the KV cache is smaller than shown."));
    if (m_hasHeadDim)
        out.append(tr("The width of a head is assumed where no norm shows it. The size of the KV cache does not depend "
                      "on it, but how many GPUs can share it does."));
    if (m_hasExperts)
        out.append(tr("How many experts a token passes is not in the tensors; it is assumed and matters for the speed "
                      "alone."));
    if (m_hasState)
        out.append(
            tr("The layers with a recurrent state have weights that count, but the size of their state is not in "
               "the tensors: it is left out."));
    if (m_mtp > 0)
        out.append(tr("%1 weights are a module for multi-token prediction. They are not among those of the model.")
                       .arg(m_mtp));
}

} // namespace

qint64 hiddenSizeOf(const StoredTensors &tensors)
{
    qint64 embedding = 0;
    for (qsizetype i = 0; i < tensors.size(); ++i) {
        const StoredTensor tensor = tensors.at(i);
        const WeightPlace place = placeOfWeight(tensor);
        if (place.tower != WeightPlace::Tower::Text)
            continue;
        if (place.layer >= 0 && place.part == WeightPart::Norm)
            return tensor.elements;
        if (place.embedding && tensor.shape.size() == 2 && embedding == 0)
            embedding = tensor.shape.back();
    }
    return embedding;
}

bool guessShape(ModelSource &source)
{
    return ShapeGuess(source).run();
}

} // namespace plimsoll
