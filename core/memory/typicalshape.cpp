// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/typicalshape.h"

#include "core/memory/parameters.h"

#include <algorithm>

namespace plimsoll {
namespace {

struct Reference {
    const char *model;
    qint32 layers, hidden, heads, kvHeads, headDim;
    qint64 intermediate, vocabulary;
    bool tied;
};

/// Published shapes, smallest first (config.json of each model).
constexpr Reference references[] = {
    {"SmolLM2 135M", 30, 576, 9, 3, 64, 1536, 49152, true},
    {"Qwen2.5 0.5B", 24, 896, 14, 2, 64, 4864, 151936, true},
    {"Llama 3.2 1B", 16, 2048, 32, 8, 64, 8192, 128256, true},
    {"Llama 3.2 3B", 28, 3072, 24, 8, 128, 8192, 128256, true},
    {"Llama 3.1 8B", 32, 4096, 32, 8, 128, 14336, 128256, false},
    {"Qwen2.5 14B", 48, 5120, 40, 8, 128, 13824, 152064, false},
    {"Qwen2.5 32B", 64, 5120, 40, 8, 128, 27648, 152064, false},
    {"Llama 3.1 70B", 80, 8192, 64, 8, 128, 28672, 128256, false},
    {"Mistral Large 123B", 88, 12288, 96, 8, 128, 28672, 32768, false},
    {"Llama 3.1 405B", 126, 16384, 128, 8, 128, 53248, 128256, false},
};

/// Published widths are multiples of it: tensor parallel divides them, and blocks of quantised weights fill their rows.
constexpr qint64 kWidthStep = 256;

/// The first `wider` layers are one step wider than the others.
ModelArchitecture build(const Reference &reference, qint64 intermediate, qint64 wider = 0)
{
    ModelArchitecture model;
    model.architecture = QStringLiteral("LlamaForCausalLM");
    model.source = QLatin1String(reference.model);
    model.hiddenSize = model.embeddingDim = reference.hidden;
    model.vocabSize = reference.vocabulary;
    model.tiedEmbeddings = reference.tied;
    model.torchDtype = QStringLiteral("bfloat16");
    model.shapeIsAssumed = true;
    LayerGroup layer;
    GroupedAttention attention;
    attention.heads = reference.heads;
    attention.kvHeads = reference.kvHeads;
    attention.headDim = attention.valueHeadDim = reference.headDim;
    layer.mixer = attention;
    for (int i = 0; i < reference.layers; ++i) {
        layer.dense = DenseFeedForward{intermediate + (i < wider ? kWidthStep : 0), true, false};
        model.appendLayer(layer);
    }
    return model;
}

} // namespace

ModelArchitecture typicalArchitecture(qint64 parameters)
{
    ModelArchitecture model = build(references[0], 0);
    for (const Reference &reference : references) {
        ModelArchitecture candidate = build(reference, reference.intermediate);
        if (&reference != references && countParameters(candidate).text > parameters)
            break;
        const qint64 without = countParameters(build(reference, 0)).text;
        const qint64 step = 3 * qint64(reference.hidden) * kWidthStep;
        const qint64 steps = std::max<qint64>(0, (parameters - without) / step);
        model = build(reference, steps / reference.layers * kWidthStep, steps % reference.layers);
    }
    const qint64 missing = parameters - countParameters(model).text;
    if (missing < 0) { // smaller than any embedding: nothing is known but the size
        model = build(references[0], 0);
        model.vocabSize = 0;
        model.finalNorm = false;
        model.groups.clear();
        model.layerGroups.clear();
        model.extraParameters = parameters;
        LayerGroup nothing;
        nothing.mixer = NoMixer{};
        nothing.norms = 0;
        model.appendLayer(nothing);
        return model;
    }
    model.extraParameters = missing;
    return model;
}

} // namespace plimsoll
