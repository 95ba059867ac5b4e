// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/loraslots.h"

#include "core/engines/torch/tensorshare.h"
#include "core/memory/tensors.h"

namespace plimsoll::torch {
namespace {

bool isRoutedExpert(TensorRole role)
{
    return role == TensorRole::ExpertGate || role == TensorRole::ExpertUp || role == TensorRole::ExpertDown;
}

bool takesAdapters(const TensorClass &tensor, const LoraSlots &slots)
{
    if (tensor.columns <= 1 || tensor.role == TensorRole::Norm || tensor.role == TensorRole::StateConv)
        return false;
    return !isRoutedExpert(tensor.role) || slots.onExperts;
}

class Slots
{
public:
    Slots(const LoraSlots &slots, qint32 elementBytes, const AllocatorSizes &allocator)
        : m_slots(slots)
        , m_elementBytes(elementBytes)
        , m_allocator(allocator)
    {
    }

    void take(qint64 elements) { m_allocator.take(Bytes(elements * m_elementBytes) * m_slots.adapters); }
    void takePair(const TensorShare &share)
    {
        take(share.copies * m_slots.rank * share.columns);
        take(share.copies * share.rows * m_slots.rank);
    }
    Bytes total() const { return m_allocator.allocated(); }

private:
    LoraSlots m_slots;
    qint32 m_elementBytes;
    CachingAllocator m_allocator;
};

} // namespace

Bytes loraBytes(const ModelArchitecture &model, const Stage &stage, const LoraSlots &slots, const Division &division,
                qint32 elementBytes, const AllocatorSizes &allocator)
{
    Slots room(slots, elementBytes, allocator);
    if (slots.adapters <= 0)
        return {};
    for (qint32 layer = stage.begin; layer < stage.end; ++layer) {
        const LayerGroup &group = model.groups[model.layerGroups[size_t(layer)]];
        for (const TensorClass &tensor : layerTensors(model, group)) {
            if (takesAdapters(tensor, slots))
                room.takePair(shareOf(tensor, division, 1));
        }
    }
    const qint64 vocabulary = model.vocabSize + slots.extraVocabulary;
    const auto takeEmbedding = [&] {
        room.take(vocabulary * slots.rank);
        room.take(model.hiddenSize * slots.rank);
        room.take(slots.extraVocabulary * model.hiddenSize);
    };
    if (slots.onEmbeddings && stage.first)
        takeEmbedding();
    if (slots.onEmbeddings && stage.last)
        takeEmbedding();
    return room.total();
}

} // namespace plimsoll::torch
