// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/tensors.h"

#include "core/memory/mixertensors.h"

namespace plimsoll {
namespace {

using enum TensorRole;

void appendDense(std::vector<TensorClass> &out, const DenseFeedForward &ffn, qint64 hidden)
{
    if (ffn.intermediateSize == 0)
        return;
    const Module module = ffn.gated ? Module::GateUp : Module::Alone;
    if (ffn.gated)
        out.push_back({Gate, Split::Columns, module, ffn.intermediateSize, hidden});
    out.push_back({Up, Split::Columns, module, ffn.intermediateSize, hidden});
    out.push_back({Down, Split::Rows, Module::Alone, hidden, ffn.intermediateSize});
    if (ffn.bias) {
        out.push_back({Norm, Split::Columns, Module::Alone, ffn.intermediateSize * (ffn.gated ? 2 : 1)});
        out.push_back({Norm, Split::Replicated, Module::Alone, hidden});
    }
}

void appendMoe(std::vector<TensorClass> &out, const MoeFeedForward &moe, qint64 hidden)
{
    const qint64 width = moe.latentSize > 0 ? moe.latentSize : hidden;
    out.push_back({Router, Split::Replicated, Module::Alone, moe.experts, hidden});
    if (moe.routerBias)
        out.push_back({Norm, Split::Replicated, Module::Alone, moe.experts});
    if (moe.latentSize > 0) {
        out.push_back({Other, Split::Replicated, Module::Alone, moe.latentSize, hidden});
        out.push_back({Other, Split::Replicated, Module::Alone, hidden, moe.latentSize});
        if (moe.latentNorm)
            out.push_back({Norm, Split::Replicated, Module::Alone, moe.latentSize});
    }
    if (moe.sharedIntermediate > 0) {
        const Module module = moe.gated ? Module::SharedGateUp : Module::Alone;
        if (moe.gated)
            out.push_back({SharedGate, Split::Columns, module, moe.sharedIntermediate, hidden});
        out.push_back({SharedUp, Split::Columns, module, moe.sharedIntermediate, hidden});
        out.push_back({SharedDown, Split::Rows, Module::Alone, hidden, moe.sharedIntermediate});
    }
    if (moe.sharedGate)
        out.push_back({Router, Split::Replicated, Module::Alone, 1, hidden});
    if (moe.gated)
        out.push_back({ExpertGate, Split::Experts, Module::ExpertGateUp, moe.intermediateSize, width, moe.experts});
    out.push_back({ExpertUp, Split::Experts, Module::ExpertGateUp, moe.intermediateSize, width, moe.experts});
    out.push_back({ExpertDown, Split::Experts, Module::ExpertDown, width, moe.intermediateSize, moe.experts});
    if (moe.expertBias) {
        out.push_back(
            {Norm, Split::Columns, Module::Alone, moe.intermediateSize * (moe.gated ? 2 : 1), 1, moe.experts});
        out.push_back({Norm, Split::Replicated, Module::Alone, hidden, 1, moe.experts});
    }
    if (moe.extraParameters > 0)
        out.push_back({Norm, Split::Replicated, Module::Alone, moe.extraParameters});
}

/// Gemma 3n and Gemma 4 E: the gate, projection and norm of a per-layer embedding, and AltUp with LAuReL.
void appendPerLayerEmbedding(std::vector<TensorClass> &out, const PerLayerEmbeddings &ple, qint64 hidden)
{
    out.push_back({Other, Split::Replicated, Module::Alone, ple.dim, hidden});
    out.push_back({Other, Split::Replicated, Module::Alone, hidden, ple.dim});
    out.push_back({Norm, Split::Replicated, Module::Alone, hidden});
    if (ple.altupInputs == 0)
        return;
    const qint64 inputs = ple.altupInputs;
    out.push_back({Other, Split::Replicated, Module::Alone, ple.laurelRank, hidden});
    out.push_back({Other, Split::Replicated, Module::Alone, hidden, ple.laurelRank});
    // LAuReL norm and AltUp scale; correction and prediction coefficients; router and its norm.
    out.push_back({Norm, Split::Replicated, Module::Alone, 2 * hidden});
    out.push_back({Norm, Split::Replicated, Module::Alone, inputs * inputs + inputs * inputs * inputs});
    out.push_back({Other, Split::Replicated, Module::Alone, inputs, hidden});
    out.push_back({Norm, Split::Replicated, Module::Alone, hidden});
}

void appendVector(std::vector<TensorClass> &out, qint64 elements)
{
    if (elements > 0)
        out.push_back({Norm, Split::Replicated, Module::Alone, elements});
}

} // namespace

qint64 normParameters(NormType type, qint64 width)
{
    switch (type) {
    case NormType::Rms:
    case NormType::LayerNoBias:
        return width;
    case NormType::Layer:
        return 2 * width;
    case NormType::None:
        return 0;
    }
    return 0;
}

std::vector<TensorClass> layerTensors(const ModelArchitecture &model, const LayerGroup &group)
{
    std::vector<TensorClass> out = mixerTensors(group.mixer, model.hiddenSize);
    if (model.hyperConnections > 0) {
        // Manifold-constrained hyper-connections of DeepSeek V4, one before the mixer and one before the experts.
        const qint64 streams = model.hyperConnections;
        const qint64 mix = (2 + streams) * streams;
        out.push_back({Other, Split::Replicated, Module::Alone, 2 * mix, streams * model.hiddenSize});
        appendVector(out, 2 * (mix + 3));
    }
    if (model.perLayerEmbeddings)
        appendPerLayerEmbedding(out, *model.perLayerEmbeddings, model.hiddenSize);
    if (group.dense)
        appendDense(out, *group.dense, model.hiddenSize);
    if (group.moe)
        appendMoe(out, *group.moe, model.hiddenSize);
    for (int i = 0; i < group.norms; ++i)
        appendVector(out, normParameters(model.normType, model.hiddenSize));
    appendVector(out, group.extraParameters);
    return out;
}

std::vector<TensorClass> inputTensors(const ModelArchitecture &model)
{
    const qint64 hidden = model.hiddenSize;
    std::vector<TensorClass> out;
    out.push_back({Embedding, Split::Vocabulary, Module::Alone, model.vocabSize, model.embeddingDim});
    if (model.embeddingDim != hidden)
        out.push_back({Other, Split::Replicated, Module::Alone, hidden, model.embeddingDim});
    if (model.positionEmbeddingRows > 0)
        out.push_back({PositionEmbedding, Split::Replicated, Module::Alone, model.positionEmbeddingRows, hidden});
    if (model.embeddingNorm)
        appendVector(out, normParameters(model.normType, hidden));
    if (model.perLayerEmbeddings) {
        const PerLayerEmbeddings &ple = *model.perLayerEmbeddings;
        const qint64 width = qint64(model.layers()) * ple.dim;
        out.push_back({PerLayerEmbedding, Split::Vocabulary, Module::Alone, ple.vocabulary, width});
        out.push_back({Other, Split::Replicated, Module::Alone, width, hidden});
        appendVector(out, ple.dim);
        if (ple.altupInputs > 0)
            out.push_back({Other, Split::Replicated, Module::Alone, hidden, hidden, 2 * (ple.altupInputs - 1)});
    }
    return out;
}

std::vector<TensorClass> outputTensors(const ModelArchitecture &model)
{
    const qint64 hidden = model.hiddenSize;
    std::vector<TensorClass> out;
    if (model.embeddingDim != hidden)
        out.push_back({Other, Split::Replicated, Module::Alone, model.embeddingDim, hidden});
    if (model.finalNorm)
        appendVector(out, normParameters(model.normType, hidden));
    if (model.hyperConnections > 0) {
        const qint64 streams = model.hyperConnections;
        out.push_back({Other, Split::Replicated, Module::Alone, streams, streams * hidden});
        appendVector(out, streams + 1);
    }
    if (!model.tiedEmbeddings)
        out.push_back({Head, Split::Vocabulary, Module::Alone, model.vocabSize, model.embeddingDim});
    if (model.lmHeadBias)
        out.push_back({Norm, Split::Vocabulary, Module::Alone, model.vocabSize});
    appendVector(out, model.extraParameters);
    return out;
}

} // namespace plimsoll
