// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/weights.h"

#include "core/memory/visiontower.h"
#include "core/sources/gguf/ggufquantize.h"

namespace plimsoll {

Bytes tensorBytes(const TensorClass &tensor, const Format &format, int layer, int layers)
{
    const BitsPerWeight block = format.blockFor(tensor.role, layer, layers);
    Bytes bytes = block.bytesFor(tensor.elements());
    if (format.bytesPerRow > 0 && !format.keepsRole(tensor.role))
        bytes += Bytes(tensor.rows) * tensor.copies * format.bytesPerRow;
    return bytes;
}

Bytes weightBytes(const ModelArchitecture &model, const Format &format)
{
    const bool isGguf = format.family == FormatFamily::GgufMix || format.family == FormatFamily::GgufType;
    // A role is too coarse for what llama-quantize goes by: fused tensors, rows that do not fit a block, heads,
    // experts.
    if (const auto bytes = isGguf ? ggufBytes(model, format.id, false) : std::nullopt)
        return *bytes;
    const int layers = model.layers();
    Bytes total;
    for (const TensorClass &tensor : inputTensors(model))
        total += tensorBytes(tensor, format, -1, layers);
    for (const TensorClass &tensor : outputTensors(model))
        total += tensorBytes(tensor, format, -1, layers);

    std::vector<std::vector<TensorClass>> tensors;
    tensors.reserve(model.groups.size());
    for (const LayerGroup &group : model.groups)
        tensors.push_back(layerTensors(model, group));

    if (format.mix.empty()) { // every layer of a group weighs the same
        for (size_t g = 0; g < tensors.size(); ++g) {
            for (const TensorClass &tensor : tensors[g])
                total += tensorBytes(tensor, format, 0, layers) * model.groups[g].count;
        }
        return total;
    }
    for (int layer = 0; layer < layers; ++layer) {
        for (const TensorClass &tensor : tensors[model.layerGroups[size_t(layer)]])
            total += tensorBytes(tensor, format, layer, layers);
    }
    return total;
}

Bytes encoderBytes(const ModelArchitecture &model, const Format &format)
{
    const qint64 vision = model.vision ? visionParameters(*model.vision, model.hiddenSize) : 0;
    return format.blockFor(TensorRole::Vision, -1, model.layers()).bytesFor(vision)
           + format.blockFor(TensorRole::Audio, -1, model.layers()).bytesFor(model.audioParameters);
}

} // namespace plimsoll
