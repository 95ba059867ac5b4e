// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmweights.h"

#include "core/memory/tensors.h"
#include "core/memory/weights.h"

#include <algorithm>
#include <map>

namespace plimsoll::vllm {
namespace {

struct Share {
    qint64 rows = 0, columns = 0, copies = 0;
    qint64 elements() const { return rows * columns * copies; }
};

/// One rank's part of a tensor.
Share shareOf(const TensorClass &tensor, qint32 tensorParallel, qint32 expertParallel, qint64 vocabularyPadding)
{
    Share share{tensor.rows, tensor.columns, tensor.copies};
    switch (tensor.split) {
    case Split::Replicated:
        break;
    case Split::Columns:
        share.rows = ceilDivide(tensor.rows, tensorParallel);
        break;
    case Split::Rows:
        share.columns = ceilDivide(tensor.columns, tensorParallel);
        break;
    case Split::Heads:
        if (tensor.heads > 0)
            share.rows = tensor.rows / tensor.heads * ceilDivide(tensor.heads, tensorParallel);
        break;
    case Split::Vocabulary:
        share.rows = ceilDivide(roundUp(tensor.rows, vocabularyPadding), tensorParallel);
        break;
    case Split::Experts:
        if (expertParallel > 1)
            share.copies = ceilDivide(tensor.copies, expertParallel);
        else if (tensor.role == TensorRole::ExpertDown)
            share.columns = ceilDivide(tensor.columns, tensorParallel);
        else
            share.rows = ceilDivide(tensor.rows, tensorParallel);
        break;
    }
    return share;
}

/// Packed weights and their scales are tensors of their own.
struct Allocation {
    Bytes payload, scales;

    void add(const Share &share, const TensorClass &tensor, const Format &format)
    {
        const BitsPerWeight block = format.blockFor(tensor.role, 0, 1);
        const Bytes all = block.bytesFor(share.elements());
        const Bytes packed = Bytes(ceilDivide(share.elements() * qint64(block.bits()), 8));
        const bool hasScales = block.bits() > qint64(block.bits());
        payload += hasScales ? packed : all;
        scales += hasScales ? all - packed : Bytes();
        if (!format.keepsRole(tensor.role))
            scales += Bytes(share.rows * share.copies) * format.bytesPerRow;
    }
    Bytes allocatedBytes(const Constants::Allocator &allocator) const
    {
        return allocated(payload, allocator) + allocated(scales, allocator);
    }
};

Bytes sumOf(const std::vector<TensorClass> &tensors, const Format &format, const Constants &constants, qint32 tensor,
            qint32 expert)
{
    Bytes total;
    std::map<Module, Allocation> fused;
    for (const TensorClass &each : tensors) {
        const Share share = shareOf(each, tensor, expert, constants.vocabularyPadding);
        if (each.module != Module::Alone) {
            fused[each.module].add(share, each, format);
            continue;
        }
        Allocation alone;
        alone.add(share, each, format);
        total += alone.allocatedBytes(constants.allocator);
    }
    for (const auto &[module, allocation] : fused)
        total += allocation.allocatedBytes(constants.allocator);
    return total;
}

/// Widths of the rotary caches; a model whose windowed layers have other heads or another base keeps two.
qint64 rotaryWidth(const ModelArchitecture &model)
{
    qint64 full = 0, windowed = 0;
    for (const LayerGroup &group : model.groups) {
        if (const auto *a = std::get_if<GroupedAttention>(&group.mixer))
            (a->slidingWindow > 0 ? windowed : full) = a->headDim;
        else if (const auto *p = std::get_if<ParallelHybrid>(&group.mixer))
            full = p->attention.headDim;
        else if (const auto *c = std::get_if<CrossAttention>(&group.mixer))
            full = c->attention.headDim;
        else if (const auto *l = std::get_if<LatentAttention>(&group.mixer))
            full = l->qkRopeHeadDim;
        else if (std::holds_alternative<CompressedAttention>(group.mixer))
            full = 64; // qk_rope_head_dim of DeepSeek V4's config.json
    }
    // Gemma 3 rotates windowed layers with a base of their own; Gemma 2 and gpt-oss share one cache.
    const bool ownBase = model.architecture.startsWith(QLatin1String("Gemma3"))
                         || model.architecture.startsWith(QLatin1String("Gemma4"));
    return full > 0 && windowed > 0 ? (ownBase || full != windowed ? full + windowed : full) : std::max(full, windowed);
}

/// The absorbed copies of MLA's key-value up-projection on one rank, a layer.
Bytes absorbedCopies(const Mixer &mixer, const Constants &constants, qint32 tensor)
{
    const auto *latent = std::get_if<LatentAttention>(&mixer);
    if (!latent)
        return {};
    constexpr qint64 elementBytes = 2; // dequantised to the activation type
    const qint64 perHead = elementBytes * latent->kvLoraRank;
    const qint64 heads = ceilDivide(latent->heads, tensor);
    return allocated(Bytes(heads * latent->qkNopeHeadDim * perHead), constants.allocator)
           + allocated(Bytes(heads * latent->valueHeadDim * perHead), constants.allocator);
}

bool isLatent(const ModelArchitecture &model)
{
    return std::any_of(model.groups.begin(), model.groups.end(),
                       [](const LayerGroup &group) { return std::holds_alternative<LatentAttention>(group.mixer); });
}

} // namespace

Bytes allocated(Bytes size, const Constants::Allocator &allocator)
{
    if (size.count() == 0)
        return size;
    const Bytes small(roundUp(size.count(), allocator.smallGranularity));
    if (size < allocator.largeFrom)
        return small;
    const Bytes large(roundUp(size.count(), allocator.largeGranularity.count()));
    return large - size <= allocator.unsplitRemainder ? large : small;
}

RankWeights::RankWeights(const ModelArchitecture &model, const Format &format, const Constants &constants,
                         qint32 tensor, qint32 expert)
    : m_model(model)
{
    m_groups.reserve(model.groups.size());
    for (const LayerGroup &group : model.groups)
        m_groups.push_back(sumOf(layerTensors(model, group), format, constants, tensor, expert)
                           + absorbedCopies(group.mixer, constants, tensor));
    const std::vector<TensorClass> inputs = inputTensors(model);
    m_input = sumOf(inputs, format, constants, tensor, expert);
    m_output = sumOf(outputTensors(model), format, constants, tensor, expert);
    if (model.tiedEmbeddings)
        m_tiedCopy = sumOf({inputs.front()}, format, constants, tensor, expert);
    if (model.positionEmbeddingRows == 0) {
        const qint64 elementBytes = format.block == BitsPerWeight{4, 1} || isLatent(model) ? 4 : 2;
        m_rotary = allocated(Bytes(model.contextLimit) * rotaryWidth(model) * elementBytes, constants.allocator);
    }
    m_encoders = encoderBytes(model, format);
}

Bytes RankWeights::stage(const Stage &stage) const
{
    Bytes total = m_rotary;
    for (qint32 layer = stage.begin; layer < stage.end; ++layer)
        total += m_groups[m_model.layerGroups[size_t(layer)]];
    if (stage.first)
        total += m_input + m_encoders;
    if (stage.last) {
        total += m_output;
        if (!stage.first)
            total += m_tiedCopy;
    }
    return total;
}

} // namespace plimsoll::vllm
