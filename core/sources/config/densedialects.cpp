// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/dialect.h"
#include "core/sources/config/dialectadapters.h"

namespace plimsoll {
namespace {

using enum LayerRule;

constexpr NormType kLayer = NormType::Layer;

// Defaults are those of the configuration classes of transformers 4.57; where the library has none (code in the
// model's repository), those of the configuration_*.py there.
constexpr Dialect table[] = {
    // Llama and what is built like it
    {.names = "llama llavallama yi smollm aquila skywork",
     .defaults =
         "hidden_size=4096 intermediate_size=11008 num_hidden_layers=32 num_attention_heads=32 vocab_size=32000 "
         "max_position_embeddings=2048 tie_word_embeddings=0"},
    {.names = "baichuan xverse solar exaone internlm3 telechat3 seed", .defaults = "tie_word_embeddings=0"},
    {.names = "internlm", .defaults = "bias=1 mlp_bias=0 tie_word_embeddings=0"},
    {.names = "internlm2", .defaults = "bias=1 mlp_bias=0 tie_word_embeddings=0"},
    {.names = "orion", .defaults = "tie_word_embeddings=0", .norm = kLayer},
    {.names = "mistral",
     .defaults = "num_key_value_heads=8 sliding_window=4096 vocab_size=32000 tie_word_embeddings=0 "
                 "hidden_size=4096 intermediate_size=14336 num_hidden_layers=32 "
                 "num_attention_heads=32",
     .layers = Windowed},
    {.names = "ministral ministral3 mistral3 devstral",
     .defaults = "num_key_value_heads=8 tie_word_embeddings=0",
     .layers = Windowed},
    {.names = "mixtral phimixtral",
     .defaults =
         "hidden_size=4096 intermediate_size=14336 num_hidden_layers=32 num_attention_heads=32 vocab_size=32000 "
         "num_key_value_heads=8 num_local_experts=8 num_experts_per_tok=2 tie_word_embeddings=0",
     .layers = Windowed},
    {.names = "granite",
     .defaults = "hidden_size=4096 intermediate_size=11008 num_hidden_layers=32 num_attention_heads=32 "
                 "vocab_size=32000 tie_word_embeddings=0"},
    {.names = "granitemoe granitemoeshared",
     .defaults = "num_local_experts=8 num_experts_per_tok=2 tie_word_embeddings=0"},
    {.names = "granitemoehybrid",
     .defaults = "num_local_experts=8 num_experts_per_tok=2 tie_word_embeddings=0 "
                 "mamba_n_heads=128 mamba_n_groups=1 mamba_d_state=256 mamba_d_conv=4 "
                 "mamba_expand=2 mamba_conv_bias=1 mamba_proj_bias=0",
     .adapt = adaptGraniteHybrid},
    {.names = "smollm3", .defaults = "num_key_value_heads=4 tie_word_embeddings=1", .layers = Optional},
    {.names = "minicpm", .defaults = "tie_word_embeddings=1"},
    {.names = "seedoss", .defaults = "attention_bias=1 tie_word_embeddings=0", .bias = BiasRule::Qkv},
    {.names = "exaone4 exaonemoe",
     .defaults = "tie_word_embeddings=0",
     .qkNorm = QkNorm::Head,
     .layers = LastOfPattern,
     .routerBias = RouterBias::Always},
    {.names = "apertus",
     .defaults = "tie_word_embeddings=0",
     .gated = false,
     .qkNorm = QkNorm::Head,
     .extraPerLayer = 2},
    {.names = "arcee", .defaults = "tie_word_embeddings=0", .gated = false},
    {.names = "bitnet", .defaults = "tie_word_embeddings=1", .adapt = adaptBitNet},
    {.names = "openelm", .defaults = "tie_word_embeddings=1", .qkNorm = QkNorm::Head, .adapt = adaptOpenElm},
    {.names = "nemotron", .defaults = "tie_word_embeddings=0", .norm = kLayer, .gated = false},
    {.names = "nemotronnas decilm deci", .defaults = "tie_word_embeddings=0"},
    {.names = "llama4",
     .defaults = "interleave_moe_layer_step=1 n_shared_experts=1 num_experts_per_tok=1 "
                 "attention_chunk_size=8192 num_key_value_heads=8 head_dim=128 vocab_size=202048 "
                 "tie_word_embeddings=0",
     .layers = Chunked,
     .experts = ExpertRule::Interleave},
    {.names = "mllama",
     .defaults = "num_key_value_heads=8 vocab_size=128256 tie_word_embeddings=0",
     .adapt = adaptMllama},

    // Qwen
    {.names = "qwen", .defaults = "tie_word_embeddings=0", .adapt = adaptQwen1},
    {.names = "qwen2 qwen2vl qwen25vl qwen25omni qwen25omnithinker",
     .defaults = "hidden_size=4096 intermediate_size=22016 num_hidden_layers=32 num_attention_heads=32 "
                 "vocab_size=151936 attention_bias=1 tie_word_embeddings=0 max_window_layers=28 sliding_window=4096",
     .bias = BiasRule::Fixed,
     .layers = Optional},
    {.names = "qwen2moe",
     .defaults = "qkv_bias=1 num_experts=60 num_experts_per_tok=4 moe_intermediate_size=1408 "
                 "shared_expert_intermediate_size=5632 tie_word_embeddings=0 max_window_layers=28 sliding_window=4096",
     .bias = BiasRule::Qkv,
     .layers = Optional,
     .experts = ExpertRule::Step,
     .sharedGate = true},
    {.names = "qwen3 qwen3vl",
     .defaults = "hidden_size=4096 intermediate_size=22016 num_hidden_layers=32 num_attention_heads=32 "
                 "vocab_size=151936 head_dim=128 tie_word_embeddings=0 max_window_layers=28 sliding_window=4096",
     .qkNorm = QkNorm::Head,
     .layers = Optional},
    {.names = "qwen3moe qwen3vlmoe qwen3omnimoe qwen3omnimoethinker",
     .defaults = "head_dim=128 num_experts=128 num_experts_per_tok=8 moe_intermediate_size=768 tie_word_embeddings=0",
     .qkNorm = QkNorm::Head,
     .layers = Optional,
     .experts = ExpertRule::Step},
    {.names = "qwen3next qwen35 qwen35moe qwen36 qwen36moe",
     .defaults = "head_dim=256 full_attention_interval=4 linear_conv_kernel_dim=4 linear_key_head_dim=128 "
                 "linear_value_head_dim=128 linear_num_key_heads=16 linear_num_value_heads=32 tie_word_embeddings=0",
     .qkNorm = QkNorm::Head,
     .layers = LastIsFull,
     .experts = ExpertRule::Step,
     .mtp = MtpStyle::Qwen,
     .sharedGate = true,
     .outputGate = true},

    // Gemma
    {.names = "gemma",
     .defaults = "hidden_size=3072 intermediate_size=24576 num_hidden_layers=28 num_attention_heads=16 "
                 "vocab_size=256000 head_dim=256 tie_word_embeddings=1 num_key_value_heads=16"},
    {.names = "gemma2",
     .defaults = "hidden_size=2304 intermediate_size=9216 num_hidden_layers=26 num_attention_heads=8 vocab_size=256000 "
                 "head_dim=256 num_key_value_heads=4 sliding_window=4096 sliding_window_pattern=2 "
                 "tie_word_embeddings=1",
     .norms = 4,
     .layers = LastOfPattern},
    {.names = "gemma3",
     .defaults = "hidden_size=2304 intermediate_size=9216 num_hidden_layers=26 num_attention_heads=8 "
                 "num_key_value_heads=4 head_dim=256 vocab_size=262208 sliding_window=4096 sliding_window_pattern=6 "
                 "max_position_embeddings=131072 tie_word_embeddings=1",
     .norms = 4,
     .qkNorm = QkNorm::Head,
     .layers = LastOfPattern},
    {.names = "gemma3n",
     .defaults = "num_attention_heads=8 num_key_value_heads=2 head_dim=256 vocab_size=262400 sliding_window=512 "
                 "sliding_window_pattern=5 hidden_size_per_layer_input=256 vocab_size_per_layer_input=262144 "
                 "altup_num_inputs=4 laurel_rank=64 num_kv_shared_layers=15 kv_shared_keeps_weights=1 "
                 "tie_word_embeddings=1",
     .norms = 4,
     .qkNorm = QkNorm::Head,
     .layers = LastOfPattern},
    {.names = "gemma4",
     .defaults = "head_dim=256 global_head_dim=512 vocab_size=262144 vocab_size_per_layer_input=262144 "
                 "sliding_window_pattern=6 sliding_window=512 num_experts_per_tok=8 tie_word_embeddings=1",
     .norms = 4,
     .qkNorm = QkNorm::Head,
     .layers = LastOfPattern,
     .experts = ExpertRule::Beside,
     .adapt = adaptGemma4},

    // Phi
    {.names = "phi",
     .defaults = "hidden_size=2048 intermediate_size=8192 num_hidden_layers=24 num_attention_heads=32 vocab_size=51200 "
                 "attention_bias=1 mlp_bias=1 lm_head_bias=1 tie_word_embeddings=0",
     .norm = kLayer,
     .norms = 1,
     .gated = false,
     .bias = BiasRule::Fixed,
     .adapt = adaptAllBiases},
    {.names = "phi3 phi3v phi4mm phi4multimodal",
     .defaults = "hidden_size=3072 intermediate_size=8192 num_hidden_layers=32 num_attention_heads=32 vocab_size=32064 "
                 "tie_word_embeddings=0",
     .layers = Windowed},
    {.names = "phi3small",
     .defaults = "tie_word_embeddings=1 num_key_value_heads=8",
     .norm = kLayer,
     .bias = BiasRule::Fixed,
     .adapt = adaptAllBiases},
    {.names = "phimoe",
     .defaults = "num_local_experts=16 num_experts_per_tok=2 num_key_value_heads=8 "
                 "tie_word_embeddings=0",
     .norm = kLayer,
     .layers = Windowed},
};

} // namespace

std::span<const Dialect> denseDialects()
{
    return table;
}

} // namespace plimsoll
