// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole process of an answer on the command line against a program that loads the same libraries and
// returns. Both run in turn, so that whatever else the machine does falls on both.

#include "tests/bench/sampling.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

extern char **environ;

namespace plimsoll::bench {
namespace {

constexpr int kWarmUps = 5;
constexpr double kGoal = 1.5;

using Command = std::vector<std::string>;

/// Milliseconds from the start to the end of the process; ends the benchmark where it does not answer.
double runOnce(const Command &command)
{
    std::vector<char *> arguments;
    for (const std::string &argument : command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    int status = 0;
    const Clock::time_point begin = Clock::now();
    const int failure = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    if (failure == 0)
        waitpid(child, &status, 0);
    const double elapsed = nanosecondsSince(begin) / 1e6;
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "bench_startup: %s did not answer (status %d)\n", arguments[0], status);
        std::exit(1);
    }
    return elapsed;
}

void compareWithBaseline(const char *name, const Command &command, int pairs)
{
    const Command baseline = {PLIMSOLL_BASELINE};
    std::vector<double> answers, bare, ratios;
    for (int i = -kWarmUps; i < pairs; ++i) {
        const double bareTime = runOnce(baseline);
        const double answerTime = runOnce(command);
        if (i < 0)
            continue;
        bare.push_back(bareTime);
        answers.push_back(answerTime);
        ratios.push_back(answerTime / bareTime);
    }
    const double ratio = median(ratios);
    std::printf("| %s | %.2f | %.2f | %.2f | %s |\n", name, median(answers), median(bare), ratio,
                ratio <= kGoal ? "met" : "missed");
}

} // namespace
} // namespace plimsoll::bench

int main(int argc, char **argv)
{
    using namespace plimsoll::bench;
    const int pairs = argc > 1 ? std::atoi(argv[1]) : 60;
    if (pairs < 1) {
        std::fprintf(stderr, "Usage: bench_startup [NUMBER-OF-PAIRS]\n");
        return 2;
    }
    std::printf("Whole process, %d pairs in turn, medians:\n\n", pairs);
    std::printf("| plimsoll ... | ms | same libraries alone, ms | ratio | at most %.1f |\n", kGoal);
    std::printf("| --- | ---: | ---: | ---: | --- |\n");
    compareWithBaseline(
        "estimate --parameters 13e9 --weights fp16 --engine rule-of-thumb",
        {PLIMSOLL_PROGRAM, "estimate", "--parameters", "13e9", "--weights", "fp16", "--engine", "rule-of-thumb"},
        pairs);
    compareWithBaseline(
        "estimate --model meta-llama/Llama-3.1-8B --gpu nvidia-h100-sxm-80gb --json",
        {PLIMSOLL_PROGRAM, "estimate", "--model", "meta-llama/Llama-3.1-8B", "--gpu", "nvidia-h100-sxm-80gb", "--json"},
        pairs);
    compareWithBaseline("--version", {PLIMSOLL_PROGRAM, "--version"}, pairs);
    return 0;
}
