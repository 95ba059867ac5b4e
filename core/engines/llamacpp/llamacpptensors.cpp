// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacpptensors.h"

#include "core/sources/gguf/ggufquantize.h"
#include "core/sources/gguf/gguftensornames.h"

#include <algorithm>
#include <charconv>

namespace plimsoll::llamacpp {
namespace {

constexpr qint64 kRowPadding = 512, kGpuAlignment = 128, kHostAlignment = 32;

Storage storageOf(BitsPerWeight block)
{
    return {block.weights, block.bytes, false};
}

/// The mix of llama-quantize that stands for a format of the plan; what llama.cpp cannot load is counted by its bits.
QString mixOf(const Format &format)
{
    static const QHash<QString, QString> others = {
        {QStringLiteral("fp32"), QStringLiteral("F32")},
        {QStringLiteral("fp16"), QStringLiteral("F16")},
        {QStringLiteral("bf16"), QStringLiteral("BF16")},
        {QStringLiteral("mxfp4"), QStringLiteral("MXFP4_MOE")},
        {QStringLiteral("nvfp4"), QStringLiteral("NVFP4")},
        {QStringLiteral("int8"), QStringLiteral("Q8_0")},
        {QStringLiteral("native-mxfp4-experts"), QStringLiteral("MXFP4_MOE")},
    };
    return others.value(format.id, format.id.toUpper());
}

/// N of "blk.N.": -1 outside.
qint32 layerOfName(const QByteArray &name)
{
    if (!name.startsWith("blk."))
        return -1;
    qint32 layer = -1;
    std::from_chars(name.constData() + 4, name.constData() + name.size(), layer);
    return layer;
}

/// LLM_TENSOR_INFOS of src/llama-arch.cpp: the layer that a tensor belongs to decides.
Home homeOf(const QByteArray &name, qint32 layer)
{
    if (layer >= 0)
        return Home::Layer;
    if (isGgufBuffer(name))
        return Home::Shared;
    for (const char *input : {"token_embd", "position_embd", "token_types", "per_layer_token_embd"}) {
        if (name.startsWith(input))
            return Home::Input;
    }
    return Home::Output;
}

std::vector<GgufTensorLayout> layoutOf(const StoredTensors &tensors, qint32 layers)
{
    std::vector<GgufTensorLayout> layout;
    layout.reserve(size_t(tensors.size()));
    for (qsizetype i = 0; i < tensors.size(); ++i) {
        const StoredTensor tensor = tensors.at(i);
        GgufTensorLayout each;
        each.name = tensor.name.toByteArray();
        const std::span<const qint64> shape = tensor.shape;
        each.dimensions = int(shape.size());
        each.columns = shape.empty() ? 1 : shape.back();
        each.rows = shape.size() < 2 ? 1 : shape[shape.size() - 2];
        each.copies = each.columns > 0 && each.rows > 0 ? tensor.elements / (each.columns * each.rows) : 0;
        each.ofMtp = layerOfName(each.name) >= layers;
        layout.push_back(std::move(each));
    }
    return layout;
}

/// generate_extra_tensors() of convert_hf_to_gguf.py: one factor for each pair that is rotated. The records of the
/// catalog have no rope_scaling, so the models are known by their size: Llama 3.1 and later have the vocabulary of
/// Llama 3 and a longer context, Phi-3 and Phi-4 mini have two sets where the context is 131,072 tokens.
void appendRotaryFactors(const ModelArchitecture &model, std::vector<GgufTensorLayout> &layout)
{
    constexpr qint64 kLlama3Vocabulary = 128256, kLlama3Context = 8192, kLongContext = 131072;
    if (model.groups.empty())
        return;
    const auto *attention = std::get_if<GroupedAttention>(&model.groups.front().mixer);
    if (!attention)
        return;
    const auto add = [&](const char *name, qint64 pairs) {
        GgufTensorLayout factors;
        factors.name = name;
        factors.columns = pairs;
        layout.push_back(std::move(factors));
    };
    if (model.architecture.startsWith(QLatin1String("LlamaFor")) && model.vocabSize == kLlama3Vocabulary
        && model.contextLimit > kLlama3Context)
        add("rope_freqs.weight", attention->headDim / 2);
    if (model.architecture.startsWith(QLatin1String("Phi3For")) && model.contextLimit >= kLongContext) {
        add("rope_factors_long.weight", attention->headDim / 2);
        add("rope_factors_short.weight", attention->headDim / 2);
    }
}

} // namespace

Bytes gpuBytes(Storage storage, qint64 columns, qint64 elements)
{
    qint64 bytes = ceilDivide(elements, storage.weights) * storage.bytes;
    const qint64 beyond = columns % kRowPadding;
    if (storage.isQuantised() && beyond > 0)
        bytes += (kRowPadding - beyond) / storage.weights * storage.bytes;
    return Bytes(roundUp(bytes, kGpuAlignment));
}

Bytes hostBytes(Storage storage, qint64 elements)
{
    return Bytes(roundUp(ceilDivide(elements, storage.weights) * storage.bytes, kHostAlignment));
}

TensorTable::TensorTable(const EngineInput &input)
{
    const bool fromFile = input.tensors && input.tensors->size() > 0 && [&] {
        for (qsizetype i = 0; i < input.tensors->size(); ++i) {
            if (input.tensors->name(i) == QByteArrayView("token_embd.weight"))
                return true;
        }
        return false;
    }();
    const qint32 layers = input.model.layers();
    std::vector<GgufTensorLayout> layout = fromFile ? layoutOf(*input.tensors, layers) : ggufLayout(input.model);
    if (!fromFile)
        appendRotaryFactors(input.model, layout);
    std::array<QString, kFormatSlots> mixes;
    for (size_t f = 0; f < kFormatSlots; ++f)
        mixes[f] = mixOf(input.formats[f]);
    const std::vector<GgufTypes> types = ggufTypes(layout, input.model, mixes);
    m_layers.resize(size_t(layers));
    m_entries.reserve(layout.size());
    m_index.reserve(qsizetype(layout.size()));
    for (size_t i = 0; i < layout.size(); ++i) {
        const GgufTensorLayout &tensor = layout[i];
        if (tensor.ofMtp) {
            m_hasMtp = true;
            continue;
        }
        Entry entry;
        entry.name = tensor.name;
        entry.columns = tensor.columns;
        entry.rows = tensor.rows;
        entry.elements = tensor.elements();
        entry.layer = layerOfName(tensor.name);
        entry.home = homeOf(tensor.name, entry.layer);
        for (size_t f = 0; f < kFormatSlots; ++f) {
            if (f == kOwnFormat && input.isStored && fromFile)
                entry.storage[f] = storageOf(input.tensors->at(qsizetype(i)).type->block);
            else if (!types[f].empty())
                entry.storage[f] = isGgufBuffer(tensor.name) ? kF32 : storageOf(types[f][i]->block);
            else
                entry.storage[f] = tensor.dimensions > 1 ? storageOf(input.formats[f].block) : kF32;
        }
        place(std::move(entry), layers);
    }
    if (!input.model.tiedEmbeddings)
        return;
    if (const auto at = m_index.constFind("token_embd.weight"); at != m_index.cend()) {
        const Entry &embedding = m_entries[size_t(*at)];
        for (size_t f = 0; f < kFormatSlots; ++f)
            m_tiedHead[f] = gpuBytes(embedding.storage[f], embedding.columns, embedding.elements);
    }
}

void TensorTable::add(Placed &sum, const Entry &entry, int format)
{
    sum.gpu += gpuBytes(entry.storage[size_t(format)], entry.columns, entry.elements);
    sum.host += hostBytes(entry.storage[size_t(format)], entry.elements);
}

void TensorTable::place(Entry entry, qint32 layers)
{
    for (int f = 0; f < kFormatSlots; ++f) {
        const size_t slot = size_t(f);
        switch (entry.home) {
        case Home::Input:
            add(m_input[slot], entry, f);
            break;
        case Home::Output:
            add(m_output[slot], entry, f);
            break;
        case Home::Shared:
            add(m_shared[slot], entry, f);
            break;
        case Home::Layer:
            if (entry.layer < layers)
                add(m_layers[size_t(entry.layer)][slot], entry, f);
            break;
        }
    }
    m_index.insert(entry.name, qsizetype(m_entries.size()));
    m_entries.push_back(std::move(entry));
}

qint64 TensorTable::rows(const QByteArray &name) const
{
    const auto at = m_index.constFind(name);
    return at == m_index.cend() ? 0 : m_entries[size_t(*at)].rows;
}

Storage TensorTable::storage(const QByteArray &name, int format) const
{
    const auto at = m_index.constFind(name);
    return at == m_index.cend() ? kF32 : m_entries[size_t(*at)].storage[size_t(format)];
}

} // namespace plimsoll::llamacpp
