// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufquantize.h"

#include "core/sources/gguf/ggmltypes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace plimsoll {
namespace {

// The rules of src/llama-quant.cpp in ggml-org/llama.cpp@007dbbf, without an importance matrix but for the mixes that
// cannot be made without one (IQ3_XXS and below).

enum class Part { Embedding, Query, Key, Value, FusedQkv, KvUp, Output, Gate, Up, Down, Head, Other };

/// A mix and the ggml type that its matrices have unless a rule says otherwise.
struct Mix {
    std::string_view name, base;
};
constexpr auto kMixes = std::to_array<Mix>({
    {"F32", "F32"},         {"F16", "F16"},       {"BF16", "BF16"},    {"Q4_0", "Q4_0"},     {"Q4_1", "Q4_1"},
    {"Q5_0", "Q5_0"},       {"Q5_1", "Q5_1"},     {"Q8_0", "Q8_0"},    {"Q2_K", "Q2_K"},     {"Q2_K_S", "Q2_K"},
    {"Q3_K_S", "Q3_K"},     {"Q3_K_M", "Q3_K"},   {"Q3_K_L", "Q3_K"},  {"Q4_K_S", "Q4_K"},   {"Q4_K_M", "Q4_K"},
    {"Q5_K_S", "Q5_K"},     {"Q5_K_M", "Q5_K"},   {"Q6_K", "Q6_K"},    {"IQ1_S", "IQ1_S"},   {"IQ1_M", "IQ1_M"},
    {"IQ2_XXS", "IQ2_XXS"}, {"IQ2_XS", "IQ2_XS"}, {"IQ2_S", "IQ2_XS"}, {"IQ2_M", "IQ2_S"},   {"IQ3_XXS", "IQ3_XXS"},
    {"IQ3_XS", "IQ3_S"},    {"IQ3_S", "IQ3_S"},   {"IQ3_M", "IQ3_S"},  {"IQ4_NL", "IQ4_NL"}, {"IQ4_XS", "IQ4_XS"},
    {"TQ1_0", "TQ1_0"},     {"TQ2_0", "TQ2_0"},   {"Q1_0", "Q1_0"},    {"Q2_0", "Q2_0"},     {"MXFP4_MOE", "MXFP4"},
    {"NVFP4", "NVFP4"},
});

Part partOf(const QByteArray &name)
{
    if (name == "output.weight")
        return Part::Head;
    if (name == "token_embd.weight" || name == "per_layer_token_embd.weight")
        return Part::Embedding;
    constexpr auto parts = std::to_array<std::pair<const char *, Part>>({
        {"attn_qkv.weight", Part::FusedQkv},
        {"attn_kv_b.weight", Part::KvUp},
        {"attn_v.weight", Part::Value},
        {"attn_k.weight", Part::Key},
        {"attn_q.weight", Part::Query},
        {"attn_output.weight", Part::Output},
        {"ffn_up", Part::Up},
        {"ffn_gate", Part::Gate},
        {"ffn_down", Part::Down},
    });
    for (const auto &[word, part] : parts) {
        if (name.contains(word))
            return part;
    }
    return Part::Other;
}

/// Vectors, norms, routers, convolutions and positions stay in 32 bits.
bool isQuantised(const GgufTensorLayout &tensor)
{
    if (tensor.dimensions < 2 || !tensor.name.endsWith("weight"))
        return false;
    for (const char *word : {"_norm.weight", "ffn_gate_inp.weight", "altup", "laurel", "per_layer_model_proj",
                             "position_embd.weight", "token_types.weight", "ssm_conv1d", "shortconv.conv.weight"}) {
        if (tensor.name.contains(word))
            return false;
    }
    return true;
}

/// What names say of a tensor, the same for every mix.
struct Kind {
    Part part;
    bool isQuantised;
};

std::vector<Kind> kindsOf(const std::vector<GgufTensorLayout> &layout)
{
    std::vector<Kind> kinds;
    kinds.reserve(layout.size());
    for (const GgufTensorLayout &tensor : layout)
        kinds.push_back({partOf(tensor.name), isQuantised(tensor)});
    return kinds;
}

/// llama.cpp's use_more_bits().
bool hasMoreBits(int layer, int layers)
{
    return layer < layers / 8 || layer >= 7 * layers / 8 || (layer - layers / 8) % 3 == 2;
}

class Quantizer
{
public:
    Quantizer(const std::vector<GgufTensorLayout> &layout, const std::vector<Kind> &kinds,
              const ModelArchitecture &model, const Mix &mix);
    const StorageType *typeOf(const GgufTensorLayout &tensor, Kind kind);

private:
    using Type = std::string_view;

    bool isMix(std::initializer_list<std::string_view> names) const;
    Type choose(const GgufTensorLayout &tensor, Part part);
    Type head(const GgufTensorLayout &tensor) const;
    Type embedding() const;
    Type veryLow(Part part);
    Type values();
    Type down(const GgufTensorLayout &tensor);
    Type output() const;
    int layerOf(const GgufTensorLayout &tensor, int counter) const;
    Type fallback(Type type, qint64 columns) const;

    std::string_view m_mix;
    Type m_base;
    bool m_tied, m_falcon, m_seventyB = false;
    int m_layers, m_experts = 0, m_gqa = 0;
    int m_values = 0, m_valuesSeen = 0, m_downSeen = 0;
};

const StorageType *typeNamed(std::string_view name)
{
    return ggmlType(QByteArrayView(name.data(), qsizetype(name.size())));
}

Quantizer::Quantizer(const std::vector<GgufTensorLayout> &layout, const std::vector<Kind> &kinds,
                     const ModelArchitecture &model, const Mix &mix)
    : m_mix(mix.name)
    , m_base(mix.base)
    , m_tied(
          std::none_of(layout.begin(), layout.end(), [](const auto &tensor) { return tensor.name == "output.weight"; }))
    , m_falcon(model.architecture.startsWith(QLatin1String("FalconF")))
    , m_layers(model.layers())
{
    for (const Kind kind : kinds)
        m_values += kind.part == Part::Value || kind.part == Part::FusedQkv || kind.part == Part::KvUp;
    for (const GgufTensorLayout &tensor : layout) {
        if (tensor.name.endsWith("nextn.eh_proj.weight"))
            ++m_layers;
    }
    for (const LayerGroup &group : model.groups)
        m_experts = std::max(m_experts, group.moe ? group.moe->experts : 0);
    if (model.groups.empty())
        return;
    const Mixer &first = model.groups[model.layerGroups.front()].mixer;
    if (const auto *grouped = std::get_if<GroupedAttention>(&first))
        m_gqa = grouped->kvHeads > 0 ? grouped->heads / grouped->kvHeads : 0;
    else if (const auto *latent = std::get_if<LatentAttention>(&first))
        m_gqa = latent->heads; // one latent serves all of them
    else if (const auto *hybrid = std::get_if<ParallelHybrid>(&first))
        m_gqa = hybrid->attention.kvHeads > 0 ? hybrid->attention.heads / hybrid->attention.kvHeads : 0;
    const bool ofLlama = model.architecture.startsWith(QLatin1String("Llama"))
                         || model.architecture.startsWith(QLatin1String("Qwen2F"))
                         || model.architecture.startsWith(QLatin1String("Deci"));
    m_seventyB = ofLlama && m_layers == 80 && m_gqa > 1;
}

bool Quantizer::isMix(std::initializer_list<std::string_view> names) const
{
    return std::find(names.begin(), names.end(), m_mix) != names.end();
}

const StorageType *Quantizer::typeOf(const GgufTensorLayout &tensor, Kind kind)
{
    if (!kind.isQuantised)
        return typeNamed("F32");
    if (isMix({"F32", "F16", "BF16"}))
        return typeNamed(m_base);
    return typeNamed(fallback(choose(tensor, kind.part), tensor.columns));
}

Quantizer::Type Quantizer::choose(const GgufTensorLayout &tensor, Part part)
{
    if (part == Part::Head || (m_tied && part == Part::Embedding))
        return head(tensor);
    if (m_mix == "MXFP4_MOE")
        return tensor.copies > 1 ? "MXFP4" : "Q8_0";
    if (part == Part::Embedding)
        return embedding();
    if (isMix({"IQ2_XXS", "IQ2_XS", "IQ1_S", "IQ2_S", "IQ2_M", "IQ1_M"}))
        return veryLow(part);
    switch (part) {
    case Part::Value:
    case Part::FusedQkv:
    case Part::KvUp:
        return values();
    case Part::Key:
        if (m_experts == 8)
            return "Q8_0";
        return m_mix == "IQ3_XS" ? "IQ3_XXS" : m_mix == "IQ3_XXS" ? "IQ2_S" : m_base;
    case Part::Query:
        return m_mix == "IQ3_XS" ? "IQ3_XXS" : m_mix == "IQ3_XXS" ? "IQ2_S" : m_base;
    case Part::Down:
        return down(tensor);
    case Part::Output:
        return output();
    case Part::Gate:
    case Part::Up: {
        const int layer = layerOf(tensor, 0);
        const bool inner = layer >= m_layers / 8 && layer < 7 * m_layers / 8;
        return m_mix == "IQ3_XS" && inner ? "IQ3_XXS" : m_base;
    }
    default:
        return m_base;
    }
}

Quantizer::Type Quantizer::head(const GgufTensorLayout &tensor) const
{
    if (m_mix == "MXFP4_MOE" || m_falcon || tensor.columns % typeNamed(m_base)->block.weights != 0)
        return "Q8_0";
    if (isMix({"IQ2_XXS", "IQ2_XS", "IQ3_XXS", "IQ1_S", "IQ2_S", "IQ2_M", "IQ1_M"}))
        return "Q5_K";
    return m_mix == "Q8_0" ? "Q8_0" : "Q6_K";
}

Quantizer::Type Quantizer::embedding() const
{
    if (isMix({"IQ2_XXS", "IQ2_XS", "IQ1_S", "IQ1_M"}))
        return "Q2_K";
    if (isMix({"IQ2_S", "IQ2_M", "IQ3_XXS"}))
        return "IQ3_S";
    return isMix({"TQ1_0", "TQ2_0", "Q2_0"}) ? "Q4_K" : m_base;
}

Quantizer::Type Quantizer::veryLow(Part part)
{
    const bool wide = isMix({"IQ2_S", "IQ2_M"});
    switch (part) {
    case Part::Value:
    case Part::FusedQkv:
    case Part::KvUp:
        return m_gqa >= 4 || m_experts >= 4 ? "Q4_K" : wide ? "IQ3_S" : "Q2_K";
    case Part::Key:
        return m_experts == 8 ? "Q4_K" : m_base;
    case Part::Down:
        return m_downSeen++ < m_layers / 8 ? (wide ? "IQ3_S" : "Q2_K") : m_base;
    case Part::Output:
        if (m_experts == 8)
            return "Q5_K";
        return isMix({"IQ1_S", "IQ1_M"}) ? "IQ2_XXS" : wide ? "IQ3_S" : m_base;
    default:
        return m_base;
    }
}

/// Values and what is fused with them or gives them: more bits than the rest.
Quantizer::Type Quantizer::values()
{
    const int seen = m_valuesSeen++;
    Type type = m_base;
    if (m_mix == "Q2_K")
        type = m_gqa >= 4 ? "Q4_K" : "Q3_K";
    else if (isMix({"Q2_K_S", "IQ3_XS", "IQ3_S"}) && m_gqa >= 4)
        type = "Q4_K";
    else if (m_mix == "IQ3_XXS")
        type = m_gqa >= 4 ? "Q4_K" : m_base;
    else if (m_mix == "IQ3_M")
        type = "Q4_K";
    else if (m_mix == "Q3_K_M")
        type = seen < 2 ? "Q5_K" : "Q4_K";
    else if (m_mix == "Q3_K_L")
        type = "Q5_K";
    else if (isMix({"IQ4_NL", "IQ4_XS"}) && m_gqa >= 4)
        type = "Q5_K";
    else if (isMix({"Q4_K_M", "Q5_K_M"}) && hasMoreBits(seen, m_values))
        type = "Q6_K";
    else if (m_mix == "Q4_K_S" && seen < 4)
        type = "Q5_K";
    if (m_seventyB && (type == "Q3_K" || type == "Q4_K"))
        type = "Q5_K";
    if (m_experts == 8)
        type = "Q8_0";
    return type;
}

/// Among experts the layer is that of the name, else how many came before.
int Quantizer::layerOf(const GgufTensorLayout &tensor, int counter) const
{
    if (m_experts <= 1 && m_mix != "IQ3_XS")
        return counter;
    int layer = 0;
    const QByteArrayView number = QByteArrayView(tensor.name).sliced(std::min<qsizetype>(4, tensor.name.size()));
    std::from_chars(number.begin(), number.end(), layer);
    return layer;
}

Quantizer::Type Quantizer::down(const GgufTensorLayout &tensor)
{
    const int layer = layerOf(tensor, m_downSeen++);
    const int layers = m_layers;
    const bool first = layer < layers / 8;
    if (m_mix == "Q2_K")
        return "Q3_K";
    if (m_mix == "Q2_K_S")
        return first ? "Q4_K" : m_base;
    if (m_mix == "Q3_K_M")
        return layer < layers / 16 ? "Q5_K" : !m_falcon || hasMoreBits(layer, layers) ? "Q4_K" : "Q3_K";
    if (m_mix == "IQ3_M")
        return first || (m_experts == 8 && hasMoreBits(layer, layers)) ? "Q4_K" : m_base;
    if (m_mix == "Q3_K_L")
        return m_falcon ? "Q4_K" : "Q5_K";
    if (m_mix == "Q4_K_M" && m_falcon)
        return layer < layers / 16 ? "Q6_K" : hasMoreBits(layer, layers) ? "Q5_K" : "Q4_K";
    if (isMix({"Q4_K_M", "Q5_K_M"}))
        return hasMoreBits(layer, layers) ? "Q6_K" : m_base;
    if (isMix({"IQ4_NL", "IQ4_XS"}) || (m_mix == "Q4_K_S" && !m_falcon))
        return first ? "Q5_K" : m_base;
    return m_base;
}

Quantizer::Type Quantizer::output() const
{
    if (m_falcon)
        return m_mix == "Q3_K_L" ? "Q4_K" : m_base;
    if (m_experts == 8)
        return isMix({"Q2_K", "IQ3_XS", "IQ3_XXS", "Q3_K_S", "Q3_K_M", "IQ4_NL", "Q4_K_S", "Q4_K_M", "IQ3_S", "IQ3_M",
                      "IQ4_XS"})
                   ? "Q5_K"
                   : m_base;
    if (m_mix == "Q2_K")
        return "Q3_K";
    if (m_mix == "IQ3_XXS")
        return "IQ3_S";
    if (isMix({"Q3_K_M", "IQ3_M"}))
        return "Q4_K";
    return m_mix == "Q3_K_L" ? "Q5_K" : m_base;
}

/// What takes the place of a type whose blocks do not fit the rows.
Quantizer::Type Quantizer::fallback(Type type, qint64 columns) const
{
    if (columns % typeNamed(type)->block.weights == 0)
        return type;
    constexpr auto others = std::to_array<std::pair<Type, Type>>({
        {"Q4_K", "Q5_0"},
        {"Q5_K", "Q5_1"},
        {"Q6_K", "Q8_0"},
        {"Q2_K", "Q4_0"},
        {"Q3_K", "Q4_0"},
        {"Q2_0", "Q4_0"},
        {"TQ1_0", "Q4_0"},
        {"TQ2_0", "Q4_0"},
    });
    Type other = type[0] == 'I' ? "IQ4_NL" : "F16";
    for (const auto &[wide, narrow] : others) {
        if (type == wide)
            other = narrow;
    }
    return columns % typeNamed(other)->block.weights == 0 ? other : "F16";
}

} // namespace

std::vector<GgufTypes> ggufTypes(const std::vector<GgufTensorLayout> &layout, const ModelArchitecture &model,
                                 std::span<const QString> mixes)
{
    const std::vector<Kind> kinds = kindsOf(layout);
    std::vector<GgufTypes> all;
    for (const QString &mix : mixes) {
        const QByteArray name = mix.toUpper().toLatin1();
        const auto known = std::find_if(kMixes.begin(), kMixes.end(), [&](const Mix &entry) {
            return std::string_view(name.data(), size_t(name.size())) == entry.name;
        });
        GgufTypes &types = all.emplace_back();
        if (known == kMixes.end())
            continue;
        Quantizer quantizer(layout, kinds, model, *known);
        types.reserve(layout.size());
        for (size_t i = 0; i < layout.size(); ++i)
            types.push_back(quantizer.typeOf(layout[i], kinds[i]));
    }
    return all;
}

GgufTypes ggufTypes(const std::vector<GgufTensorLayout> &layout, const ModelArchitecture &model, const QString &mix)
{
    return ggufTypes(layout, model, std::span(&mix, 1)).front();
}

std::optional<Bytes> ggufBytes(const ModelArchitecture &model, const QString &mix, bool withMtp)
{
    const std::vector<GgufTensorLayout> layout = ggufLayout(model);
    const GgufTypes types = ggufTypes(layout, model, mix);
    if (types.empty())
        return std::nullopt;
    Bytes total;
    for (size_t i = 0; i < layout.size(); ++i) {
        if (withMtp || !layout[i].ofMtp)
            total += types[i]->block.bytesFor(layout[i].elements());
    }
    return total;
}

} // namespace plimsoll
