// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/dialectadapters.h"

#include "core/sources/config/adapterhelpers.h"

namespace plimsoll {

using namespace adapting;

void adaptAllBiases(QJsonObject &config)
{
    for (const char *key : {"attention_bias", "attention_out_bias", "mlp_bias"})
        set(config, key, true);
}

void adaptOpt(QJsonObject &config)
{
    if (flag(config, "enable_bias", true))
        adaptAllBiases(config);
    // The smallest but one of the family is told by its shape where a file leaves its two peculiarities out.
    const bool isOdd = hidden(config) == 1024 && layers(config) == 24 && !isGiven(config, "word_embed_proj_dim")
                       && !isGiven(config, "do_layer_norm_before");
    copy(config, "embedding_dim", isOdd ? QJsonValue(512) : config.value(QLatin1String("word_embed_proj_dim")));
    if (isOdd || !flag(config, "do_layer_norm_before", true))
        set(config, "final_norm", false);
}

void adaptFalcon(QJsonObject &config)
{
    const bool isNew = flag(config, "new_decoder_architecture", isGiven(config, "n_head_kv"));
    if (isNew)
        copy(config, "num_key_value_heads",
             config.value(QLatin1String(isGiven(config, "num_kv_heads") ? "num_kv_heads" : "n_head_kv")));
    else if (flag(config, "multi_query", true))
        set(config, "num_key_value_heads", 1);
    else
        config.remove(QStringLiteral("num_kv_heads")); // stated, but the modelling code reads it only in the new layout
    const bool oneNorm =
        isNew ? whole(config, {"num_ln_in_parallel_attn"}, 2) == 1 : flag(config, "parallel_attn", true);
    set(config, "norms_per_layer", oneNorm ? 1 : 2);
}

void adaptMpt(QJsonObject &config)
{
    const QJsonObject attention = config.value(QLatin1String("attn_config")).toObject();
    copy(config, "num_key_value_heads", attention.value(QLatin1String("kv_n_heads")));
    if (attention.value(QLatin1String("attn_type")).toString() == QLatin1String("multiquery_attention"))
        set(config, "num_key_value_heads", 1);
    if (isGiven(config, "expansion_ratio"))
        set(config, "intermediate_size",
            whole(config, {"expansion_ratio"}, 4) * std::min<qint64>(hidden(config), 1 << 20));
    if (!flag(config, "no_bias", true)) {
        adaptAllBiases(config);
        set(config, "norm_bias", true);
    }
    if (flag(config, "learned_pos_emb", true) && !flag(attention, "alibi", false))
        copy(config, "position_embedding_rows", config.value(QLatin1String("max_seq_len")));
}

void adaptDbrx(QJsonObject &config)
{
    const QJsonObject experts = config.value(QLatin1String("ffn_config")).toObject();
    copy(config, "num_experts", experts.value(QLatin1String("moe_num_experts")));
    copy(config, "num_experts_per_tok", experts.value(QLatin1String("moe_top_k")));
    copy(config, "intermediate_size", experts.value(QLatin1String("ffn_hidden_size")));
    const QJsonObject attention = config.value(QLatin1String("attn_config")).toObject();
    copy(config, "num_key_value_heads", attention.value(QLatin1String("kv_n_heads")));
}

void adaptQwen1(QJsonObject &config)
{
    // The stated width is that of gate and up together.
    if (isGiven(config, "intermediate_size") && whole(config, {"intermediate_size"}) > 1)
        set(config, "intermediate_size", whole(config, {"intermediate_size"}) / 2);
    const bool biases = !flag(config, "no_bias", true);
    set(config, "attention_bias", true);
    set(config, "attention_out_bias", biases);
    set(config, "mlp_bias", biases);
}

void adaptChatGlm(QJsonObject &config)
{
    if (isGiven(config, "position_encoding_2d")) { // the first ChatGLM-6B
        adaptAllBiases(config);
        set(config, "norm_type", QStringLiteral("layernorm"));
        set(config, "gated", false);
        copy(config, "intermediate_size", config.value(QLatin1String("inner_hidden_size")));
        set(config, "tie_word_embeddings", true);
        return;
    }
    const bool biases = flag(config, "add_bias_linear", false);
    set(config, "attention_bias", biases || flag(config, "add_qkv_bias", false));
    set(config, "attention_out_bias", biases);
    set(config, "mlp_bias", biases);
    if (flag(config, "multi_query_attention", false))
        copy(config, "num_key_value_heads", config.value(QLatin1String("multi_query_group_num")));
    else
        config.remove(QStringLiteral("multi_query_group_num"));
    copy(config, "vocab_size", config.value(QLatin1String("padded_vocab_size")));
    set(config, "final_norm", flag(config, "post_layer_norm", true));
    if (!flag(config, "rmsnorm", true))
        set(config, "norm_type", QStringLiteral("layernorm"));
}

void adaptStableLm(QJsonObject &config)
{
    if (flag(config, "use_parallel_residual", false))
        set(config, "norms_per_layer", 1);
}

void adaptBitNet(QJsonObject &config)
{
    // Norms inside the attention and the feed-forward block, on their outputs' widths.
    set(config, "extra_per_layer", hidden(config) + whole(config, {"intermediate_size"}));
}

void adaptMllama(QJsonObject &config)
{
    // Eight more rows of the embedding stand for images.
    set(config, "extra_params", 8 * hidden(config));
}

void adaptBert(QJsonObject &config)
{
    adaptAllBiases(config);
    const qint64 width = std::min<qint64>(whole(config, {"hidden_size"}, 768), 131'072);
    // Segment embeddings; the pooler, or the dense layer of a classification head, which has its size.
    set(config, "extra_params", width * whole(config, {"type_vocab_size"}, 2) + width * width + width);
}

void adaptDistilBert(QJsonObject &config)
{
    adaptAllBiases(config);
    copy(config, "hidden_size", config.value(QLatin1String("dim")));
    copy(config, "intermediate_size", config.value(QLatin1String("hidden_dim")));
}

void adaptModernBert(QJsonObject &config)
{
    // The first layer has no norm before its attention, because the embedding has one.
    set(config, "embedding_norm", false);
    for (const char *key : {"attention_bias", "mlp_bias"})
        if (!isGiven(config, key))
            set(config, key, false);
}

void adaptNomicBert(QJsonObject &config)
{
    set(config, "attention_bias", flag(config, "qkv_proj_bias", false));
    set(config, "attention_out_bias", flag(config, "qkv_proj_bias", false));
    set(config, "mlp_bias", flag(config, "mlp_fc1_bias", false));
    set(config, "extra_params", hidden(config) * whole(config, {"type_vocab_size"}, 2));
}

void adaptOpenElm(QJsonObject &config)
{
    // A multiple of the width for each layer, rounded to the nearest multiple of ffn_dim_divisor.
    const QJsonArray factors = config.value(QLatin1String("ffn_multipliers")).toArray();
    const qint64 width = std::min<qint64>(whole(config, {"model_dim"}), 131'072);
    const qint64 step = std::max<qint64>(whole(config, {"ffn_dim_divisor"}, 256), 1);
    QJsonArray widths;
    for (qsizetype i = 0; i < std::min<qsizetype>(factors.size(), 1024); ++i) {
        const qint64 wanted = qint64(std::clamp(factors.at(i).toDouble(), 0.0, 64.0) * double(width));
        const qint64 rounded = std::max(step, (wanted + step / 2) / step * step);
        widths.append(10 * rounded < 9 * wanted ? rounded + step : rounded);
    }
    if (!widths.isEmpty())
        set(config, "intermediate_size", widths);
    copy(config, "hidden_size", config.value(QLatin1String("model_dim")));
    copy(config, "num_hidden_layers", config.value(QLatin1String("num_transformer_layers")));
    copy(config, "tie_word_embeddings", config.value(QLatin1String("share_input_output_layers")));
    copy(config, "max_position_embeddings", config.value(QLatin1String("max_context_length")));
    if (!flag(config, "normalize_qk_projections", true))
        set(config, "qk_norm_kind", QStringLiteral("none"));
}

} // namespace plimsoll
