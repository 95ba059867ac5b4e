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

/// Of the engine's own configuration.
constexpr Field kConfigFields[] = {
    {"model", "model"},
    {"dtype", "dtype"},
    {"max_seq_len", "contextLength"},
    {"tensor_parallel_size", "tensorParallel"},
    {"pipeline_parallel_size", "pipelineParallel"},
    {"data_parallel_size", "dataParallel"},
    {"quantization", "quantization"},
    {"enforce_eager", "enforceEager"},
    {"kv_cache_dtype", "kvCacheFormat"},
    {"enable_prefix_caching", "enablePrefixCaching"},
};

/// Of what was typed.
constexpr Field kArgumentFields[] = {
    {"model", "model"},
    {"model_tag", "model"},
    {"dtype", "dtype"},
    {"max_model_len", "contextLength"},
    {"tensor_parallel_size", "tensorParallel"},
    {"pipeline_parallel_size", "pipelineParallel"},
    {"data_parallel_size", "dataParallel"},
    {"quantization", "quantization"},
    {"enforce_eager", "enforceEager"},
    {"kv_cache_dtype", "kvCacheFormat"},
    {"gpu_memory_utilization", "gpuMemoryUtilization"},
    {"max_num_seqs", "maxNumSeqs"},
    {"max_num_batched_tokens", "maxNumBatchedTokens"},
    {"block_size", "blockSize"},
    {"cpu_offload_gb", "cpuOffloadGb"},
    {"enable_expert_parallel", "expertParallel"},
    {"enable_lora", "lora"},
    {"max_loras", "maxLoras"},
    {"max_lora_rank", "maxLoraRank"},
};

void takeFields(LogContext &context, QStringView text, std::span<const Field> fields, bool fromArguments)
{
    for (const Field &field : fields)
        context.setting(field.key, fieldValue(text, field.name), fromArguments);
}

void takeGeneration(LogContext &context, const QRegularExpressionMatch &)
{
    if (!context.hasSetting("generation"))
        context.setting("generation", u"V1");
}

void takeConfig(LogContext &context, const QRegularExpressionMatch &match)
{
    // Replicas print the same again, each behind its own prefix; a bare one again is another start.
    const QString role = context.rank().section(QLatin1Char(' '), 0, 0);
    const bool again =
        context.hasFigures() && context.reading().allSettings("configOf").contains(role + QLatin1Char('.'));
    if (again)
        context.nextStart();
    context.setting("configOf", QString(role + QLatin1Char('.')));
    context.setting("version", match.capturedView(2));
    if (!match.capturedView(1).isEmpty())
        context.setting("generation", match.capturedView(1));
    takeFields(context, match.capturedView(3), kConfigFields, false);
    const QStringView draft = fieldValue(match.capturedView(3), "speculative_config");
    if (!draft.isEmpty())
        context.setting("speculativeMethod", fieldValue(match.capturedView(3), "method"));
}

void takeVersion(LogContext &context, const QRegularExpressionMatch &match)
{
    if (context.hasFigures())
        context.nextStart();
    // An address scrubber takes four numbers with points between for one.
    if (match.capturedView(1).front().isDigit())
        context.setting("version", match.capturedView(1), true);
}

void takeArguments(LogContext &context, const QRegularExpressionMatch &match)
{
    context.setting("arguments", u"yes", true);
    takeFields(context, match.capturedView(1), kArgumentFields, true);
}

/// The second line, where there are two, is of the server that is asked, the first of a check of the model.
void takeBatchedTokens(LogContext &context, const QRegularExpressionMatch &match)
{
    context.replaceSetting("maxNumBatchedTokens", match.capturedView(1));
}

/// What was typed is the surer spelling of it.
void takeUtilization(LogContext &context, const QRegularExpressionMatch &match)
{
    context.setting("gpuMemoryUtilization", match.capturedView(2), true);
}
void takeFree(LogContext &context, const QRegularExpressionMatch &match)
{
    context.setting("gpuMemoryUtilization", match.capturedView(3), true);
}

void takeBlocks(LogContext &context, const QRegularExpressionMatch &match)
{
    const bool host = match.capturedView(1) == QLatin1String("CPU");
    context.figure(host ? HostKvBlocks : KvBlocks, match.capturedView(2), Plain, match.captured(1));
    if (!host && !match.capturedView(3).isEmpty())
        context.figure(HostKvBlocks, match.capturedView(3), Plain);
}

constexpr LogPattern kPatterns[] = {
    {"LLM engine",
     R"(Initializing an? (?:(V[01]) )?LLM engine(?: \(v?([^)\s]+)\))? with config: (.*))",
     {},
     0,
     0,
     takeConfig},
    {"vLLM API server version", R"(vLLM API server version (\S+))", {}, 0, 0, takeVersion},
    {"version", R"([▀-▟][ ▀-▟]* +version (\S+))", {}, 0, 0, takeVersion},
    {"args: ", R"(\bargs: (?:Namespace\(|\{)(.*))", {}, 0, 0, takeArguments},
    {"max_num_batched_tokens",
     R"(hunked prefill is enabled with max_num_batched_tokens=(\d+))",
     {},
     0,
     0,
     takeBatchedTokens},
    {"took", R"((?:Loading model weights|Model loading) took ([\d.]+) (?:GiB|GB))", {{{1, Weights, GiB}}}},
    {" blocks: ",
     R"(# (GPU|cuda|rocm|CPU|HPU|TPU|xpu|neuron) blocks: (\d+)(?:, # CPU blocks: (\d+))?)",
     {},
     0,
     0,
     takeBlocks},
    {"total_gpu_memory=",
     R"(total_gpu_memory=([\d.]+)GiB.*? peak_torch_memory=([\d.]+)GiB.*? non_torch_memory=(-?[\d.]+)GiB kv_cache_size=(-?[\d.]+)GiB)",
     {{{1, TotalMemory, GiB}, {2, PeakTorch, GiB}, {3, NonTorch, GiB}, {4, KvCache, GiB}}}},
    {"gpu_memory_utilization",
     R"(total_gpu_memory \(([\d.]+)GiB\) x gpu_memory_utilization \(([\d.]+)\) = ([\d.]+)GiB)",
     {{{1, TotalMemory, GiB}, {3, Budget, GiB}}},
     0,
     0,
     takeUtilization},
    {"model weights take",
     R"(model weights take (-?[\d.]+)GiB; non_torch_memory takes (-?[\d.]+)GiB; PyTorch activation peak memory takes (-?[\d.]+)GiB; the rest of the memory reserved for KV Cache is (-?[\d.]+)GiB)",
     {{{1, ProfiledWeights, GiB}, {2, NonTorch, GiB}, {3, Activations, GiB}, {4, KvCache, GiB}}}},
    {"Available KV cache memory",
     R"(Available KV cache memory: (-?[\d.]+) GiB)",
     {{{1, KvCache, GiB}}},
     0,
     0,
     takeGeneration},
    {"KV cache size: ", R"(KV cache size: ([\d,]+) tokens)", {{{1, KvTokens, Plain}}}, 0, 0, takeGeneration},
    {"Maximum concurrency",
     R"(Maximum concurrency for ([\d,]+) tokens per request: ([\d.]+)x)",
     {{{2, Concurrency, Plain}}},
     0,
     1},
    {"Graph capturing finished", R"(Graph capturing finished in \d+ secs?, took (-?[\d.]+) GiB)", {{{1, Graphs, GiB}}}},
    {"CUDA graph memory", R"(Estimated CUDA graph memory: (-?[\d.]+) GiB)", {{{1, GraphsEstimated, GiB}}}},
    {"CUDA graph pool memory", R"(CUDA graph pool memory: (-?[\d.]+) GiB \(actual\))", {{{1, GraphPool, GiB}}}},
    {"Free memory on device",
     R"(Free memory on device(?: \S+)? \(([\d.]+)/([\d.]+) GiB\) on startup\. Desired GPU memory utilization is \(([\d.]+), ([\d.]+) GiB\))",
     {{{1, FreeMemory, GiB}, {2, TotalMemory, GiB}, {4, Budget, GiB}}},
     0,
     0,
     takeFree},
    {"Actual usage is",
     R"(Actual usage is (-?[\d.]+) GiB for weight, (-?[\d.]+) GiB for peak activation, (-?[\d.]+) GiB for non-torch memory)",
     {{{1, ProfiledWeights, GiB}, {2, Activations, GiB}, {3, NonTorch, GiB}}}},
    {"for consumed memory",
     R"(GiB for consumed memory \(weights \+ non-torch\), (-?[\d.]+) GiB for peak activation)",
     {{{1, Activations, GiB}}}},
    {"num_gpu_blocks is", R"(after num_gpu_blocks is: (\d+))", {{{1, ReportedBlocks, Plain}}}},
    {"KV cache is needed",
     R"(([\d.]+) GiB KV cache is needed, which is larger than the available KV cache memory \((-?[\d.]+) GiB\))",
     {{{1, NeededKv, GiB}, {2, AvailableKv, GiB}}}},
    {"estimated maximum model length", R"(estimated maximum model length is (\d+))", {{{1, LongestContext, Plain}}}},
    {"device_name=", R"(device_name=([\w-]+)\.json)", {}, 0, 0, nullptr, {{{1, "gpuName"}}}},
    // Marks of generations, with no figure.
    {"core.py:", R"(\bcore\.py:\d)", {}, 0, 0, takeGeneration},
    {"gpu_model_runner.py:", R"(\bgpu_model_runner\.py:\d)", {}, 0, 0, takeGeneration},
};

constexpr LogDialect kDialect{"vllm", kPatterns};

} // namespace

const LogDialect &vllmLog()
{
    return kDialect;
}

} // namespace plimsoll
