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
    // OLMo, Cohere, StableLM
    {.names = "olmo",
     .defaults = "hidden_size=4096 intermediate_size=11008 num_hidden_layers=32 num_attention_heads=32 "
                 "vocab_size=50304 tie_word_embeddings=0",
     .norm = NormType::None},
    {.names = "olmo2",
     .defaults = "hidden_size=4096 intermediate_size=11008 num_hidden_layers=32 num_attention_heads=32 "
                 "vocab_size=50304 tie_word_embeddings=0",
     .qkNorm = QkNorm::Full},
    {.names = "olmo3",
     .defaults = "tie_word_embeddings=0 sliding_window=4096 sliding_window_pattern=4",
     .qkNorm = QkNorm::Full,
     .layers = LastOfPattern},
    {.names = "cohere",
     .defaults = "hidden_size=8192 intermediate_size=22528 num_hidden_layers=40 num_attention_heads=64 "
                 "vocab_size=256000 tie_word_embeddings=1",
     .norm = kLayerNoBias,
     .norms = 1,
     .qkNorm = QkNorm::PerHead,
     .qkNormByKey = true},
    {.names = "cohere2 cohere2vision ayavision",
     .defaults = "hidden_size=8192 intermediate_size=22528 num_hidden_layers=40 num_attention_heads=64 "
                 "vocab_size=256000 tie_word_embeddings=1 sliding_window=4096 sliding_window_pattern=4",
     .norm = kLayerNoBias,
     .norms = 1,
     .layers = LastOfPattern},
    {.names = "stablelm stablelmepoch",
     .defaults = "hidden_size=2560 intermediate_size=6912 num_hidden_layers=32 num_attention_heads=32 vocab_size=50304 "
                 "tie_word_embeddings=0",
     .norm = kLayer,
     .bias = BiasRule::Qkv,
     .qkNorm = QkNorm::PerHead,
     .qkNormByKey = true,
     .adapt = adaptStableLm},

    // GPT and its contemporaries
    {.names = "gpt2",
     .defaults = "vocab_size=50257 n_embd=768 n_layer=12 n_head=12 n_positions=1024 "
                 "tie_word_embeddings=1",
     .norm = kLayer,
     .gated = false,
     .feedForwardTimes = 4,
     .positionOffset = 0,
     .bias = BiasRule::Fixed,
     .adapt = adaptAllBiases},
    {.names = "gptbigcode",
     .defaults = "n_positions=1024 multi_query=1 tie_word_embeddings=1",
     .norm = kLayer,
     .gated = false,
     .feedForwardTimes = 4,
     .positionOffset = 0,
     .bias = BiasRule::Fixed,
     .adapt = adaptAllBiases},
    {.names = "gptj",
     .defaults = "vocab_size=50400 n_embd=4096 n_layer=28 n_head=16 mlp_bias=1 lm_head_bias=1 tie_word_embeddings=0",
     .norm = kLayer,
     .norms = 1,
     .gated = false,
     .feedForwardTimes = 4},
    {.names = "codegen",
     .defaults = "mlp_bias=1 lm_head_bias=1 tie_word_embeddings=0",
     .norm = kLayer,
     .norms = 1,
     .gated = false,
     .feedForwardTimes = 4},
    {.names = "gptneo",
     .defaults = "mlp_bias=1 attention_out_bias=1 window_size=256 max_position_embeddings=2048 "
                 "tie_word_embeddings=1",
     .norm = kLayer,
     .gated = false,
     .feedForwardTimes = 4,
     .positionOffset = 0,
     .bias = BiasRule::Qkv,
     .layers = Alternate},
    {.names = "gptneox",
     .defaults = "hidden_size=6144 intermediate_size=24576 num_hidden_layers=44 num_attention_heads=64 "
                 "vocab_size=50432 attention_bias=1 mlp_bias=1 tie_word_embeddings=0",
     .norm = kLayer,
     .gated = false,
     .feedForwardTimes = 4},
    {.names = "bloom",
     .defaults = "tie_word_embeddings=1",
     .norm = kLayer,
     .embeddingNorm = true,
     .gated = false,
     .feedForwardTimes = 4,
     .bias = BiasRule::Fixed,
     .adapt = adaptAllBiases},
    {.names = "opt",
     .defaults = "hidden_size=768 ffn_dim=3072 num_hidden_layers=12 num_attention_heads=12 vocab_size=50272 "
                 "max_position_embeddings=2048 tie_word_embeddings=1",
     .norm = kLayer,
     .gated = false,
     .feedForwardTimes = 4,
     .positionOffset = 2,
     .bias = BiasRule::Fixed,
     .adapt = adaptOpt},
    {.names = "falcon rw refinedweb refinedwebmodel",
     .defaults =
         "hidden_size=4544 num_hidden_layers=32 num_attention_heads=71 vocab_size=65024 bias=0 tie_word_embeddings=1",
     .norm = kLayer,
     .gated = false,
     .feedForwardTimes = 4,
     .adapt = adaptFalcon},
    {.names = "mpt",
     .defaults = "tie_word_embeddings=1",
     .norm = kLayerNoBias,
     .gated = false,
     .feedForwardTimes = 4,
     .adapt = adaptMpt},
    {.names = "starcoder2",
     .defaults = "hidden_size=3072 intermediate_size=12288 num_hidden_layers=30 num_attention_heads=24 "
                 "vocab_size=49152 use_bias=1 num_key_value_heads=2 tie_word_embeddings=1",
     .norm = kLayer,
     .gated = false,
     .layers = Windowed},

    // State spaces and hybrids
    {.names = "mamba falconmamba",
     .defaults = "hidden_size=768 num_hidden_layers=32 vocab_size=50280 state_size=16 conv_kernel=4 expand=2 "
                 "tie_word_embeddings=1",
     .norms = 1,
     .layers = LayerRule::Mamba,
     .adapt = adaptMamba},
    {.names = "mamba2 mambassm",
     .defaults = "num_heads=128 head_dim=64 state_size=128 n_groups=8 conv_kernel=4 expand=2 tie_word_embeddings=0",
     .norms = 1,
     .layers = LayerRule::Mamba,
     .adapt = adaptMamba},
    {.names = "jamba",
     .defaults = "num_key_value_heads=8 num_experts=16 num_experts_per_tok=2 attn_layer_period=8 attn_layer_offset=4 "
                 "expert_layer_period=2 expert_layer_offset=1 mamba_d_state=16 mamba_d_conv=4 mamba_expand=2 "
                 "tie_word_embeddings=0",
     .layers = Periodic,
     .experts = ExpertRule::Period},
    {.names = "falconh1",
     .defaults = "num_key_value_heads=8 mamba_n_heads=128 mamba_n_groups=1 mamba_d_state=256 mamba_d_conv=4 "
                 "mamba_expand=2 mamba_conv_bias=1 mamba_proj_bias=0 mamba_rms_norm=0 tie_word_embeddings=0",
     .layers = LayerRule::Parallel},
    {.names = "bamba",
     .defaults = "num_key_value_heads=8 mamba_n_heads=128 mamba_n_groups=1 mamba_d_state=256 mamba_d_conv=4 "
                 "mamba_expand=2 mamba_conv_bias=1 mamba_proj_bias=0 tie_word_embeddings=0",
     .layers = LayerRule::Mamba},
    {.names = "nemotronh",
     .defaults = "num_key_value_heads=8 conv_kernel=4 n_groups=8 ssm_state_size=128 mamba_num_heads=128 "
                 "mamba_head_dim=64 tie_word_embeddings=0",
     .norms = 1,
     .gated = false,
     .routerBias = RouterBias::Never,
     .mtp = MtpStyle::Nemotron,
     .singleMixer = true},
    {.names = "lfm2 lfm2vl",
     .defaults = "num_key_value_heads=8 conv_L_cache=3 tie_word_embeddings=1",
     .qkNorm = QkNorm::Head,
     .adapt = adaptLfm2},
    {.names = "lfm2moe",
     .defaults = "num_key_value_heads=8 conv_L_cache=3 tie_word_embeddings=1",
     .qkNorm = QkNorm::Head,
     .routerBias = RouterBias::Never,
     .adapt = adaptLfm2},

    // Encoders: embeddings and rerankers
    {.names = "bert roberta xlmroberta camembert xlmrobertaxl ernie bgem3 mpnet electra",
     .defaults = "hidden_size=768 intermediate_size=3072 num_hidden_layers=12 num_attention_heads=12 attention_bias=1 "
                 "mlp_bias=1 type_vocab_size=2 tie_word_embeddings=1 max_position_embeddings=512 "
                 "vocab_size=30522",
     .norm = kLayer,
     .finalNorm = false,
     .embeddingNorm = true,
     .gated = false,
     .feedForwardTimes = 4,
     .positionOffset = 0,
     .encoder = true,
     .adapt = adaptBert},
    {.names = "distilbert",
     .defaults = "vocab_size=30522 max_position_embeddings=512 tie_word_embeddings=1",
     .norm = kLayer,
     .finalNorm = false,
     .embeddingNorm = true,
     .gated = false,
     .positionOffset = 0,
     .encoder = true,
     .adapt = adaptDistilBert},
    {.names = "modernbert",
     .defaults = "tie_word_embeddings=1 vocab_size=50368",
     .norm = kLayerNoBias,
     .embeddingNorm = true,
     .encoder = true,
     .adapt = adaptModernBert},
    {.names = "nomicbert",
     .defaults = "tie_word_embeddings=1 type_vocab_size=2",
     .norm = kLayer,
     .finalNorm = false,
     .embeddingNorm = true,
     .encoder = true,
     .adapt = adaptNomicBert},

    // What cannot be sized from its config.json yet
    {.names = "t5 mt5 umt5 switchtransformers longt5 bart mbart pegasus marian m2m100 nllb blenderbot led ul2 t5gemma",
     .unsupported = QT_TRANSLATE_NOOP("Dialect", "an encoder-decoder")},
    {.names = "albert deberta debertav2 xlnet funnel longformer bigbird",
     .unsupported = QT_TRANSLATE_NOOP("Dialect", "an encoder of a kind that Plimsoll does not size yet")},
    {.names = "whisper speecht5 wav2vec2 seamlessm4t seamlessm4tv2 moonshine",
     .unsupported = QT_TRANSLATE_NOOP("Dialect", "a speech model")},
    {.names = "clip clipvision clipvisionmodelwithprojection siglip vit dinov2 swin sam",
     .unsupported = QT_TRANSLATE_NOOP("Dialect", "an image encoder")},
    {.names = "rwkv rwkv5 rwkv6 rwkv7 rwkv6qwen2 recurrentgemma xlstm retnet griffin zamba zamba2 plamo2",
     .unsupported = QT_TRANSLATE_NOOP("Dialect", "a recurrent model of a kind that Plimsoll does not size yet")},
};

} // namespace

std::span<const Dialect> otherDialects()
{
    return table;
}

} // namespace plimsoll
