// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logpatterns.h"

namespace plimsoll {
namespace {

using enum Measured;
using enum Scale;

void takeBuffers(LogContext &context, const QRegularExpressionMatch &match)
{
    const bool decoder = match.capturedView(3) == QLatin1String("decoder");
    const bool gigabytes = match.capturedView(2) == QLatin1String("GB");
    context.figure(decoder ? DecoderBuffers : RuntimeBuffers, match.capturedView(1), gigabytes ? GiB : MiB);
}

constexpr LogPattern kPatterns[] = {
    {"LLM version", R"(TensorRT LLM version: (\S+))", {}, 0, 0, nullptr, {{{1, "version"}}}},
    {"LLM Version", R"(TensorRT-LLM Version: (\S+))", {}, 0, 0, nullptr, {{{1, "version"}}}},
    {"Engine version", R"(Engine version (\S+) found)", {}, 0, 0, nullptr, {{{1, "version"}}}},
    {"Loaded engine size", R"(Loaded engine size: ([\d.]+) MiB)", {{{1, Weights, MiB}}}},
    {"execution context memory", R"(Allocated ([\d.]+) MiB for execution context memory)", {{{1, Activations, MiB}}}},
    {"GPU memory for ",
     R"(Allocated ([\d.]+) (GB|MB) GPU memory for (runtime buffers|decoder))",
     {},
     0,
     0,
     takeBuffers},
    {"for model weights", R"(Use ([\d.]+) GB for model weights)", {{{1, Weights, GiB}}}},
    {"calculating max tokens in paged",
     R"(Memory usage when calculating max tokens in paged kv cache: total: ([\d.]+) GiB, available: ([\d.]+) GiB)",
     {{{1, TotalMemory, GiB}, {2, FreeMemory, GiB}}}},
    {"tokens in paged KV cache",
     R"(Allocated ([\d.]+) GiB for max tokens in paged KV cache \((\d+)\))",
     {{{1, KvCache, GiB}, {2, KvTokens, Plain}}}},
    {"primary blocks", R"(primary blocks=(\d+))", {{{1, KvBlocks, Plain}}}},
    {"Number of tokens per block", R"(Number of tokens per block: (\d+))", {{{1, TokensPerBlock, Plain}}}},
    {"after loading model weights",
     R"(Memory used after loading model weights \(inside torch\)[^:]*: ([\d.]+) GiB)",
     {{{1, ProfiledWeights, GiB}}}},
    {"after loading model weights",
     R"(Memory used after loading model weights \(outside torch\)[^:]*: ([\d.]+) GiB)",
     {{{1, OutsideTorchAfterLoad, GiB}}}},
    {"dynamically allocated",
     R"(Memory dynamically allocated during inference \(inside torch\)[^:]*: ([\d.]+) GiB)",
     {{{1, Activations, GiB}}}},
    {"Memory used outside torch", R"(Memory used outside torch[^:]*: ([\d.]+) GiB)", {{{1, NonTorch, GiB}}}},
    {"Peak memory during",
     R"(Peak memory during [^:]*: ([\d.]+) GiB, available KV cache memory when calculating max tokens: ([\d.]+) GiB, fraction is set ([\d.]+), kv size is (\d+)\. device total memory ([\d.]+) GiB)",
     {{{1, Peak, GiB},
       {2, KvAvailable, GiB},
       {3, MemoryFraction, Plain},
       {4, BytesPerToken, Byte},
       {5, TotalMemory, GiB}}},
     0,
     0,
     nullptr,
     {{{3, "freeGpuMemoryFraction"}}}},
    {"max_num_requests=",
     R"(max_seq_len=(\d+), max_num_requests=\d+, max_num_tokens=(\d+), max_batch_size=(\d+))",
     {},
     0,
     0,
     nullptr,
     {{{1, "contextLength"}, {2, "maxNumTokens"}, {3, "maxBatchSize"}}}},
    {"parallel_size", R"(\btensor_parallel_size=(\d+))", {}, 0, 0, nullptr, {{{1, "tensorParallel"}}}},
    {"parallel_size", R"(\bpipeline_parallel_size=(\d+))", {}, 0, 0, nullptr, {{{1, "pipelineParallel"}}}},
};

constexpr LogDialect kDialect{"tensorrt-llm", kPatterns};

} // namespace

const LogDialect &tensorRtLlmLog()
{
    return kDialect;
}

} // namespace plimsoll
