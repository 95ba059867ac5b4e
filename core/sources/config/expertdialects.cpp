// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/dialect.h"
#include "core/sources/config/dialectadapters.h"

namespace plimsoll {
namespace {

using enum LayerRule;

constexpr NormType kLayer = NormType::Layer;
constexpr NormType kLayerNoBias = NormType::LayerNoBias;

// Defaults are those of the configuration classes of transformers 4.57; where the library has none (code in the
// model's repository), those of the configuration_*.py there.
constexpr Dialect table[] = {
    // DeepSeek, Kimi, GLM and their kin
    {.names = "deepseek", .defaults = "tie_word_embeddings=0"},
    {.names = "deepseekv2 deepseekvlv2 deepseekocr", .defaults = "tie_word_embeddings=0 num_experts_per_tok=6"},
    {.names = "deepseekv3 kimik2 kimik25 kimivl youtullm",
     .defaults = "hidden_size=7168 intermediate_size=18432 moe_intermediate_size=2048 num_hidden_layers=61 "
                 "num_attention_heads=128 n_shared_experts=1 n_routed_experts=256 first_k_dense_replace=3 "
                 "q_lora_rank=1536 kv_lora_rank=512 qk_nope_head_dim=128 qk_rope_head_dim=64 v_head_dim=128 "
                 "vocab_size=129280 tie_word_embeddings=0 num_experts_per_tok=8",
     .routerBias = RouterBias::Always,
     .mtp = MtpStyle::DeepSeek},
    {.names = "deepseekv32",
     .defaults = "tie_word_embeddings=0 num_experts_per_tok=8",
     .routerBias = RouterBias::Always,
     .mtp = MtpStyle::DeepSeek},
    {.names = "deepseekv4",
     .defaults = "tie_word_embeddings=0 num_experts_per_tok=6 sliding_window=128",
     .layers = Compressed,
     .routerBias = RouterBias::Never},
    {.names = "mistrallarge3 mistral4", .defaults = "tie_word_embeddings=0"},
    {.names = "minicpm3", .defaults = "tie_word_embeddings=1", .adapt = adaptMiniCpm3},
    {.names = "kimilinear kimik3",
     .defaults = "tie_word_embeddings=0",
     .routerBias = RouterBias::Always,
     .adapt = adaptKimiLinear},
    {.names = "glmmoedsa",
     .defaults = "tie_word_embeddings=0 num_experts_per_tok=8",
     .routerBias = RouterBias::Always,
     .mtp = MtpStyle::DeepSeekShared},
    {.names = "glm4moelite",
     .defaults = "tie_word_embeddings=0",
     .routerBias = RouterBias::Always,
     .mtp = MtpStyle::DeepSeek},
    {.names = "glm4moe glm4vmoe",
     .defaults = "attention_bias=0 tie_word_embeddings=0",
     .bias = BiasRule::Qkv,
     .qkNorm = QkNorm::Head,
     .qkNormByKey = true,
     .routerBias = RouterBias::Always,
     .mtp = MtpStyle::DeepSeek},
    {.names = "glm glmedge",
     .defaults = "attention_bias=1 head_dim=128 num_key_value_heads=2 tie_word_embeddings=0",
     .bias = BiasRule::Qkv},
    {.names = "glm4 glm4v",
     .defaults = "attention_bias=0 num_key_value_heads=2 tie_word_embeddings=0",
     .norms = 4,
     .bias = BiasRule::Qkv},
    {.names = "chatglm chatglm4v", .defaults = "tie_word_embeddings=0", .bias = BiasRule::Qkv, .adapt = adaptChatGlm},
    {.names = "longcatflash",
     .defaults = "tie_word_embeddings=0",
     .routerBias = RouterBias::Always,
     .adapt = adaptLongCat},
    {.names = "dots1", .defaults = "tie_word_embeddings=0", .qkNorm = QkNorm::Head, .routerBias = RouterBias::Always},
    {.names = "solaropen", .defaults = "head_dim=128 tie_word_embeddings=0", .routerBias = RouterBias::Always},

    // Mixtures of experts of other houses
    {.names = "gptoss",
     .defaults =
         "hidden_size=2880 intermediate_size=2880 num_hidden_layers=36 num_attention_heads=64 vocab_size=201088 "
         "attention_bias=1 head_dim=64 num_key_value_heads=8 sliding_window=128 sliding_window_pattern=2 "
         "num_local_experts=128 num_experts_per_tok=4 tie_word_embeddings=0",
     .layers = LastOfPattern,
     .routerBias = RouterBias::Always,
     .expertBias = true,
     .sinks = true},
    {.names = "minimaxm2 minimaxm3 minimaxm3sparse minimaxm3vl",
     .defaults = "tie_word_embeddings=0 use_qk_norm=1",
     .qkNorm = QkNorm::Full,
     .qkNormByKey = true,
     .adapt = adaptMiniMax},
    {.names = "minimax minimaxtext01 minimaxm1",
     .defaults = "tie_word_embeddings=0 num_local_experts=8 "
                 "num_experts_per_tok=2",
     .adapt = adaptMiniMax},
    {.names = "mimo",
     .defaults = "attention_bias=1 tie_word_embeddings=0",
     .bias = BiasRule::Qkv,
     .layers = Optional,
     .mtp = MtpStyle::Mimo},
    {.names = "mimov2 mimov2flash", .defaults = "tie_word_embeddings=0", .routerBias = RouterBias::Always},
    {.names = "olmoe",
     .defaults = "num_experts=64 num_experts_per_tok=8 tie_word_embeddings=0",
     .qkNorm = QkNorm::Full},
    {.names = "dbrx", .defaults = "tie_word_embeddings=0", .norm = kLayerNoBias, .adapt = adaptDbrx},
    {.names = "grok1model", .defaults = "num_experts=8 num_experts_per_tok=2 tie_word_embeddings=1", .norms = 4},
    {.names = "grok1 grok",
     .defaults = "num_experts=8 num_experts_per_tok=2 tie_word_embeddings=0",
     .norms = 4,
     .adapt = adaptGrok},
    {.names = "arctic",
     .defaults = "num_local_experts=128 num_experts_per_tok=2 tie_word_embeddings=0",
     .experts = ExpertRule::Beside,
     .adapt = adaptArctic},
    {.names = "ernie45", .defaults = "head_dim=128 num_key_value_heads=2 use_bias=0 tie_word_embeddings=1"},
    {.names = "ernie45moe ernie45vlmoe ernie45moevl",
     .defaults = "use_bias=0 moe_num_experts=64 moe_k=6 moe_num_shared_experts=2 moe_intermediate_size=1536 "
                 "moe_layer_start_index=1 moe_layer_interval=1 num_key_value_heads=4 tie_word_embeddings=1",
     .experts = ExpertRule::Range,
     .routerBias = RouterBias::Always,
     .mtp = MtpStyle::Ernie},
    {.names = "hunyuanv1dense hunyuandensev1 hunyuandense",
     .defaults = "tie_word_embeddings=0",
     .qkNorm = QkNorm::Head},
    {.names = "hunyuanv1moe hunyuanmoev1 hunyuanmoe hunyuan",
     .defaults = "tie_word_embeddings=0",
     .qkNorm = QkNorm::Head,
     .adapt = adaptHunyuan},
    {.names = "hyv3",
     .defaults = "tie_word_embeddings=0 first_k_dense_replace=1",
     .qkNorm = QkNorm::Head,
     .routerBias = RouterBias::Always,
     .mtp = MtpStyle::DeepSeekShared},
    {.names = "bailingmoe", .defaults = "tie_word_embeddings=0"},
    {.names = "bailingmoev2",
     .defaults = "tie_word_embeddings=0",
     .qkNorm = QkNorm::Head,
     .routerBias = RouterBias::Always},
    {.names = "afmoe",
     .defaults = "tie_word_embeddings=0 sliding_window_pattern=4 sliding_window=2048 head_dim=128",
     .norms = 4,
     .qkNorm = QkNorm::Head,
     .layers = LastOfPattern,
     .routerBias = RouterBias::Always,
     .gateFull = true},
    {.names = "laguna",
     .defaults = "tie_word_embeddings=0",
     .qkNorm = QkNorm::Head,
     .routerBias = RouterBias::Always,
     .gatePerHead = true},
    {.names = "step3p5 step3p7 step3p7flash",
     .defaults = "tie_word_embeddings=0 swa_num_attention_heads=96",
     .qkNorm = QkNorm::Head,
     .routerBias = RouterBias::Always,
     .mtp = MtpStyle::Step,
     .gatePerHead = true,
     .adapt = adaptStep},
};

} // namespace

std::span<const Dialect> expertDialects()
{
    return table;
}

} // namespace plimsoll
