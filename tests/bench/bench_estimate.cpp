// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one step of a slider costs. A fixed arithmetic loop runs between the batches, so that figures taken on
// different machines, or on a busy one, can be compared by their ratio to it.

#include "core/planning/planning.h"
#include "core/planning/speed/speed.h"
#include "tests/bench/sampling.h"

#include <cstdio>
#include <functional>

namespace plimsoll::bench {
namespace {

constexpr int kBatches = 201;
constexpr double kBatchNanoseconds = 500e3;

/// Makes the compiler believe that the value is looked at.
template <typename T>
void keep(const T &value)
{
    asm volatile("" : : "r"(&value) : "memory");
}

/// A thousand steps of a chain that cannot be computed ahead, each of a multiplication and a shift.
quint64 referenceLoop(quint64 state)
{
    for (int i = 0; i < 1000; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        state ^= state >> 29;
    }
    return state;
}

double timeOf(const std::function<void()> &work, qint64 times)
{
    const Clock::time_point begin = Clock::now();
    for (qint64 i = 0; i < times; ++i)
        work();
    return nanosecondsSince(begin) / double(times);
}

/// How many calls make a batch that the clock can measure.
qint64 batchSize(const std::function<void()> &work)
{
    qint64 times = 1;
    while (timeOf(work, times) * double(times) < kBatchNanoseconds && times < (1 << 24))
        times *= 2;
    return times;
}

void measure(const char *name, double goal, const std::function<void()> &work)
{
    quint64 state = 1;
    const std::function<void()> reference = [&state] { keep(state = referenceLoop(state)); };
    const qint64 workTimes = batchSize(work);
    const qint64 referenceTimes = batchSize(reference);
    std::vector<double> nanoseconds, ratios;
    for (int i = 0; i < kBatches; ++i) {
        const double referenceTime = timeOf(reference, referenceTimes);
        nanoseconds.push_back(timeOf(work, workTimes));
        ratios.push_back(nanoseconds.back() / referenceTime);
    }
    const double middle = median(nanoseconds);
    std::printf("| %s | %.0f | %.3f | ", name, middle, median(ratios));
    if (goal > 0)
        std::printf("%.0f, %s |\n", goal, middle <= goal ? "met" : "missed");
    else
        std::printf("- |\n");
}

struct BenchPlan {
    const char *name;
    Plan plan;
    /// Nanoseconds that a new workload may cost: once in resolve(), and at every step of a slider.
    double workloadGoal = 0;
};

/// llama.cpp's compute buffer is planned for a workload, "at most 5 ms" of what resolve() takes.
constexpr double kGraphGoal = 5e6;

Plan planOf(ModelChoice model, std::vector<GpuChoice> gpus, const char *engine)
{
    Plan plan;
    plan.model = std::move(model);
    plan.gpus = std::move(gpus);
    plan.engine = QString::fromLatin1(engine);
    return plan;
}

NamedModel named(const char *id)
{
    return NamedModel{QString::fromLatin1(id)};
}

GpuChoice gpu(const char *id, qint32 count)
{
    return GpuChoice{QString::fromLatin1(id), count};
}

std::vector<BenchPlan> benchPlans()
{
    const Plan llama = planOf(named("meta-llama/Llama-3.1-8B"), {gpu("nvidia-h100-sxm-80gb", 1)}, "vllm");
    const Plan deepseek = planOf(named("deepseek-ai/DeepSeek-V3"), {gpu("nvidia-h200-sxm-141gb", 8)}, "vllm");
    const Plan gemma = planOf(named("google/gemma-3-27b-it"), {gpu("nvidia-h100-sxm-80gb", 1)}, "vllm");
    const Plan qwen = planOf(named("Qwen/Qwen3-Next-80B-A3B-Instruct"), {gpu("nvidia-h100-sxm-80gb", 4)}, "vllm");
    const Plan llama70 = planOf(named("meta-llama/Llama-3.1-70B"), {gpu("nvidia-h100-sxm-80gb", 2)}, "llama.cpp");
    const Plan deepseekLlama = planOf(named("deepseek-ai/DeepSeek-V3"), {gpu("nvidia-h200-sxm-141gb", 8)}, "llama.cpp");
    Plan hybrid = planOf(named("ibm-granite/granite-4.0-h-tiny"), {gpu("nvidia-h100-sxm-80gb", 1)}, "llama.cpp");
    hybrid.engineOptions.insert(QStringLiteral("gpuLayers"), 20);
    const Plan thumb = planOf(FreeSize{13'000'000'000}, {gpu("nvidia-a100-sxm-80gb", 1)}, "rule-of-thumb");
    return {{"Llama-3.1-8B, H100", llama},
            {"DeepSeek-V3, 8 x H200", deepseek},
            {"Gemma-3-27B, H100", gemma},
            {"Qwen3-Next-80B-A3B, 4 x H100", qwen},
            {"13e9 parameters, rule of thumb, A100", thumb},
            {"Llama-3.1-70B, 2 x H100, llama.cpp", llama70, kGraphGoal},
            {"DeepSeek-V3, 8 x H200, llama.cpp", deepseekLlama, kGraphGoal},
            {"Granite-4.0-H-tiny, half on the host, llama.cpp", hybrid, kGraphGoal}};
}

void measurePlan(const BenchPlan &bench, const Catalog &catalog, const ResolvedPlan &plan)
{
    const auto row = [&bench](const char *what) { return std::string(what) + ": " + bench.name; };
    measure(row("estimate").c_str(), 1000, [&plan] { keep(estimate(plan)); });
    measure(row("compare").c_str(), 10000, [&plan] { keep(compare(plan)); });

    measure(row("speedOf").c_str(), 2000, [&plan] { keep(speedOf(plan, Workload{8192, 16}, Traffic{8192, 512})); });

    ResolvedPlan moving = plan;
    qint64 step = 0;
    measure(row("setWorkload and estimate").c_str(), bench.workloadGoal, [&moving, &step] {
        setWorkload(moving, Workload{1024 + (++step & 4095), 1 + (step & 7)});
        keep(estimate(moving));
    });
    if (bench.workloadGoal > 0) {
        measure(row("setWorkload, the context alone").c_str(), 0, [&moving, &step] {
            setWorkload(moving, Workload{4096 + 256 * (++step & 255), 1});
            keep(estimate(moving));
        });
    }
    measure(row("resolve").c_str(), 0, [&bench, &catalog] { keep(resolve(bench.plan, catalog)); });
}

} // namespace
} // namespace plimsoll::bench

int main()
{
    using namespace plimsoll;
    using namespace plimsoll::bench;
    const Catalog catalog = Catalog::builtIn();
    std::printf("Medians of %d batches, Qt %s; the reference is a chain of 1000 multiplications and shifts:\n\n",
                kBatches, qVersion());
    std::printf("| call | ns | to reference | at most, ns |\n| --- | ---: | ---: | --- |\n");
    int failures = 0;
    for (const BenchPlan &bench : benchPlans()) {
        const Result<ResolvedPlan> resolved = resolve(bench.plan, catalog);
        if (!resolved.ok()) {
            std::fprintf(stderr, "bench_estimate: %s: %s\n", bench.name, qPrintable(resolved.error().text));
            ++failures;
            continue;
        }
        measurePlan(bench, catalog, *resolved);
    }
    return failures == 0 ? 0 : 1;
}
