// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/rankweights.h"

#include "core/engines/torch/rotarycache.h"
#include "core/engines/torch/tensorshare.h"
#include "core/memory/tensors.h"
#include "core/memory/visiontower.h"
#include "core/memory/weights.h"

#include <algorithm>

namespace plimsoll::torch {
namespace {

constexpr BitsPerWeight kFloat32{4, 1};
constexpr BitsPerWeight kMxfp4{17, 32};
constexpr qint64 kBiasBytes = 2;
constexpr qint64 kMxfp4Block = 32; // weights with one scale of a byte

bool isSharedExpert(TensorRole role)
{
    return role == TensorRole::SharedGate || role == TensorRole::SharedUp || role == TensorRole::SharedDown;
}

TensorShare rankShare(const TensorClass &tensor, const Division &division, const WeightRules &rules)
{
    if (rules.fusesSharedExperts && isSharedExpert(tensor.role))
        return {tensor.rows, tensor.columns, tensor.copies};
    return shareOf(tensor, division, rules.vocabularyPadding);
}

/// One allocation, or a few of them: packed weights, their scales, the order of the inputs.
struct Allocation {
    Module module = Module::Alone;
    Bytes payload, scales, order;

    void addTo(std::vector<Bytes> &sizes) const
    {
        for (const Bytes size : {payload, scales, order}) {
            if (size.count() > 0)
                sizes.push_back(size);
        }
    }
};

/// Sums tensors up into allocations, in the order in which they first appear.
class Allocations
{
public:
    Allocations(const Format &format, const WeightRules &rules)
        : m_format(format)
        , m_rules(rules)
    {
    }

    void add(const TensorClass &tensor, const TensorShare &share)
    {
        Allocation &allocation = of(m_rules.fusesModules ? tensor.module : Module::Alone);
        const BitsPerWeight block = m_format.blockFor(tensor.role, 0, 1);
        const bool isExpert = tensor.module == Module::ExpertGateUp || tensor.module == Module::ExpertDown;
        if (isExpert && block == kMxfp4)
            return addMxfp4(allocation, tensor, share);
        if (isExpertBias(tensor) && m_format.blockFor(TensorRole::ExpertDown, 0, 1) == kMxfp4)
            return addMxfp4Bias(allocation, tensor, share);
        const Bytes all = block.bytesFor(share.elements());
        const qint64 wholeBits = qint64(block.bits());
        if (block.bits() > double(wholeBits)) {
            const Bytes packed(ceilDivide(share.elements() * wholeBits, 8));
            allocation.payload += packed;
            allocation.scales += all - packed;
        } else {
            allocation.payload += all;
        }
        if (m_format.keepsRole(tensor.role))
            return;
        allocation.scales += Bytes(share.rows * share.copies) * m_format.bytesPerRow;
        // GPTQ's g_idx: an int32 for every input, of each expert.
        if (m_format.id.startsWith(QLatin1String("gptq")) && block.bits() < 16)
            allocation.order = std::max(allocation.order, Bytes(share.columns * share.copies * 4));
    }

    std::vector<Bytes> sizes() const
    {
        std::vector<Bytes> sizes;
        for (const Allocation &allocation : m_all)
            allocation.addTo(sizes);
        return sizes;
    }

private:
    static bool isExpertBias(const TensorClass &tensor)
    {
        return tensor.role == TensorRole::Norm && tensor.copies > 1 && tensor.columns == 1;
    }

    Allocation &of(Module module)
    {
        if (module != Module::Alone) {
            for (Allocation &known : m_all) {
                if (known.module == module)
                    return known;
            }
        }
        m_all.push_back({module, {}, {}, {}});
        return m_all.back();
    }

    void addMxfp4(Allocation &allocation, const TensorClass &tensor, const TensorShare &share)
    {
        const ExpertPadding &pad = m_rules.mxfp4;
        const bool down = tensor.role == TensorRole::ExpertDown;
        const qint64 outputs = roundUp(share.rows, down ? pad.hidden : pad.intermediate);
        const qint64 inputs = roundUp(share.columns, down ? pad.intermediate : pad.hidden);
        allocation.payload += Bytes(share.copies * outputs * roundUp(inputs, pad.packedInputs) / 2);
        allocation.scales += Bytes(share.copies * outputs * ceilDivide(inputs, kMxfp4Block));
    }
    void addMxfp4Bias(Allocation &allocation, const TensorClass &tensor, const TensorShare &share)
    {
        const ExpertPadding &pad = m_rules.mxfp4;
        // Gate and up are padded apart, each to the width that its matrix has.
        const qint64 outputs = tensor.split == Split::Columns ? 2 * roundUp(ceilDivide(share.rows, 2), pad.intermediate)
                                                              : roundUp(share.rows, pad.hidden);
        allocation.payload += Bytes(share.copies * outputs * kBiasBytes);
    }

    const Format &m_format;
    const WeightRules &m_rules;
    std::vector<Allocation> m_all;
};

std::vector<Bytes> sizesOf(const std::vector<TensorClass> &tensors, const Format &format, const WeightRules &rules,
                           const Division &division)
{
    Allocations allocations(format, rules);
    for (const TensorClass &each : tensors)
        allocations.add(each, rankShare(each, division, rules));
    return allocations.sizes();
}

/// The absorbed copies of MLA's key-value up-projection on one rank, a layer.
void appendAbsorbedCopies(std::vector<Bytes> &sizes, const Mixer &mixer, qint32 tensor)
{
    const auto *latent = std::get_if<LatentAttention>(&mixer);
    if (!latent)
        return;
    constexpr qint64 elementBytes = 2; // dequantised to the activation type
    const qint64 perHead = elementBytes * latent->kvLoraRank;
    const qint64 heads = ceilDivide(latent->heads, tensor);
    sizes.push_back(Bytes(heads * latent->qkNopeHeadDim * perHead));
    sizes.push_back(Bytes(heads * latent->valueHeadDim * perHead));
}

/// What V0 multiplied out, a layer.
void appendLatentProducts(std::vector<Bytes> &sizes, const Mixer &mixer, const Format &format, qint64 hidden,
                          qint32 tensor)
{
    const auto *latent = std::get_if<LatentAttention>(&mixer);
    if (!latent)
        return;
    const qint64 heads = ceilDivide(latent->heads, tensor);
    const qint64 input = latent->qLoraRank > 0 ? latent->qLoraRank : hidden;
    const qint64 elementBytes = std::max<qint64>(1, qint64(format.blockFor(TensorRole::LatentUp, 0, 1).bits()) / 8);
    sizes.push_back(Bytes(input * heads * latent->kvLoraRank * elementBytes));
    sizes.push_back(Bytes(heads * latent->kvLoraRank * hidden * elementBytes));
    sizes.push_back(Bytes(input * heads * latent->qkRopeHeadDim * 2));
}

Bytes encoderShare(const ModelArchitecture &model, const Format &format, qint32 tensor)
{
    const Bytes all = encoderBytes(model, format);
    if (tensor == 1 || !model.vision)
        return all;
    const Bytes sharded = format.blockFor(TensorRole::Vision, -1, model.layers())
                              .bytesFor(shardedVisionParameters(*model.vision, model.hiddenSize));
    return all - sharded + Bytes(ceilDivide(sharded.count(), tensor));
}

} // namespace

RankWeights::RankWeights(const ModelArchitecture &model, const Format &format, const WeightRules &rules,
                         const Division &division)
    : m_model(model)
    , m_allocator(rules.allocator)
    , m_countsReserved(rules.countsReserved)
{
    m_layers.reserve(model.groups.size());
    for (const LayerGroup &group : model.groups) {
        m_layers.push_back(sizesOf(layerTensors(model, group), format, rules, division));
        if (rules.absorbsLatent)
            appendAbsorbedCopies(m_layers.back(), group.mixer, division.attention);
        if (rules.keepsLatentProducts)
            appendLatentProducts(m_layers.back(), group.mixer, format, model.hiddenSize, division.attention);
    }
    const std::vector<TensorClass> inputs = inputTensors(model);
    m_input = sizesOf(inputs, format, rules, division);
    m_output = sizesOf(outputTensors(model), format, rules, division);
    if (model.tiedEmbeddings)
        m_tiedCopy = sizesOf({inputs.front()}, format, rules, division);
    if (rules.keepsRotaryTables)
        m_rotary = rotaryTables(model, format.block == kFloat32 ? 4 : 2, rules.scalesOwnBases);
    m_encoders = encoderShare(model, format, division.tensor);
}

Bytes RankWeights::stage(const Stage &stage) const
{
    CachingAllocator allocator(m_allocator);
    const auto take = [&](const Sizes &sizes) {
        for (const Bytes size : sizes)
            allocator.take(size);
    };
    if (stage.first)
        take(m_input);
    for (qint32 layer = stage.begin; layer < stage.end; ++layer) {
        take(m_layers[m_model.layerGroups[size_t(layer)]]);
        if (layer == stage.begin)
            take(m_rotary);
    }
    if (stage.last) {
        take(m_output);
        if (!stage.first)
            take(m_tiedCopy);
    }
    const Bytes all = m_countsReserved ? allocator.reserved() : allocator.allocated();
    return all + (stage.first ? m_encoders : Bytes());
}

Bytes RankWeights::offloaded(const Stage &stage, Bytes limit) const
{
    Bytes moved;
    for (qint32 layer = stage.begin; layer < stage.end; ++layer) {
        for (const Bytes size : m_layers[m_model.layerGroups[size_t(layer)]]) {
            if (moved >= limit)
                return moved;
            moved += size;
        }
    }
    return moved;
}

} // namespace plimsoll::torch
