// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/gguftensornames.h"

#include <array>
#include <charconv>
#include <utility>

namespace plimsoll {
namespace {

using enum WeightPart;

/// What follows "blk.<layer>.", without ".weight".
constexpr auto kNames = std::to_array<std::pair<const char *, WeightPart>>({
    {"attn_q", Query},
    {"attn_k", Key},
    {"attn_v", Value},
    {"attn_qkv", FusedQkv},
    {"attn_output", AttentionOut},
    {"attn_gate", AttentionGate},
    {"attn_q_norm", QueryNorm},
    {"attn_k_norm", KeyNorm},
    {"attn_q.bias", QkvBias},
    {"attn_k.bias", QkvBias},
    {"attn_v.bias", QkvBias},
    {"attn_qkv.bias", QkvBias},
    {"attn_output.bias", OutputBias},
    {"attn_sinks", Sinks},
    {"attn_q_a", QueryDown},
    {"attn_q_b", QueryUp},
    {"attn_kv_a_mqa", KvDown},
    {"attn_kv_b", KvUp},
    {"attn_k_b", KvUp},
    {"attn_v_b", KvUp},
    {"attn_q_a_norm", Other},
    {"attn_kv_a_norm", KvNorm},
    {"indexer.proj", Indexer},
    {"indexer.attn_k", Indexer},
    {"indexer.attn_q_b", Indexer},
    {"indexer.k_norm", Indexer},
    {"indexer.k_norm.bias", Indexer},
    {"attn_compressor_kv", Compressor},
    {"attn_compressor_gate", Compressor},
    {"ffn_gate", FfnGate},
    {"ffn_up", FfnUp},
    {"ffn_down", FfnDown},
    {"ffn_gate.bias", FfnBias},
    {"ffn_up.bias", FfnBias},
    {"ffn_down.bias", FfnBias},
    {"ffn_gate_inp", Router},
    {"ffn_gate_inp.bias", RouterBias},
    {"exp_probs_b", RouterBias},
    {"exp_probs_b.bias", RouterBias},
    {"ffn_gate_exps", ExpertGate},
    {"ffn_up_exps", ExpertUp},
    {"ffn_gate_up_exps", ExpertGateUp},
    {"ffn_down_exps", ExpertDown},
    {"ffn_gate_exps.bias", ExpertBias},
    {"ffn_up_exps.bias", ExpertBias},
    {"ffn_down_exps.bias", ExpertBias},
    {"ffn_gate_shexp", SharedGate},
    {"ffn_up_shexp", SharedUp},
    {"ffn_down_shexp", SharedDown},
    {"ffn_gate_inp_shexp", SharedRouter},
    {"ssm_in", StateIn},
    {"ssm_x", StateX},
    {"ssm_norm", StateNorm},
    {"ssm_dt_norm", StateNorm},
    {"ssm_b_norm", StateNorm},
    {"ssm_c_norm", StateNorm},
    {"ssm_out", StateOut},
    {"ssm_ba", DeltaNet},
    {"ssm_alpha", DeltaNet},
    {"ssm_f_a", KimiDelta},
    {"ssm_f_b", StateOther},
    {"shortconv.conv", ShortConv},
    {"shortconv.in_proj", Other},
    {"shortconv.out_proj", Other},
    {"attn_norm", Norm},
    {"attn_norm_2", Norm},
    {"ffn_norm", Norm},
    {"post_attention_norm", Norm},
    {"post_ffw_norm", Norm},
    {"attn_output_norm", Norm},
    {"layer_output_norm", Norm},
    {"attn_norm.bias", NormBias},
    {"attn_norm_2.bias", NormBias},
    {"ffn_norm.bias", NormBias},
    {"attn_output_norm.bias", NormBias},
    {"layer_output_norm.bias", NormBias},
});

WeightPart partOf(QByteArrayView name)
{
    for (const auto &[known, part] : kNames) {
        if (name == QByteArrayView(known))
            return part;
    }
    if (name.startsWith("time_mix_") || name.startsWith("channel_mix_"))
        return Rwkv;
    return name.startsWith("ssm_") ? StateOther : Other;
}

/// Takes a number and the dot behind it off the front; -1 where there is none.
int takeIndex(QByteArrayView &name)
{
    int index = -1;
    const auto [end, error] = std::from_chars(name.begin(), name.end(), index);
    if (error != std::errc() || end == name.end() || *end != '.' || index < 0)
        return -1;
    name = name.sliced(end - name.begin() + 1);
    return index;
}

/// "ffn_gate.7": one expert's matrix in files of early 2024.
bool takeExpert(QByteArrayView name, GgufTensorPlace &place)
{
    constexpr auto prefixes = std::to_array<std::pair<const char *, WeightPart>>(
        {{"ffn_gate.", ExpertGate}, {"ffn_up.", ExpertUp}, {"ffn_down.", ExpertDown}});
    for (const auto &[prefix, part] : prefixes) {
        if (!name.startsWith(prefix))
            continue;
        int index = -1;
        const QByteArrayView rest = name.sliced(qsizetype(qstrlen(prefix)));
        const auto [end, error] = std::from_chars(rest.begin(), rest.end(), index);
        if (error != std::errc() || end != rest.end() || index < 0)
            return false;
        place.part = part;
        place.experts = qint64(index) + 1;
        return true;
    }
    return false;
}

} // namespace

GgufTensorPlace placeOfGgufTensor(const StoredTensor &tensor)
{
    GgufTensorPlace place;
    QByteArrayView name = tensor.name;
    if (name.endsWith(".weight"))
        name.chop(7);
    if (!name.startsWith("blk."))
        return place;
    name = name.sliced(4);
    place.layer = takeIndex(name);
    if (place.layer < 0)
        return place;
    if (name.startsWith("nextn.")) {
        place.nextn = true;
        return place;
    }
    if (takeExpert(name, place))
        return place;
    place.part = partOf(name);
    const bool ofExperts =
        place.part == ExpertGate || place.part == ExpertUp || place.part == ExpertGateUp || place.part == ExpertDown;
    if (ofExperts && tensor.shape.size() == 3)
        place.experts = tensor.shape.front();
    return place;
}

bool isGgufBuffer(QByteArrayView name)
{
    return name.contains("rope_freqs") || name.contains("rope_factors_") || name.endsWith("attn_rot_embd.weight");
}

} // namespace plimsoll
