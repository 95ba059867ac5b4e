// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>

namespace plimsoll {

struct SpeedLoad;
struct Workload;

/// What the time of one decode step is a sum of. Each is a quantity of the plan; the law of the hardware has what one
/// unit of it costs. Those in "ideal seconds" would be the time at the peak of the data sheet.
enum class DecodeTerm : quint8 {
    Weights,         ///< bytes of weights that every token visits / bandwidth: ideal seconds
    ExpertWeights,   ///< bytes of the experts that the step's tokens visit / bandwidth: ideal seconds
    Cache,           ///< bytes of KV cache and state / bandwidth: ideal seconds
    CacheUnfused,    ///< the same without flash attention: ideal seconds
    Unpacking,       ///< weights below 16 bits widened, two operations each / peak: ideal seconds
    Products,        ///< matrix products and attention / peak: ideal seconds
    Layers,          ///< launches, norms, small kernels: layers, in microseconds each
    ExpertLayers,    ///< routing and grouping: layers with experts, in microseconds
    StateLayers,     ///< layers with recurrent state, in microseconds
    Step,            ///< once a step: scheduling, sampling; in microseconds
    Sequences,       ///< scheduling and sampling of each sequence; in microseconds
    CollectiveCalls, ///< all-reduces, two a layer: calls, in microseconds
    CollectiveBytes, ///< bytes of a ring all-reduce / interconnect: ideal seconds
    Prompts,         ///< under continuous load: seconds of prefill of other requests that fall on one step
};
inline constexpr int kDecodeTerms = int(DecodeTerm::Prompts) + 1;

/// The same for a prompt that runs alone.
enum class PromptTerm : quint8 {
    Products,         ///< matrix products / peak: ideal seconds
    ExpertProducts,   ///< those of experts, which are smaller matrices: ideal seconds
    Attention,        ///< scores and weighted sums / peak in 16 bits: ideal seconds
    AttentionUnfused, ///< the same without flash attention: ideal seconds
    Weights,          ///< bytes of weights, once each step of the prompt / bandwidth: ideal seconds
    Unpacking,        ///< weights below 16 bits widened, once each step / peak: ideal seconds
    Activations,      ///< one pass over the hidden state of every layer / bandwidth: ideal seconds
    Layers,           ///< layers x steps of the prompt, in microseconds
    ExpertLayers,     ///< in microseconds
    StateLayers,      ///< in microseconds
    Step,             ///< once, in microseconds
    CollectiveCalls,  ///< in microseconds
    CollectiveBytes,  ///< ideal seconds
};
inline constexpr int kPromptTerms = int(PromptTerm::CollectiveBytes) + 1;

using DecodeTerms = std::array<double, kDecodeTerms>;
using PromptTerms = std::array<double, kPromptTerms>;

/// Requests that come all the time: each brings `promptTokens` that are prefilled between the steps of the others,
/// and stays for `answerTokens` steps. Without answer tokens nothing is prefilled while others decode.
struct Traffic {
    qint64 promptTokens = 0, answerTokens = 0;
};

/// Terms of one step that gives every running sequence a token. DecodeTerm::Prompts is left at zero.
DecodeTerms decodeTerms(const SpeedLoad &load, double contextLength, double sequences);
/// Terms of one prompt after `cachedTokens` that are in the cache already.
PromptTerms promptTerms(const SpeedLoad &load, double promptTokens, double cachedTokens = 0);

/// Sequences that one replica runs at once.
double sequencesOfReplica(const SpeedLoad &load, double sequences);

} // namespace plimsoll
