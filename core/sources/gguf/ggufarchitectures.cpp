// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufarchitectures.h"

#include <array>
#include <iterator>

namespace plimsoll {
namespace {

// LLM_ARCH_NAMES and the load_hparams of each architecture in src/ of ggml-org/llama.cpp, September 2026.
constexpr GgufArchitecture kArchitectures[] = {
    {"llama"},
    {"llama4", 4, false, 8192},
    {"deci"},
    {"falcon"},
    {"grok"},
    {"gpt2"},
    {"gptj"},
    {"gptneox"},
    {"mpt"},
    {"baichuan"},
    {"starcoder"},
    {"refact"},
    {"bert", 0, false, 0, true},
    {"modern-bert", 3, true, 0, true},
    {"nomic-bert", 0, false, 0, true},
    {"nomic-bert-moe", 0, false, 0, true},
    {"neo-bert", 0, false, 0, true},
    {"jina-bert-v2", 0, false, 0, true},
    {"jina-bert-v3", 0, false, 0, true},
    {"eurobert", 0, false, 0, true},
    {"gemma-embedding", 6, false, 0, true},
    {"llama-embed", 0, false, 0, true},
    {"bloom"},
    {"stablelm"},
    {"qwen"},
    {"qwen2"},
    {"qwen2moe"},
    {"qwen2vl"},
    {"qwen3"},
    {"qwen3moe"},
    {"qwen3next"},
    {"qwen3vl"},
    {"qwen3vlmoe"},
    {"qwen35"},
    {"qwen35moe"},
    {"phi2"},
    {"phi3"},
    {"phimoe"},
    {"plamo"},
    {"plamo2"},
    {"plamo3", 8},
    {"codeshell"},
    {"orion"},
    {"internlm2"},
    {"minicpm"},
    {"minicpm3"},
    {"gemma"},
    {"gemma2", 2},
    {"gemma3", 6},
    {"gemma3n", 5},
    {"gemma4", 6},
    {"starcoder2"},
    {"mamba"},
    {"mamba2"},
    {"jamba"},
    {"falcon-h1"},
    {"xverse"},
    {"command-r"},
    {"cohere2", 4},
    {"cohere2moe", 4},
    {"dbrx"},
    {"olmo"},
    {"olmo2", 4},
    {"olmoe"},
    {"openelm"},
    {"arctic"},
    {"deepseek"},
    {"deepseek2"},
    {"deepseek2-ocr"},
    {"deepseek32"},
    {"deepseek4", -1},
    {"chatglm"},
    {"glm4"},
    {"glm4moe"},
    {"glm-dsa"},
    {"bitnet"},
    {"jais"},
    {"jais2"},
    {"nemotron"},
    {"nemotron_h"},
    {"nemotron_h_moe"},
    {"exaone"},
    {"exaone4", 4},
    {"exaone-moe", 4},
    {"rwkv6"},
    {"rwkv6qwen2"},
    {"rwkv7"},
    {"arwkv7"},
    {"granite"},
    {"granitemoe"},
    {"granitehybrid"},
    {"chameleon"},
    {"plm"},
    {"bailingmoe"},
    {"bailingmoe2"},
    {"dots1"},
    {"arcee"},
    {"afmoe", 4},
    {"laguna"},
    {"ernie4_5"},
    {"ernie4_5-moe"},
    {"hunyuan-moe"},
    {"hunyuan-dense"},
    {"hunyuan_vl"},
    {"hy_v3"},
    {"smollm3"},
    {"gpt-oss", 2},
    {"lfm2"},
    {"lfm2moe"},
    {"dream"},
    {"smallthinker", 4, true},
    {"llada"},
    {"llada-moe"},
    {"seed_oss"},
    {"grovemoe"},
    {"apertus"},
    {"minimax-m2"},
    {"cogvlm"},
    {"rnd1"},
    {"pangu-embedded"},
    {"mistral3"},
    {"mistral4"},
    {"paddleocr"},
    {"mimo2"},
    {"step35"},
    {"maincoder"},
    {"kimi-linear"},
    {"talkie"},
    {"mellum"},
};

} // namespace

const GgufArchitecture *ggufArchitecture(QByteArrayView name)
{
    for (const GgufArchitecture &architecture : kArchitectures) {
        if (name == QByteArrayView(architecture.name))
            return &architecture;
    }
    return nullptr;
}

QString ggufFileTypeName(qint64 fileType)
{
    // enum llama_ftype in include/llama.h of ggml-org/llama.cpp, without its prefix MOSTLY_.
    static constexpr const char *names[] = {
        "F32",   "F16",     "Q4_0",      "Q4_1",   nullptr,  nullptr,   nullptr,  "Q8_0",   "Q5_0",
        "Q5_1",  "Q2_K",    "Q3_K_S",    "Q3_K_M", "Q3_K_L", "Q4_K_S",  "Q4_K_M", "Q5_K_S", "Q5_K_M",
        "Q6_K",  "IQ2_XXS", "IQ2_XS",    "Q2_K_S", "IQ3_XS", "IQ3_XXS", "IQ1_S",  "IQ4_NL", "IQ3_S",
        "IQ3_M", "IQ2_S",   "IQ2_M",     "IQ4_XS", "IQ1_M",  "BF16",    nullptr,  nullptr,  nullptr,
        "TQ1_0", "TQ2_0",   "MXFP4_MOE", "NVFP4",  "Q1_0",
    };
    if (fileType < 0 || size_t(fileType) >= std::size(names) || !names[fileType])
        return {};
    return QString::fromLatin1(names[fileType]);
}

} // namespace plimsoll
