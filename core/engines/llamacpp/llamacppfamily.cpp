// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacppfamily.h"

#include <array>

namespace plimsoll::llamacpp {
namespace {

enum Trait : quint32 {
    Window = 1,
    ScaledEmbedding = 2,
    ScaledLogits = 4,
    SoftcapLogits = 8,
    ScaledQuery = 16,
    Softcap = 32,
    LayerNorm = 64,
    ResidualFirst = 128,
    NoRotation = 256,
    WeightBefore = 512,
    SoftmaxOfChosen = 1024,
    Unnormalised = 2048,
    ScaledExperts = 4096,
    KeepsAllRows = 8192,
};

struct Entry {
    const char *gguf;    ///< general.architecture
    const char *classes; ///< what the class name in config.json begins with
    quint32 traits;
};

// src/models/*.cpp of ggml-org/llama.cpp, September 2026. What is not here has no trait.
constexpr auto kEntries = std::to_array<Entry>({
    {"gemma", "GemmaF", ScaledEmbedding | ScaledQuery},
    {"gemma2", "Gemma2", Window | ScaledEmbedding | ScaledQuery | Softcap | SoftcapLogits},
    {"gemma3", "Gemma3F", Window | ScaledEmbedding | ScaledQuery},
    {"gemma3n", "Gemma3n", Window | ScaledEmbedding | SoftcapLogits},
    {"gemma4", "Gemma4", Window | ScaledEmbedding | SoftcapLogits | KeepsAllRows},
    {"gpt-oss", "GptOss", Window | SoftmaxOfChosen | Unnormalised | KeepsAllRows},
    {"llama4", "Llama4", Window | WeightBefore | Unnormalised},
    {"cohere2", "Cohere2", Window | LayerNorm | ScaledLogits},
    {"command-r", "CohereF", LayerNorm | ScaledLogits},
    {"exaone4", "Exaone4", Window},
    {"exaone-moe", "ExaoneMoe", Window | ScaledExperts},
    {"olmo2", "Olmo3", Window},
    {"plamo3", "Plamo3", Window},
    {"smallthinker", "SmallThinker", Window},
    {"afmoe", "Afmoe", Window | ScaledExperts},
    {"mimo2", "MiMoV2", Window},
    {"step35", "Step3p", Window | ScaledExperts},
    {"laguna", "Laguna", Window},
    {"phi3", "Phi3", ScaledQuery | ResidualFirst},
    {"phimoe", "PhiMoE", ScaledQuery | ResidualFirst | LayerNorm},
    {"phi2", "PhiF", ScaledQuery},
    {"granite", "GraniteF", ScaledEmbedding | ScaledLogits},
    {"granitemoe", "GraniteMoeF", ScaledEmbedding | ScaledLogits},
    {"granitehybrid", "GraniteMoeHybrid", ScaledEmbedding | ScaledLogits},
    {"minicpm", "MiniCPMF", ScaledEmbedding | ScaledLogits},
    {"minicpm3", "MiniCPM3", ScaledEmbedding | ScaledLogits},
    {"grok", "Grok1", ScaledEmbedding | ScaledLogits | Softcap},
    {"nemotron_h", "NemotronH", NoRotation | ScaledExperts | KeepsAllRows},
    {"nemotron_h_moe", "NemotronHMoe", NoRotation | ScaledExperts | KeepsAllRows},
    {"jamba", "Jamba", NoRotation | Unnormalised},
    {"bloom", "Bloom", NoRotation | LayerNorm},
    {"mpt", "MPT", NoRotation | LayerNorm},
    {"gpt2", "GPT2", NoRotation | LayerNorm},
    {"opt", "OPT", NoRotation | LayerNorm},
    {"starcoder", "GPTBigCode", NoRotation | LayerNorm},
    {"gptneox", "GPTNeoX", LayerNorm},
    {"gptj", "GPTJ", LayerNorm},
    {"falcon", "FalconF", LayerNorm},
    {"dbrx", "Dbrx", LayerNorm},
    {"nemotron", "NemotronF", LayerNorm},
    {"olmo", "OlmoF", LayerNorm},
    {"stablelm", "StableLm", LayerNorm},
    {"starcoder2", "Starcoder2", LayerNorm},
    {"qwen2moe", "Qwen2Moe", Unnormalised},
    {"qwen35", "Qwen3_5F", KeepsAllRows},
    {"qwen35moe", "Qwen3_5Moe", KeepsAllRows},
    {"deepseek2", "DeepseekV", ScaledExperts},
    {"deepseek2", "KimiK2", ScaledExperts},
    {"glm-dsa", "GlmMoeDsa", ScaledExperts},
    {"dots1", "Dots1", ScaledExperts},
    {"bailingmoe2", "BailingMoeV2", ScaledExperts},
});

} // namespace

Family familyOf(const ModelArchitecture &model)
{
    quint32 traits = 0;
    for (const Entry &entry : kEntries) {
        if (model.architecture == QLatin1String(entry.gguf)
            || model.architecture.startsWith(QLatin1String(entry.classes)))
            traits = entry.traits;
    }
    const auto has = [traits](Trait trait) { return (traits & trait) != 0; };
    Family family;
    family.honoursWindow = has(Window);
    family.scaledEmbedding = has(ScaledEmbedding);
    family.scaledLogits = has(ScaledLogits);
    family.softcapLogits = has(SoftcapLogits);
    family.scaledQuery = has(ScaledQuery);
    family.softcap = has(Softcap);
    family.layerNorm = has(LayerNorm) || model.normType == NormType::Layer || model.normType == NormType::LayerNoBias;
    family.residualFirst = has(ResidualFirst);
    family.rotates = !has(NoRotation);
    family.weightBefore = has(WeightBefore);
    family.softmaxOfChosen = has(SoftmaxOfChosen);
    family.unnormalised = has(Unnormalised);
    family.scaledExperts = has(ScaledExperts);
    family.keepsAllRows = has(KeepsAllRows);
    return family;
}

} // namespace plimsoll::llamacpp
