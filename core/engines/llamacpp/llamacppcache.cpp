// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacppcache.h"

#include <algorithm>

namespace plimsoll::llamacpp {
namespace {

/// n_ctx and every stream are whole multiples of it (pull request 17046).
constexpr qint64 kCellPadding = 256;

/// More cells than any computer holds; keeps products of sizes within 64 bits.
constexpr qint64 kMostCells = qint64(1) << 36;

/// LLAMA_MAX_SEQ.
constexpr qint64 kMostSequences = 256;

bool sharesCache(const Mixer &mixer)
{
    const auto *grouped = std::get_if<GroupedAttention>(&mixer);
    return grouped && grouped->sharesKvCache;
}

Storage storageOf(BitsPerWeight block)
{
    return {block.weights, block.bytes, false};
}

Placed tensorBytes(qint64 width, qint64 rows, Storage storage)
{
    if (width == 0 || rows == 0)
        return {};
    // A product of two bounded sizes: width <= 2^20 of a record, rows <= 2^44.
    const qint64 rowBytes = ceilDivide(width, storage.weights) * storage.bytes;
    const Bytes all = Bytes(rowBytes) * rows;
    if (all.isSaturated())
        return {all, all};
    Bytes gpu = all;
    if (storage.isQuantised() && width % 512 != 0)
        gpu += Bytes((512 - width % 512) / storage.weights * storage.bytes);
    return {Bytes(roundUp(gpu.count(), 128)), Bytes(roundUp(all.count(), 32))};
}

} // namespace

std::vector<LayerCache> layerCaches(const ModelArchitecture &model, const ModelSpec &spec)
{
    std::vector<LayerCache> caches;
    for (qint32 i = 0; i < model.layers(); ++i) {
        const LayerSpec &kind = spec.kinds[size_t(spec.layers[size_t(i)])];
        LayerCache cache;
        if (sharesCache(model.groups[model.layerGroups[size_t(i)]].mixer)) {
            caches.push_back(cache);
            continue;
        }
        if (kind.attention) {
            cache.keys = kind.attention->kvHeads * kind.attention->keyDim;
            cache.values = kind.attention->kvHeads * kind.attention->valueDim;
            cache.windowed = kind.attention->windowed;
        }
        if (kind.latent)
            cache.keys = kind.latent->kvRank + kind.latent->ropeDim;
        if (kind.mamba) {
            const MambaSpec &m = *kind.mamba;
            cache.convolution = (m.convKernel - 1) * (m.inner + (m.second ? 2 * m.groups * m.state : 0));
            cache.state = m.state * m.inner;
        }
        caches.push_back(cache);
    }
    return caches;
}

StepSpec stepOf(const Options &options, Workload workload, qint64 window)
{
    const qint64 sequences = std::clamp<qint64>(workload.sequences, 1, kMostSequences);
    const qint64 asked = std::clamp<qint64>(
        (Bytes(workload.contextLength) * std::max<qint64>(1, workload.sequences)).count(), 1, kMostCells);
    const qint64 context = roundUp(asked, kCellPadding);
    const qint64 batch = std::min(options.batch, asked), microBatch = std::min(options.microBatch, batch);
    StepSpec step;
    step.rules = options.graph;
    step.sequences = sequences;
    step.streams = options.unified ? 1 : sequences;
    step.cells = options.unified ? context : roundUp(std::max<qint64>(1, context / sequences), kCellPadding);
    const qint64 tokens = std::min(step.cells * step.streams, microBatch);
    step.tokens = roundUp(tokens, sequences);
    step.outputs = std::min(tokens, options.outputsOfSlots ? sequences : batch);
    if (window > 0) {
        const qint64 kept = window * (options.unified ? sequences : 1) + microBatch;
        step.windowCells = options.wholeWindow ? step.cells : roundUp(std::min(step.cells, kept), kCellPadding);
    }
    step.flashAttention = options.flashAttention;
    step.hostCache = !options.offloadCache;
    return step;
}

Placed cacheBytes(const LayerCache &layer, const StepSpec &step, KvFormats formats, qint64 widestValues)
{
    const qint64 rows = (layer.windowed ? step.windowCells : step.cells) * step.streams;
    const qint64 values = layer.values > 0 && !step.flashAttention ? widestValues : layer.values;
    const Placed keys = tensorBytes(layer.keys, rows, storageOf(formats.k));
    const Placed rest = tensorBytes(values, rows, storageOf(formats.v));
    return {keys.gpu + rest.gpu, keys.host + rest.host};
}

Placed stateBytes(const LayerCache &layer, qint64 sequences)
{
    const Placed convolution = tensorBytes(layer.convolution, sequences, kF32);
    const Placed state = tensorBytes(layer.state, sequences, kF32);
    return {convolution.gpu + state.gpu, convolution.host + state.host};
}

} // namespace plimsoll::llamacpp
