// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plimsoll's window against a bare one with a chart: start of the process to the first painted frame, resident
// memory, and a step of a slider to its painted frame. Both run in turn, so that whatever else the machine does
// falls on both.

#include "tests/bench/sampling.h"

#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

extern char **environ;

namespace plimsoll::bench {
namespace {

constexpr int kSteps = 120;

struct Measured {
    double firstMs = 0, residentMiB = 0;
    std::vector<double> stepMs;
};

double monotonicNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return double(now.tv_sec) * 1e9 + double(now.tv_nsec);
}

Measured runOnce(const char *program)
{
    int ends[2];
    if (pipe(ends) != 0)
        std::exit(1);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::string steps = std::to_string(kSteps);
    char *arguments[] = {const_cast<char *>(program), steps.data(), nullptr};
    pid_t child = 0;
    const double begin = monotonicNs();
    if (posix_spawn(&child, program, &actions, nullptr, arguments, environ) != 0)
        std::exit(1);
    close(ends[1]);
    std::string text;
    char buffer[4096];
    for (ssize_t got = 0; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
        text.append(buffer, size_t(got));
    close(ends[0]);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    waitpid(child, &status, 0);

    Measured measured;
    std::istringstream in(text);
    double first = 0, kib = 0, step = 0;
    if (!(in >> first >> kib)) {
        std::fprintf(stderr, "bench_window: %s did not answer (status %d)\n", program, status);
        std::exit(1);
    }
    measured.firstMs = (first - begin) / 1e6;
    measured.residentMiB = kib / 1024;
    while (in >> step)
        measured.stepMs.push_back(step / 1e6);
    return measured;
}

double percentile(std::vector<double> samples, double share)
{
    const auto place = samples.begin() + std::ptrdiff_t(share * double(samples.size() - 1));
    std::nth_element(samples.begin(), place, samples.end());
    return *place;
}

/// `goal` is of the ratio; 0 = none.
void row(const char *name, double ours, double bare, double goal)
{
    const double ratio = ours / bare;
    std::printf("| %s | %.2f | %.2f | %.2f | ", name, ours, bare, ratio);
    if (goal > 0)
        std::printf("%.1f, %s |\n", goal, ratio <= goal ? "met" : "missed");
    else
        std::printf("- |\n");
}

} // namespace
} // namespace plimsoll::bench

int main(int argc, char **argv)
{
    using namespace plimsoll::bench;
    const int pairs = argc > 1 ? std::atoi(argv[1]) : 20;
    if (pairs < 1) {
        std::fprintf(stderr, "Usage: bench_window [NUMBER-OF-PAIRS]\n");
        return 2;
    }
    std::vector<double> ourFirst, bareFirst, ourMemory, bareMemory, ourSteps, bareSteps;
    for (int i = -2; i < pairs; ++i) {
        const Measured bare = runOnce(PLIMSOLL_WINDOW_BARE);
        const Measured ours = runOnce(PLIMSOLL_WINDOW_OWN);
        if (i < 0)
            continue;
        bareFirst.push_back(bare.firstMs);
        ourFirst.push_back(ours.firstMs);
        bareMemory.push_back(bare.residentMiB);
        ourMemory.push_back(ours.residentMiB);
        bareSteps.insert(bareSteps.end(), bare.stepMs.begin(), bare.stepMs.end());
        ourSteps.insert(ourSteps.end(), ours.stepMs.begin(), ours.stepMs.end());
    }
    std::printf("The window, %d pairs in turn, 1360 x 860, %d steps of the slider each:\n\n", pairs, kSteps);
    std::printf("| what | Plimsoll | bare window with one chart | ratio | at most |\n");
    std::printf("| --- | ---: | ---: | ---: | --- |\n");
    row("start of the process to the first painted frame, ms, median", median(ourFirst), median(bareFirst), 1.5);
    row("resident memory after it, MiB, median", median(ourMemory), median(bareMemory), 1.5);
    row("slider step to its painted frame, ms, 99th percentile", percentile(ourSteps, 0.99),
        percentile(bareSteps, 0.99), 3);
    row("slider step to its painted frame, ms, median", median(ourSteps), median(bareSteps), 0);
    return 0;
}
