// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/speed/speedterms.h"

#include "core/planning/speed/speedload.h"

#include <algorithm>
#include <cmath>

// The law. One decode step of B sequences reads, on every rank at the same time, the weights that its tokens visit and
// the cache of its sequences; kernels reach only a part of the peak, and launches, norms, routing and all-reduces cost
// a time that does not shrink with more ranks:
//
//   step = w x weights/bandwidth + c x cache/bandwidth + u x unpacking/peak + p x products/peak
//        + a x layers + e x expert layers + s x state layers + d + q x B + r x all-reduces + i x bytes/interconnect
//        + prefill of the requests that arrive meanwhile
//
// A sum and no maximum: kernels run one after another, each bound by its own resource. It is linear in what the
// hardware costs, so the costs are found by a fit with nothing but non-negative numbers.
//
// Experts: a token visits k of E, independent tokens visit 1 - (1 - k/E)^tokens of them.
// Stages of a pipeline run one after another for one token. Their own all-gather is left out: a few kilobytes.

namespace plimsoll {
namespace {

constexpr double kMicro = 1e-6;
constexpr double kActivationBytes = 2; ///< all-reduces carry 16 bits an element
constexpr double kReducesALayer = 2;   ///< after attention and after the feed-forward block

/// Kernels multiply tiles of 64 rows; each expert's last one is half empty.
constexpr double kPaddingRows = 32;

double visitedShare(double chosen, double tokens)
{
    if (chosen >= 1 || tokens <= 1)
        return std::min(1.0, chosen * std::min(tokens, 1.0));
    return 1 - std::exp(tokens * std::log1p(-chosen));
}

double &at(DecodeTerms &terms, DecodeTerm term)
{
    return terms[size_t(term)];
}
double &at(PromptTerms &terms, PromptTerm term)
{
    return terms[size_t(term)];
}

/// The experts of one rank that a step of `tokens` tokens touches.
struct Touched {
    double bytes = 0, unpacked = 0; ///< once a step
    double elements = 0;            ///< multiplied by each token
    double allElements = 0;         ///< of the experts that are visited at all
};

/// With expert parallel beyond one replica the tokens of several meet on every expert.
Touched touchedBy(const SpeedLoad &load, double tokens)
{
    Touched touched;
    const double meeting = tokens * std::max(1.0, load.expertRanks / load.ranks);
    for (const ExpertLoad &experts : load.experts) {
        const double share = visitedShare(experts.chosen, meeting);
        touched.bytes += experts.bytes * share;
        touched.unpacked += experts.unpacked * share;
        touched.allElements += experts.elements * share;
        touched.elements += experts.elements * experts.chosen * meeting / std::max(tokens, 1e-9);
    }
    return touched;
}

/// Pairs of a new token and one that it sees: token t of those from `cached` on sees min(t, window).
double pairsSeen(double tokens, double cached, double window)
{
    const double end = cached + tokens;
    if (window <= 0 || end <= window)
        return tokens * (cached + tokens / 2);
    const double growing = std::max(0.0, window - cached);
    return growing * (cached + growing / 2) + (tokens - growing) * window;
}

double seconds(double quantity, double rate)
{
    return rate > 0 ? quantity / rate : 0;
}

/// Each rank of a ring all-reduce sends and receives 2 (n - 1) / n of the bytes.
double ringBytes(const SpeedLoad &load, double tokens)
{
    return kReducesALayer * load.layers * tokens * load.hidden * kActivationBytes * 2 * (load.ranks - 1) / load.ranks;
}

/// Stages that work on several steps of a prompt at the same time: of m steps over s stages (m + s - 1) / (m x s) of
/// the time that they would take one after another.
double overlapOf(const SpeedLoad &load, double steps)
{
    const double together = std::max(1.0, std::min(steps, load.promptSteps));
    const auto stages = double(load.stages.size());
    return (together + stages - 1) / (together * stages);
}

} // namespace

double sequencesOfReplica(const SpeedLoad &load, double sequences)
{
    return std::ceil(sequences / load.replicas);
}

DecodeTerms decodeTerms(const SpeedLoad &load, double contextLength, double sequences)
{
    using enum DecodeTerm;
    double batch = sequencesOfReplica(load, sequences);
    if (load.microBatches)
        batch = std::ceil(batch / double(load.stages.size()));
    const Touched touched = touchedBy(load, batch);
    double cacheBytes = 2 * load.stateBytes; // read and written
    double attention = 0;
    for (const CacheLoad &cache : load.caches) {
        const double seen = cache.window > 0 ? std::min(contextLength, cache.window) : contextLength;
        cacheBytes += cache.bytes * seen / cache.tokensPerEntry;
        attention += cache.flopsPerEntry * seen / cache.tokensPerEntry;
    }
    DecodeTerms terms{};
    const DecodeTerm cacheTerm = load.flashAttention ? Cache : CacheUnfused;
    for (const SpeedStage &stage : load.stages) {
        const double head = stage.hasHead ? 1 : 0;
        const double share = stage.layerShare;
        at(terms, Weights) += seconds(load.bytes * share + load.headBytes * head, stage.bandwidth);
        at(terms, ExpertWeights) += seconds(touched.bytes * share, stage.bandwidth);
        at(terms, cacheTerm) += seconds(cacheBytes * batch * share, stage.bandwidth);
        at(terms, Unpacking) +=
            seconds(2 * ((load.unpacked + touched.unpacked) * share + load.headUnpacked * head), stage.flops);
        at(terms, Products) += seconds(
            batch * (2 * ((load.elements + touched.elements) * share + load.headElements * head) + attention * share),
            stage.flops);
        if (load.ranks > 1)
            at(terms, CollectiveBytes) += seconds(ringBytes(load, batch) * share, stage.interconnect);
    }
    at(terms, Layers) = load.layers * kMicro;
    at(terms, ExpertLayers) = load.expertLayers * kMicro;
    at(terms, StateLayers) = load.stateLayers * kMicro;
    at(terms, Step) = kMicro;
    at(terms, Sequences) = batch * kMicro;
    if (load.ranks > 1)
        at(terms, CollectiveCalls) = kReducesALayer * load.layers * kMicro;
    return terms;
}

PromptTerms promptTerms(const SpeedLoad &load, double promptTokens, double cachedTokens)
{
    using enum PromptTerm;
    const double steps = std::ceil(promptTokens / load.promptStep);
    const Touched touched = touchedBy(load, promptTokens / std::max(steps, 1.0));
    double attention = 0;
    for (const CacheLoad &cache : load.caches) {
        attention += cache.promptFlops * pairsSeen(promptTokens, cachedTokens, cache.window) / cache.tokensPerEntry;
    }
    PromptTerms terms{};
    const PromptTerm attentionTerm = load.flashAttention ? Attention : AttentionUnfused;
    const double activations = promptTokens * load.layers * load.hidden * kActivationBytes;
    for (const SpeedStage &stage : load.stages) {
        const double head = stage.hasHead ? 1 : 0;
        const double share = stage.layerShare;
        at(terms, Products) +=
            seconds(2 * (promptTokens * load.elements * share + load.headElements * head), stage.flops);
        at(terms, ExpertProducts) += seconds(
            2 * (promptTokens * touched.elements + steps * kPaddingRows * touched.allElements) * share, stage.flops);
        at(terms, attentionTerm) += seconds(attention * share, stage.attention);
        at(terms, Weights) +=
            seconds(steps * (load.bytes + touched.bytes) * share + load.headBytes * head, stage.bandwidth);
        at(terms, Unpacking) += seconds(2 * steps * (load.unpacked + touched.unpacked) * share, stage.flops);
        at(terms, Activations) += seconds(activations * share, stage.bandwidth);
        if (load.ranks > 1)
            at(terms, CollectiveBytes) += seconds(ringBytes(load, promptTokens) * share, stage.interconnect);
    }
    at(terms, Layers) = steps * load.layers * kMicro;
    at(terms, ExpertLayers) = steps * load.expertLayers * kMicro;
    at(terms, StateLayers) = steps * load.stateLayers * kMicro;
    if (load.ranks > 1)
        at(terms, CollectiveCalls) = steps * kReducesALayer * load.layers * kMicro;
    const double overlap = overlapOf(load, steps);
    for (double &term : terms)
        term *= overlap;
    at(terms, Step) = kMicro;
    return terms;
}

} // namespace plimsoll
