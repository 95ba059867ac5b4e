// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/sources/ggufwriter.h"
#include "tests/core/sources/safetensorswriter.h"

/// Whole models of some KiB: a Llama of hidden_size 64 with one layer of 4 heads and 2 KV heads, intermediate_size
/// 160, and 96 words.
namespace tinymodels {

/// Two embeddings; queries, keys, values and the output projection; three matrices; two norms and the last one.
inline constexpr qint64 kParameters = 2 * 96 * 64 + (2 * 64 * 64 + 2 * 64 * 32) + 3 * 64 * 160 + 2 * 64 + 64;

inline QByteArray gguf(const QByteArray &name = "Tiny")
{
    GgufWriter out;
    out.text("general.architecture", "llama").text("general.name", name).number("llama.block_count", 1);
    out.number("llama.embedding_length", 64).number("llama.context_length", 8192);
    out.number("llama.attention.head_count", 4).number("llama.attention.head_count_kv", 2);
    out.f32("token_embd.weight", {64, 96}).f32("blk.0.attn_norm.weight", {64});
    out.f32("blk.0.attn_q.weight", {64, 64}).f32("blk.0.attn_k.weight", {64, 32});
    out.f32("blk.0.attn_v.weight", {64, 32}).f32("blk.0.attn_output.weight", {64, 64});
    out.f32("blk.0.ffn_norm.weight", {64}).f32("blk.0.ffn_gate.weight", {64, 160});
    out.f32("blk.0.ffn_up.weight", {64, 160}).f32("blk.0.ffn_down.weight", {160, 64});
    return out.f32("output_norm.weight", {64}).f32("output.weight", {64, 96}).file();
}

inline QByteArray config()
{
    return R"({"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 64,
               "num_hidden_layers": 1, "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 160,
               "vocab_size": 96, "max_position_embeddings": 8192, "tie_word_embeddings": false,
               "torch_dtype": "bfloat16"})";
}

inline QByteArray safetensors()
{
    SafetensorsWriter out;
    const QByteArray layer = "model.layers.0.";
    out.bf16("model.embed_tokens.weight", {96, 64}).bf16("model.norm.weight", {64}).bf16("lm_head.weight", {96, 64});
    out.bf16(layer + "input_layernorm.weight", {64}).bf16(layer + "post_attention_layernorm.weight", {64});
    out.bf16(layer + "self_attn.q_proj.weight", {64, 64}).bf16(layer + "self_attn.k_proj.weight", {32, 64});
    out.bf16(layer + "self_attn.v_proj.weight", {32, 64}).bf16(layer + "self_attn.o_proj.weight", {64, 64});
    out.bf16(layer + "mlp.gate_proj.weight", {160, 64}).bf16(layer + "mlp.up_proj.weight", {160, 64});
    return out.bf16(layer + "mlp.down_proj.weight", {64, 160}).file();
}

} // namespace tinymodels
