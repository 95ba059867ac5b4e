// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logpatterns.h"

namespace plimsoll {
namespace {

using enum Measured;
using enum Scale;

struct Field {
    const char *name;
    const char *key;
};
constexpr Field kFields[] = {
    {"model_path", "model"},
    {"dtype", "dtype"},
    {"quantization", "quantization"},
    {"kv_cache_dtype", "kvCacheFormat"},
    {"tp_size", "tensorParallel"},
    {"pp_size", "pipelineParallel"},
    {"dp_size", "dataParallel"},
    {"ep_size", "expertParallel"},
    {"context_length", "contextLength"},
    {"mem_fraction_static", "memFractionStatic"},
    {"max_running_requests", "maxRunningRequests"},
    {"max_total_tokens", "maxTotalTokens"},
    {"chunked_prefill_size", "chunkedPrefillSize"},
    {"cuda_graph_max_bs", "cudaGraphMaxBs"},
    {"enable_dp_attention", "dpAttention"},
    {"speculative_algorithm", "speculativeMethod"},
    {"speculative_draft_model_path", "speculativeModel"},
    {"disable_cuda_graph", "disableCudaGraph"},
    {"cpu_offload_gb", "cpuOffloadGb"},
};

void takeArguments(LogContext &context, const QRegularExpressionMatch &match)
{
    // Replicas repeat their arguments before any figure; afterwards the engine starts again.
    if (context.hasFigures() && context.hasSetting("model"))
        context.nextStart();
    for (const Field &field : kFields)
        context.setting(field.key, fieldValue(match.capturedView(1), field.name));
}

void takePool(LogContext &context, const QRegularExpressionMatch &match)
{
    const QString tokens = match.captured(1);
    if (!match.capturedView(4).isEmpty()) {
        context.figure(KvCache, match.capturedView(4), GiB, tokens);
    } else {
        context.figure(KvKeys, match.capturedView(2), GiB, tokens);
        context.figure(KvValues, match.capturedView(3), GiB, tokens);
    }
    if (!tokens.isEmpty())
        context.figure(PoolTokens, tokens, Plain);
}

constexpr LogPattern kPatterns[] = {
    {"server_args", R"(server_args(?:=ServerArgs\(|: ?)(.*))", {}, 0, 0, takeArguments},
    {"torch distributed ends", R"(Init torch distributed ends\..*?mem usage=(-?[\d.]+) GB)", {{{1, Distributed, GiB}}}},
    {"Load weight begin", R"(Load weight begin\. avail mem=([\d.]+) GB)", {{{1, FreeBeforeLoad, GiB}}}},
    {"Load weight end",
     R"(Load weight end\..*?type=(\w+),.*?avail mem=([\d.]+) GB(?:, mem usage=(-?[\d.]+) GB)?)",
     {{{2, FreeAfterLoad, GiB}, {3, Weights, GiB}}},
     0,
     1},
    {"KV Cache is allocated",
     R"(KV Cache is allocated\.(?: dtype: [\w.]+,)?(?: #tokens: (\d+),)? (?:K size: ([\d.]+) GB, V size: ([\d.]+) GB|KV size: ([\d.]+) GB))",
     {},
     0,
     0,
     takePool},
    {"SWAKVPool",
     R"(SWAKVPool mem usage: ([\d.]+) GB, swa size: (\d+), full size: (\d+))",
     {{{1, WindowPool, GiB}, {2, WindowTokens, Plain}, {3, FullTokens, Plain}}}},
    {"Mamba Cache is allocated",
     R"(Mamba Cache is allocated\. max_mamba_cache_size: (\d+), conv_state size: ([\d.]+) ?GB, ssm_state size: ([\d.]+) ?GB)",
     {{{1, StateSlots, Plain}, {2, ConvolutionState, GiB}, {3, StateCache, GiB}}}},
    {"Memory pool end", R"(Memory pool end\. avail mem=([\d.]+) GB)", {{{1, FreeAfterPool, GiB}}}},
    {"raph begin",
     R"(Capture [\w ]*(?:cuda|CUDA) graph begin\..*?avail mem=([\d.]+) GB)",
     {{{1, FreeBeforeGraphs, GiB}}}},
    {"raph end", R"(Capture [\w ]*(?:cuda|CUDA) graph end\..*?mem usage=(-?[\d.]+) GB)", {{{1, Graphs, GiB}}}},
    {"raph end", R"(Capture [\w ]*(?:cuda|CUDA) graph end\..*?avail mem=([\d.]+) GB)", {{{1, FreeAfterGraphs, GiB}}}},
    {"max_total_num_tokens=",
     R"(\bmax_total_num_tokens=(\d+),.*?max_running_requests=(\d+), context_len=(\d+)(?:, available_gpu_mem=([\d.]+) GB)?)",
     {{{1, KvTokens, Plain}, {2, MaxRunning, Plain}, {3, ContextLength, Plain}, {4, FreeAtEnd, GiB}}}},
};

constexpr LogDialect kDialect{"sglang", kPatterns};

} // namespace

const LogDialect &sglangLog()
{
    return kDialect;
}

} // namespace plimsoll
