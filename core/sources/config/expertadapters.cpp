// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/adapterhelpers.h"
#include "core/sources/config/dialectadapters.h"

#include <QStringList>

// Mixtures of experts and hybrids: see dialectadapters.h.

namespace plimsoll {

using namespace adapting;

namespace {

/// A value for each layer becomes one value where all are the same.
void mergeEqual(QJsonObject &config, const char *key)
{
    const QJsonArray list = config.value(QLatin1String(key)).toArray();
    const bool allEqual = !list.isEmpty() && std::all_of(list.begin(), list.end(), [&](const QJsonValue &v) {
        return v == list.first();
    });
    if (allEqual)
        set(config, key, list.first());
}

/// Kinds of layers from the numbers of those of one kind, counted from `first`.
QJsonArray kindsFromNumbers(const QJsonObject &config, const QJsonArray &numbers, int first, const char *those,
                            const char *others)
{
    QJsonArray kinds;
    for (qint64 i = 0; i < layers(config); ++i)
        kinds.append(QLatin1String(numbers.contains(QJsonValue(i + first)) ? those : others));
    return kinds;
}

} // namespace

void adaptGemma4(QJsonObject &config)
{
    if (!flag(config, "enable_moe_block", false)) {
        set(config, "num_experts", QJsonValue::Null);
    } else {
        // Three more norms of the parallel blocks, the router's scale, and a scale for each expert.
        set(config, "moe_parallel_extra_per_layer", 4 * hidden(config) + whole(config, {"num_experts"}));
    }
    if (flag(config, "use_double_wide_mlp", false))
        set(config, "double_wide_from", std::max<qint64>(0, layers(config) - whole(config, {"num_kv_shared_layers"})));
}

void adaptGraniteHybrid(QJsonObject &config)
{
    if (whole(config, {"num_local_experts"}, 1) != 0)
        return;
    set(config, "num_local_experts", QJsonValue::Null);
    copy(config, "intermediate_size", config.value(QLatin1String("shared_intermediate_size")));
}

void adaptMiniCpm3(QJsonObject &config)
{
    const qint64 heads = whole(config, {"num_attention_heads"});
    if (!isGiven(config, "v_head_dim") && heads > 0)
        set(config, "v_head_dim", hidden(config) / heads);
}

void adaptMiniMax(QJsonObject &config)
{
    if (config.value(QLatin1String("qk_norm_type")).toString() == QLatin1String("per_head"))
        set(config, "qk_norm_kind", QStringLiteral("head"));
    const QJsonArray kinds = config.value(QLatin1String("attn_type_list")).toArray();
    if (!kinds.isEmpty() && !isGiven(config, "layer_types")) {
        QJsonArray names;
        for (qsizetype i = 0; i < std::min<qsizetype>(kinds.size(), 4096); ++i)
            names.append(QLatin1String(kinds.at(i).toInt(1) == 0 ? "linear_attention" : "full_attention"));
        set(config, "layer_types", names);
    }
    const QJsonObject sparse = config.value(QLatin1String("sparse_attention_config")).toObject();
    if (flag(sparse, "use_sparse_attention", false)) {
        copy(config, "sparse_index_heads", sparse.value(QLatin1String("sparse_num_index_heads")));
        copy(config, "sparse_index_dim", sparse.value(QLatin1String("sparse_index_dim")));
        copy(config, "sparse_index_layers", sparse.value(QLatin1String("sparse_attention_freq")));
    }
}

void adaptKimiLinear(QJsonObject &config)
{
    const QJsonObject linear = config.value(QLatin1String("linear_attn_config")).toObject();
    copy(config, "linear_num_key_heads", linear.value(QLatin1String("num_heads")));
    copy(config, "linear_num_value_heads", linear.value(QLatin1String("num_heads")));
    copy(config, "linear_key_head_dim", linear.value(QLatin1String("head_dim")));
    copy(config, "linear_value_head_dim", linear.value(QLatin1String("head_dim")));
    copy(config, "linear_conv_kernel_dim", linear.value(QLatin1String("short_conv_kernel_size")));
    set(config, "linear_full_rank_gate", flag(linear, "use_full_rank_gate", false));
    const QJsonArray full = linear.value(QLatin1String("full_attn_layers")).toArray();
    if (!full.isEmpty() && full.size() <= 4096)
        set(config, "layer_types", kindsFromNumbers(config, full, 1, "full_attention", "linear_attention"));
    copy(config, "moe_latent_size", config.value(QLatin1String("routed_expert_hidden_size")));
    copy(config, "moe_latent_norm", config.value(QLatin1String("latent_moe_use_norm")));
    copy(config, "mla_output_gate", config.value(QLatin1String("mla_use_output_gate")));
    // Residuals over blocks of layers: a query and a norm before the attention and before the experts.
    if (isGiven(config, "attn_res_block_size"))
        set(config, "extra_per_layer", 4 * hidden(config));
}

void adaptLongCat(QJsonObject &config)
{
    // A layer is two attention and two dense blocks, with the experts beside the first: two layers here.
    const qint64 pairs = std::min<qint64>(layers(config), 512);
    set(config, "num_hidden_layers", 2 * pairs);
    QJsonArray kinds;
    for (qint64 i = 0; i < 2 * pairs; ++i)
        kinds.append(QLatin1String(i % 2 == 0 ? "beside" : "dense"));
    set(config, "mlp_layer_types", kinds);
    // The router also chooses among experts that do nothing.
    const qint64 idle = whole(config, {"zero_expert_num"});
    set(config, "moe_parallel_extra_per_layer", idle * (hidden(config) + 1));
}

void adaptGrok(QJsonObject &config)
{
    if (flag(config, "residual_moe", false))
        set(config, "experts_beside_dense", true);
}

void adaptArctic(QJsonObject &config)
{
    copy(config, "moe_intermediate_size", config.value(QLatin1String("intermediate_size")));
    set(config, "intermediate_size", hidden(config)); // the residual block is as wide as the model
    set(config, "moe_parallel_extra_per_layer", hidden(config));
}

void adaptHunyuan(QJsonObject &config)
{
    for (const char *key : {"moe_topk", "num_shared_expert", "moe_intermediate_size", "num_experts"})
        mergeEqual(config, key);
    if (flag(config, "use_cla", false))
        copy(config, "kv_shared_every", config.value(QLatin1String("cla_share_factor")));
    if (isGiven(config, "use_qk_norm") && !flag(config, "use_qk_norm", true))
        set(config, "qk_norm_kind", QStringLiteral("none"));
}

void adaptStep(QJsonObject &config)
{
    copy(config, "num_key_value_heads", config.value(QLatin1String("num_attention_groups")));
    const QJsonObject sliding = config.value(QLatin1String("attention_other_setting")).toObject();
    copy(config, "swa_num_attention_heads", sliding.value(QLatin1String("num_attention_heads")));
    copy(config, "swa_num_key_value_heads", sliding.value(QLatin1String("num_attention_groups")));
    copy(config, "shared_expert_intermediate_size",
         config.value(QLatin1String(isGiven(config, "share_expert_dims") ? "share_expert_dims" : "share_expert_dim")));
    mergeEqual(config, "shared_expert_intermediate_size");
    QJsonArray numbers = config.value(QLatin1String("moe_layers_enum")).toArray();
    if (numbers.isEmpty()) {
        const QString text = config.value(QLatin1String("moe_layers_enum")).toString().left(8192);
        const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString &part : parts)
            numbers.append(part.trimmed().toInt());
    }
    if (!numbers.isEmpty() && numbers.size() <= 4096 && !isGiven(config, "mlp_layer_types")) {
        set(config, "mlp_layer_types", kindsFromNumbers(config, numbers, 0, "sparse", "dense"));
    }
}

void adaptMamba(QJsonObject &config)
{
    const QJsonObject inner = config.value(QLatin1String("ssm_cfg")).toObject();
    copy(config, "state_size", inner.value(QLatin1String("d_state")));
    copy(config, "conv_kernel", inner.value(QLatin1String("d_conv")));
    copy(config, "expand", inner.value(QLatin1String("expand")));
    copy(config, "n_groups", inner.value(QLatin1String("ngroups")));
    const qint64 step = whole(config, {"pad_vocab_size_multiple"});
    const qint64 rows = whole(config, {"vocab_size"});
    if (step > 1 && rows > 0)
        set(config, "vocab_size", (rows + step - 1) / step * step);
}

void adaptLfm2(QJsonObject &config)
{
    copy(config, "tie_word_embeddings", config.value(QLatin1String("tie_embedding")));
    const QJsonArray attention = config.value(QLatin1String("full_attn_idxs")).toArray();
    if (!attention.isEmpty() && attention.size() <= 4096 && !isGiven(config, "layer_types"))
        set(config, "layer_types", kindsFromNumbers(config, attention, 0, "full_attention", "conv"));
    copy(config, "first_k_dense_replace", config.value(QLatin1String("num_dense_layers")));
    const qint64 stated = whole(config, {"block_ff_dim", "intermediate_size"});
    if (isGiven(config, "num_experts") || stated == 0 || !flag(config, "block_auto_adjust_ff_dim", true))
        return;
    // Two thirds, because the block is gated, rounded up.
    const double factor = config.value(QLatin1String("block_ffn_dim_multiplier")).toDouble(1.0);
    const qint64 step = std::max<qint64>(whole(config, {"block_multiple_of"}, 256), 1);
    const qint64 width = qint64(std::clamp(factor, 0.0, 64.0) * double(2 * stated / 3));
    set(config, "intermediate_size", (width + step - 1) / step * step);
    config.remove(QStringLiteral("block_ff_dim"));
}

} // namespace plimsoll
