// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/launchflags.h"

#include <QLatin1String>

#include <algorithm>

namespace plimsoll {
namespace {

using enum Carries;
using enum FlagShape;

// vllm/engine/arg_utils.py
constexpr LaunchFlag kVllm[] = {
    {Model, {"--model"}},
    {DataType, {"--dtype"}},
    {Quantization, {"--quantization", "-q"}},
    {KvCache, {"--kv-cache-dtype"}},
    {Tensor, {"--tensor-parallel-size", "-tp"}},
    {Pipeline, {"--pipeline-parallel-size", "-pp"}},
    {Data, {"--data-parallel-size", "-dp"}},
    {ExpertSwitch, {"--enable-expert-parallel"}, Switch},
    {Context, {"--max-model-len"}, Value, "maxModelLen"},
    {Option, {"--gpu-memory-utilization"}, Value, "gpuMemoryUtilization"},
    {Option, {"--max-num-seqs"}, Value, "maxNumSeqs"},
    {Option, {"--max-num-batched-tokens"}, Value, "maxNumBatchedTokens"},
    {Option, {"--block-size"}, Value, "blockSize"},
    {Option, {"--cpu-offload-gb"}, Value, "cpuOffloadGb"},
    {Option, {"--enforce-eager"}, Switch, "enforceEager"},
    {Option, {"--enable-prefix-caching"}, Switch, "enablePrefixCaching"},
    {Option, {"--no-enable-prefix-caching"}, Off, "enablePrefixCaching"},
    {Implied, {"--enable-lora"}, Switch, "maxLoras"},
    {Option, {"--max-loras"}, Value, "maxLoras"},
    {Option, {"--max-lora-rank"}, Value, "maxLoraRank"},
    {Speculative, {"--speculative-config"}},
};

// python/sglang/srt/server_args.py
constexpr LaunchFlag kSglang[] = {
    {Model, {"--model-path", "--model"}},
    {DataType, {"--dtype"}},
    {Quantization, {"--quantization"}},
    {KvCache, {"--kv-cache-dtype"}},
    {Tensor, {"--tp-size", "--tensor-parallel-size", "--tp"}},
    {Pipeline, {"--pp-size", "--pipeline-parallel-size", "--pp"}},
    {Data, {"--dp-size", "--data-parallel-size", "--dp"}},
    {DataAttention, {"--enable-dp-attention"}, Switch, "dpAttention"},
    {Expert, {"--ep-size", "--expert-parallel-size", "--ep"}},
    {Context, {"--context-length"}},
    {Option, {"--mem-fraction-static"}, Value, "memFractionStatic"},
    {Option, {"--max-running-requests"}, Value, "maxRunningRequests"},
    {Option, {"--chunked-prefill-size"}, Value, "chunkedPrefillSize"},
    {Option, {"--cuda-graph-max-bs"}, Value, "cudaGraphMaxBs"},
};

// common/arg.cpp of llama.cpp, llama-server
constexpr LaunchFlag kLlamaCpp[] = {
    {Model, {"-m", "--model"}},
    {Alias, {"--alias", "-a"}},
    {TotalContext, {"-c", "--ctx-size"}},
    {Sequences, {"-np", "--parallel"}},
    {Option, {"--kv-unified", "-kvu"}, Switch, "kvUnified"},
    {Option, {"--no-kv-unified", "-no-kvu"}, Off, "kvUnified"},
    {Option, {"-b", "--batch-size"}, Value, "nBatch"},
    {Option, {"-ub", "--ubatch-size"}, Value, "nUbatch"},
    {Option, {"-ngl", "--gpu-layers", "--n-gpu-layers"}, Value, "gpuLayers"},
    {Option, {"-fa", "--flash-attn"}, OnOff, "flashAttention"},
    {KvKeys, {"-ctk", "--cache-type-k"}},
    {KvValues, {"-ctv", "--cache-type-v"}},
    {Option, {"--swa-full"}, Switch, "swaFull"},
    {Option, {"--no-kv-offload", "-nkvo"}, Off, "offloadKqv"},
    {Option, {"--no-op-offload"}, Off, "opOffload"},
    {Option, {"-sm", "--split-mode"}, Value, "splitMode"},
    {Option, {"-ts", "--tensor-split"}, Value, "tensorSplit"},
};

// tensorrt_llm/commands/serve.py
constexpr LaunchFlag kTensorRt[] = {
    {Model, {"--model"}},
    {Tensor, {"--tp_size", "--tensor_parallel_size"}},
    {Pipeline, {"--pp_size", "--pipeline_parallel_size"}},
    {Expert, {"--ep_size", "--moe_expert_parallel_size"}},
    {Context, {"--max_seq_len"}},
    {KvCache, {"--kv_cache_dtype"}},
    {Option, {"--max_num_tokens"}, Value, "maxNumTokens"},
    {Option, {"--max_batch_size"}, Value, "maxBatchSize"},
    {Option, {"--kv_cache_free_gpu_memory_fraction", "--free_gpu_memory_fraction"}, Value, "freeGpuMemoryFraction"},
};

constexpr FormatName kFp8Cache[] = {{"fp8", "fp8"}};
constexpr FormatName kSglangCache[] = {{"fp8", "fp8_e4m3"}, {"bf16", "bf16"}};
constexpr FormatName kLlamaCache[] = {{"fp16", "f16"},      {"fp32", "f32"},  {"bf16", "bf16"},
                                      {"q8_0", "q8_0"},     {"q4_0", "q4_0"}, {"q4_1", "q4_1"},
                                      {"iq4_nl", "iq4_nl"}, {"q5_0", "q5_0"}, {"q5_1", "q5_1"}};
constexpr FormatName kDataTypes[] = {{"bf16", "bfloat16"}, {"fp16", "float16"}, {"fp32", "float32"}};
constexpr FormatName kVllmMade[] = {{"fp8", "fp8"}, {"nf4", "bitsandbytes"}};
constexpr FormatName kSglangMade[] = {{"fp8", "fp8"}, {"nf4", "bitsandbytes"}};

constexpr LaunchDialect kDialects[] = {
    {"vllm",
     {"vllm", "serve"},
     true,
     kVllm,
     kFp8Cache,
     kDataTypes,
     kVllmMade,
     "vllm/vllm-openai:v%1",
     "vllm/engine/arg_utils.py"},
    {"sglang",
     {"python", "-m", "sglang.launch_server"},
     false,
     kSglang,
     kSglangCache,
     kDataTypes,
     kSglangMade,
     "lmsysorg/sglang:v%1",
     "python/sglang/srt/server_args.py"},
    {"llama.cpp",
     {"llama-server"},
     false,
     kLlamaCpp,
     kLlamaCache,
     {},
     {},
     "ghcr.io/ggml-org/llama.cpp:server-cuda",
     "llama.cpp, common/arg.cpp"},
    {"tensorrt-llm",
     {"trtllm-serve"},
     true,
     kTensorRt,
     kFp8Cache,
     {},
     {},
     "nvcr.io/nvidia/tensorrt-llm/release:%1",
     "tensorrt_llm/commands/serve.py"},
};

} // namespace

std::span<const LaunchDialect> launchDialects()
{
    return kDialects;
}

const LaunchDialect *launchDialect(const QString &engine)
{
    const auto found = std::find_if(std::begin(kDialects), std::end(kDialects),
                                    [&](const LaunchDialect &each) { return engine == QLatin1String(each.engine); });
    return found == std::end(kDialects) ? nullptr : found;
}

} // namespace plimsoll
