// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/sources/ggufwriter.h"
#include "tests/core/sources/safetensorswriter.h"

#include <QFile>

namespace plimsoll::test {

/// Two matrices of 64 x 1,000 and its config, of which the model has 4 layers.
inline QByteArray sampleConfig()
{
    QFile file(QStringLiteral(PLIMSOLL_TEST_DATA "/configs/grouped-query.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// `padding` makes the header longer.
inline QByteArray sampleSafetensors(const QByteArray &tensor, qsizetype padding = 0)
{
    SafetensorsWriter out;
    if (padding > 0)
        out.json("\"__metadata__\":{\"padding\":\"" + QByteArray(padding, 'x') + "\"}");
    return out.bf16(tensor, {1000, 64}).file();
}

inline QByteArray sampleIndex()
{
    return "{\"weight_map\":{\"model.embed_tokens.weight\":\"model-00001-of-00002.safetensors\","
           "\"lm_head.weight\":\"model-00002-of-00002.safetensors\"}}";
}

/// One layer of 64 with a list of `tokens` words before the tensors.
inline QByteArray sampleGguf(qsizetype tokens = 0)
{
    GgufWriter out;
    out.text("general.architecture", "llama").text("general.name", "Tiny").number("llama.block_count", 1);
    out.number("llama.embedding_length", 64).number("llama.context_length", 8192);
    out.number("llama.attention.head_count", 4).number("llama.attention.head_count_kv", 2);
    if (tokens > 0)
        out.texts("tokenizer.ggml.tokens", QList<QByteArray>(tokens, "a word of the vocabulary"));
    out.f32("token_embd.weight", {64, 96}).f32("blk.0.attn_norm.weight", {64});
    out.f32("blk.0.attn_q.weight", {64, 64}).f32("blk.0.attn_k.weight", {64, 32});
    out.f32("blk.0.attn_v.weight", {64, 32}).f32("blk.0.attn_output.weight", {64, 64});
    out.f32("blk.0.ffn_norm.weight", {64}).f32("blk.0.ffn_gate.weight", {64, 160});
    out.f32("blk.0.ffn_up.weight", {64, 160}).f32("blk.0.ffn_down.weight", {160, 64});
    return out.f32("output_norm.weight", {64}).f32("output.weight", {64, 96}).file();
}

} // namespace plimsoll::test
