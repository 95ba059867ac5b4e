// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/speed/speed.h"

#include "core/planning/speed/speedload.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

template <size_t N>
double sumOf(const std::array<double, N> &terms, const std::array<double, N> &costs)
{
    double sum = 0;
    for (size_t i = 0; i < N; ++i)
        sum += terms[i] * costs[i];
    return sum;
}

SpeedBound boundOf(const DecodeTerms &terms, const DecodeTerms &costs)
{
    using enum DecodeTerm;
    const auto part = [&](std::initializer_list<DecodeTerm> list) {
        double sum = 0;
        for (const DecodeTerm term : list)
            sum += terms[size_t(term)] * costs[size_t(term)];
        return sum;
    };
    const std::array<double, 4> parts = {
        part({Weights, ExpertWeights, Cache, CacheUnfused}), part({Unpacking, Products, Prompts}),
        part({Layers, ExpertLayers, StateLayers, Step, Sequences}), part({CollectiveCalls, CollectiveBytes})};
    return SpeedBound(std::max_element(parts.begin(), parts.end()) - parts.begin());
}

/// The head and tail of a fraction with a time that may be zero or beyond all numbers.
double rate(double quantity, double seconds)
{
    const double value = seconds > 0 ? quantity / seconds : 0;
    return std::isfinite(value) ? value : 0;
}

SpeedBasis promptBasisOf(const SpeedLoad &load)
{
    if (!load.law.hasPrompts())
        return SpeedBasis::Bound;
    const bool near =
        !load.law.promptsOneGpuDense || (load.ranks <= 1 && load.stages.size() == 1 && load.experts.empty());
    return near && load.law.promptEngine == load.law.engine ? SpeedBasis::Measured : SpeedBasis::Extrapolated;
}

void setPrompt(const SpeedLoad &load, double tokens, SpeedEstimate &speed)
{
    const bool flopsKnown =
        std::all_of(load.stages.begin(), load.stages.end(), [](const SpeedStage &stage) { return stage.flops > 0; });
    if (!flopsKnown)
        return;
    const double seconds = sumOf(promptTerms(load, tokens), load.law.prompt);
    if (!(seconds > 0) || !std::isfinite(seconds))
        return;
    speed.hasPrompt = true;
    speed.promptBasis = promptBasisOf(load);
    speed.timeToFirstToken = seconds;
    speed.prefillTokensPerSecond = rate(tokens, seconds);
    if (speed.promptBasis == SpeedBasis::Measured) {
        speed.promptLow = speed.prefillTokensPerSecond * load.law.promptSpread.below;
        speed.promptHigh = speed.prefillTokensPerSecond * load.law.promptSpread.above;
    }
}

/// Seconds of prefill that fall on one step: each sequence brings a prompt every `answerTokens` steps.
double promptsOfStep(const SpeedLoad &load, double sequences, Traffic traffic)
{
    if (traffic.answerTokens <= 0 || traffic.promptTokens <= 0)
        return 0;
    const double each = sumOf(promptTerms(load, double(traffic.promptTokens)), load.law.prompt);
    return sequencesOfReplica(load, sequences) * each / double(traffic.answerTokens);
}

} // namespace

SpeedEstimate speedOf(const SpeedLoad &load, Workload workload, Traffic traffic)
{
    SpeedEstimate speed;
    if (load.missing != SpeedLoad::Missing::Nothing)
        return speed;
    const auto context = double(workload.contextLength);
    const auto sequences = double(workload.sequences);
    DecodeTerms terms = decodeTerms(load, context, sequences);
    terms[size_t(DecodeTerm::Prompts)] = promptsOfStep(load, sequences, traffic);
    const double seconds = sumOf(terms, load.law.decode);
    if (!(seconds > 0) || !std::isfinite(seconds))
        return speed;
    speed.isKnown = true;
    speed.basis = load.law.isMeasured() ? SpeedBasis::Measured : SpeedBasis::Bound;
    speed.timePerOutputToken = seconds;
    speed.decodeTokensPerSecond = rate(1, seconds);
    speed.decodeTokensPerSecondTotal = rate(sequences, seconds);
    speed.bound = boundOf(terms, load.law.decode);
    speed.low = speed.decodeTokensPerSecond * load.law.decodeSpread.below;
    speed.high = speed.decodeTokensPerSecond * (load.law.isMeasured() ? load.law.decodeSpread.above : 1);
    setPrompt(load, context, speed);
    return speed;
}

SpeedEstimate speedOf(const ResolvedPlan &resolved, Workload workload, Traffic traffic)
{
    return resolved.speed ? speedOf(*resolved.speed, workload, traffic) : SpeedEstimate{};
}

SpeedEstimate speedOf(const ResolvedPlan &resolved)
{
    const Requests &requests = resolved.plan.requests;
    return speedOf(resolved, resolved.workload, {requests.promptTokens.value_or(0), requests.answerTokens.value_or(0)});
}

} // namespace plimsoll
