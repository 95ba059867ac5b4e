// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the table of the whole catalog costs: every accelerator, every format of the engine, each with the fewest that
// carry the plan.

#include "core/planning/fit/whatfits.h"
#include "tests/bench/sampling.h"

#include <cstdio>
#include <vector>

namespace plimsoll::bench {
namespace {

constexpr int kRuns = 15;
constexpr double kGoalMilliseconds = 100;

void measure(const char *name, const char *engine, const char *model, const Catalog &catalog,
             const std::vector<Gpu> &gpus)
{
    Plan plan;
    plan.engine = QLatin1String(engine);
    plan.model = NamedModel{QLatin1String(model)};
    plan.sequences = 8;
    std::vector<double> milliseconds;
    size_t cells = 0;
    for (int i = 0; i < kRuns; ++i) {
        const Clock::time_point begin = Clock::now();
        const auto found = whatFits(plan, catalog, gpus, {});
        milliseconds.push_back(nanosecondsSince(begin) / 1e6);
        cells = found ? found->cells.size() : 0;
    }
    const double middle = median(milliseconds);
    std::printf("| %s | %zu | %.1f | %.0f, %s |\n", name, cells, middle, kGoalMilliseconds,
                middle <= kGoalMilliseconds ? "met" : "missed");
}

} // namespace
} // namespace plimsoll::bench

int main()
{
    using namespace plimsoll;
    using namespace plimsoll::bench;
    const Catalog catalog = Catalog::builtIn();
    const std::vector<Gpu> gpus = wholeGpus(catalog);
    std::printf("| what fits | cells | ms | goal |\n| --- | ---: | ---: | --- |\n");
    measure("vLLM, Llama 3.1 70B", "vllm", "meta-llama/Llama-3.1-70B", catalog, gpus);
    measure("vLLM, DeepSeek V3", "vllm", "deepseek-ai/DeepSeek-V3", catalog, gpus);
    measure("vLLM, gpt-oss-120b", "vllm", "openai/gpt-oss-120b", catalog, gpus);
    measure("llama.cpp, Llama 3.1 70B", "llama.cpp", "meta-llama/Llama-3.1-70B", catalog, gpus);
    measure("llama.cpp, DeepSeek V3", "llama.cpp", "deepseek-ai/DeepSeek-V3", catalog, gpus);
    measure("SGLang, Llama 3.1 70B", "sglang", "meta-llama/Llama-3.1-70B", catalog, gpus);
    measure("rule of thumb, Llama 3.1 70B", "rule-of-thumb", "meta-llama/Llama-3.1-70B", catalog, gpus);
    return 0;
}
