// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/weightnames.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace plimsoll {
namespace {

using enum WeightPart;
using Tower = WeightPlace::Tower;

/// The last part of the name, without ".weight" and the like.
constexpr auto kLeaves = std::to_array<std::pair<std::string_view, WeightPart>>({
    {"q_proj", Query},
    {"wq", Query},
    {"query", Query},
    {"k_proj", Key},
    {"wk", Key},
    {"key", Key},
    {"v_proj", Value},
    {"wv", Value},
    {"value", Value},
    {"qkv_proj", FusedQkv},
    {"query_key_value", FusedQkv},
    {"W_pack", FusedQkv},
    {"Wqkv", FusedQkv},
    {"wqkv", FusedQkv},
    {"qkv", FusedQkv},
    {"c_attn", FusedQkv},
    {"o_proj", AttentionOut},
    {"wo", AttentionOut},
    {"q_norm", QueryNorm},
    {"q_layernorm", QueryNorm},
    {"query_layernorm", QueryNorm},
    {"k_norm", KeyNorm},
    {"k_layernorm", KeyNorm},
    {"key_layernorm", KeyNorm},
    {"sinks", Sinks},
    {"q_a_proj", QueryDown},
    {"q_b_proj", QueryUp},
    {"kv_a_proj_with_mqa", KvDown},
    {"kv_b_proj", KvUp},
    {"kv_a_layernorm", KvNorm},
    {"q_a_layernorm", Other},
    {"gate_proj", FfnGate},
    {"w1", FfnGate},
    {"up_proj", FfnUp},
    {"w3", FfnUp},
    {"c_fc", FfnUp},
    {"fc1", FfnUp},
    {"fc_in", FfnUp},
    {"dense_h_to_4h", FfnUp},
    {"gate_up_proj", FfnGateUp},
    {"down_proj", FfnDown},
    {"w2", FfnDown},
    {"fc2", FfnDown},
    {"fc_out", FfnDown},
    {"dense_4h_to_h", FfnDown},
    {"gate", Router},
    {"router", Router},
    {"shared_expert_gate", SharedRouter},
    {"e_score_correction_bias", RouterBias},
    {"in_proj", StateIn},
    {"x_proj", StateX},
    {"A_log", StateOther},
    {"dt_proj", StateOther},
    {"dt_bias", StateOther},
    {"conv1d", StateOther},
    {"D", StateOther},
    {"in_proj_qkvz", DeltaNet},
    {"in_proj_ba", DeltaNet},
    {"in_proj_qkv", DeltaNet},
    {"in_proj_a", DeltaNet},
    {"in_proj_b", DeltaNet},
    {"in_proj_z", DeltaNet},
});

std::string_view viewOf(QByteArrayView name)
{
    return {name.data(), size_t(name.size())};
}

bool hasAny(QByteArrayView name, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (viewOf(name).find(word) != std::string_view::npos)
            return true;
    }
    return false;
}

/// What the tensors of nearly every language model begin with.
constexpr std::string_view kUsualPrefix = "model.layers.";

bool startsWithAny(QByteArrayView name, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (viewOf(name).starts_with(word))
            return true;
    }
    return false;
}

/// `rest` is what follows the number of a layer.
Tower towerOf(QByteArrayView name, QByteArrayView rest)
{
    if (startsWithAny(rest, {"eh_proj.", "enorm.", "hnorm.", "shared_head."}))
        return Tower::Mtp;
    if (!viewOf(name).starts_with(kUsualPrefix)) {
        if (hasAny(name, {"visual.", "vision", "multi_modal_projector", "image_newline", "mlp1.", "patch_merger",
                          "embed_vision", "vit."}))
            return Tower::Vision;
        if (hasAny(name, {"audio", "speech"}))
            return Tower::Audio;
        if (startsWithAny(name, {"mtp."}) || hasAny(name, {".mtp"}))
            return Tower::Mtp;
    }
    return Tower::Text;
}

/// Reads "<number>." at `from`; -1 where there is none.
int numberAt(QByteArrayView name, qsizetype from, qsizetype &behind)
{
    int number = -1;
    const auto [end, error] = std::from_chars(name.begin() + from, name.end(), number);
    behind = end - name.begin() + 1;
    return error == std::errc() && end != name.end() && *end == '.' && number >= 0 ? number : -1;
}

/// The layer, and in `rest` what follows it.
int layerOf(QByteArrayView name, QByteArrayView &rest)
{
    static constexpr std::string_view words[] = {".layers.", ".h.", ".blocks.", ".block.", ".layer."};
    for (const std::string_view word : words) {
        const std::string_view atStart = word.substr(1);
        const size_t found = viewOf(name).starts_with(atStart) ? 0 : viewOf(name).find(word);
        if (found == std::string_view::npos)
            continue;
        const size_t length = found == 0 && viewOf(name).starts_with(atStart) ? atStart.size() : word.size();
        qsizetype behind = 0;
        const int layer = numberAt(name, qsizetype(found + length), behind);
        if (layer >= 0) {
            rest = name.sliced(behind);
            return layer;
        }
    }
    return -1;
}

QByteArrayView leafOf(QByteArrayView name)
{
    static constexpr std::string_view endings[] = {".weight",   ".qweight", ".weight_packed",
                                                   ".q_weight", ".trellis", "_blocks"};
    for (const std::string_view ending : endings) {
        if (viewOf(name).ends_with(ending)) {
            name.chop(qsizetype(ending.size()));
            break;
        }
    }
    return name.sliced(name.lastIndexOf('.') + 1);
}

WeightPart biasOf(QByteArrayView rest)
{
    if (rest.contains("experts"))
        return ExpertBias;
    if (hasAny(rest, {"q_proj", "k_proj", "v_proj", "qkv", "query", "c_attn", "W_pack"}))
        return QkvBias;
    if (hasAny(rest, {"norm", "ln_"}))
        return NormBias;
    if (hasAny(rest, {"router", "mlp.gate."}))
        return RouterBias;
    if (hasAny(rest, {"o_proj", "attn.c_proj", "attention.dense"}))
        return OutputBias;
    return hasAny(rest, {"mlp", "fc"}) ? FfnBias : Other;
}

WeightPart expertPart(WeightPart part, bool shared)
{
    switch (part) {
    case FfnGate:
        return shared ? SharedGate : ExpertGate;
    case FfnUp:
        return shared ? SharedUp : ExpertUp;
    case FfnGateUp:
        return shared ? SharedGateUp : ExpertGateUp;
    case FfnDown:
        return shared ? SharedDown : ExpertDown;
    default:
        return part;
    }
}

bool isOfState(QByteArrayView rest)
{
    return hasAny(rest, {"mixer.", "mamba.", "ssm.", "linear_attn.", "conv."});
}

WeightPart partOf(QByteArrayView rest, const StoredTensor &tensor)
{
    const std::string_view leaf = viewOf(leafOf(rest));
    if (viewOf(rest).ends_with(".bias") || viewOf(rest).ends_with("_bias"))
        return leaf == "e_score_correction_bias" ? RouterBias : biasOf(rest);
    for (const auto &[known, part] : kLeaves) {
        if (leaf == known)
            return part;
    }
    if (leaf == "out_proj")
        return isOfState(rest) ? StateOut : AttentionOut;
    if (leaf == "c_proj")
        return rest.contains("attn") ? AttentionOut : FfnDown;
    if (leaf == "dense")
        return rest.contains("attention") ? AttentionOut : FfnDown;
    if (leaf == "norm" && isOfState(rest) && rest.count('.') > 1)
        return StateNorm;
    const bool isNorm = tensor.shape.size() == 1 && (leaf.find("norm") != leaf.npos || leaf.find("ln") != leaf.npos);
    return isNorm ? Norm : Other;
}

} // namespace

WeightPlace placeOfWeight(const StoredTensor &tensor)
{
    WeightPlace place;
    QByteArrayView rest = tensor.name;
    place.layer = layerOf(tensor.name, rest);
    place.tower = towerOf(tensor.name, rest);
    if (place.layer < 0) {
        place.embedding =
            hasAny(tensor.name, {"embed_tokens.", "wte.", "tok_embeddings.", "word_embeddings.", "embeddings."})
            && !tensor.name.contains("position");
        place.head = hasAny(tensor.name, {"lm_head.", "embed_out."}) || tensor.name.startsWith("output.");
        place.positions = hasAny(tensor.name, {"wpe.", "embed_positions.", "position_embeddings."});
        return place;
    }
    place.part = partOf(rest, tensor);
    const size_t experts = viewOf(rest).find("experts.");
    const bool shared = hasAny(rest, {"shared_expert"});
    const bool ofExperts = experts != std::string_view::npos;
    if (ofExperts || shared)
        place.part = expertPart(place.part, shared);
    if (ofExperts && !shared) {
        qsizetype behind = 0;
        const int index = numberAt(rest, qsizetype(experts) + 8, behind);
        place.experts = index >= 0 ? qint64(index) + 1 : tensor.shape.size() >= 2 ? tensor.shape.front() : 0;
    }
    return place;
}

} // namespace plimsoll
