// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/modulenames.h"

namespace plimsoll {
namespace {

QStringList each(std::initializer_list<const char *> parents, const char *name)
{
    QStringList names;
    for (const char *parent : parents)
        names.append(QLatin1String(parent) + QLatin1String(name));
    return names;
}

QStringList attention(const char *name)
{
    return each({"self_attn.", "attn.", "attention.", "mixer.", "cross_attn."}, name);
}

/// Kimi Linear names its linear attention as the other kind.
QStringList state(const LayerGroup &layer, std::initializer_list<const char *> names)
{
    const auto *linear = std::get_if<LinearAttention>(&layer.mixer);
    QStringList all;
    for (const char *name : names) {
        if (linear && linear->kind != LinearAttentionKind::GatedDeltaNet)
            all += each({"self_attn."}, name);
        else
            all += linear ? each({"linear_attn."}, name) : each({"mixer.", "mamba.", "conv."}, name);
    }
    return all;
}

QStringList experts(const LayerGroup &layer, const char *name, const char *numbered)
{
    // Where a dense block stands beside the experts, "mlp" is the dense one.
    QStringList names = layer.dense ? each({"experts.0.", "moe.experts.0."}, name)
                                    : each({"mlp.experts.0.", "feed_forward.experts."}, name);
    names += each({"mixer.experts.0."}, name);
    return names + each({"block_sparse_moe.experts.0.", "ffn.experts.0.", "moe.experts.0."}, numbered);
}

QStringList shared(const char *name, const char *numbered)
{
    return each({"mlp.shared_experts.", "mlp.shared_expert.", "mixer.shared_experts.", "feed_forward.shared_expert.",
                 "share_expert."},
                name)
           + each({"ffn.shared_experts.", "block_sparse_moe.shared_experts."}, numbered);
}

QStringList dense(const char *name, const char *numbered)
{
    return each({"mlp.", "mixer.", "feed_forward.", "shared_mlp."}, name)
           + each({"mlp.", "ffn.", "feed_forward.", "residual_mlp."}, numbered);
}

} // namespace

QStringList moduleNames(const LayerGroup &layer, TensorRole role)
{
    using enum TensorRole;
    switch (role) {
    case Query:
        return attention("q_proj") + attention("qkv_proj");
    case Key:
        return attention("k_proj") + attention("qkv_proj");
    case Value:
        return attention("v_proj") + attention("qkv_proj");
    case Output:
        return attention("o_proj") + attention("wo_b");
    case LatentDown:
        return attention("kv_a_proj_with_mqa") + attention("q_a_proj") + attention("wkv");
    case LatentUp:
        return attention("kv_b_proj") + attention("q_b_proj") + attention("wq_b");
    case Indexer:
        return attention("indexer.wq_b");
    case Gate:
        return dense("gate_proj", "w1");
    case Up:
        return dense("up_proj", "w3");
    case Down:
        return dense("down_proj", "w2");
    case ExpertGate:
        return experts(layer, "gate_proj", "w1");
    case ExpertUp:
        return experts(layer, "up_proj", "w3");
    case ExpertDown:
        return experts(layer, "down_proj", "w2");
    case SharedGate:
        return shared("gate_proj", "w1");
    case SharedUp:
        return shared("up_proj", "w3");
    case SharedDown:
        return shared("down_proj", "w2");
    case StateIn:
        return state(layer, {"in_proj", "in_proj_qkv", "in_proj_qkvz", "q_proj"});
    case StateOut:
        return state(layer, {"out_proj", "o_proj"});
    default:
        return {};
    }
}

} // namespace plimsoll
