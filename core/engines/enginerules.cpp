// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"

#include <algorithm>

namespace plimsoll {
namespace {

Bytes kvBytes(const RankLoad &rank, int format, qint64 tokens, qint64 sequences)
{
    Bytes total;
    for (qint32 i = 0; i < rank.kvTerms; ++i) {
        const KvTerm &term = rank.kv[size_t(i)];
        const bool full = term.window > 0 && tokens > term.window;
        const qint64 units = ceilDivide(full ? term.window : tokens, term.tokensPerUnit) + (full ? term.extraUnits : 0);
        total += term.bytesPerUnit[size_t(format)] * units;
    }
    return total * sequences;
}

/// What is in use at once: every sequence as long as the average, a prefix that all share only once. At least what the
/// longest request takes, for an engine refuses to start otherwise.
Bytes kvBytesInUse(const RankLoad &rank, int format, Workload workload, qint64 sequences)
{
    const qint64 average = std::min(workload.averageContext, workload.contextLength);
    Bytes shared;
    for (qint32 i = 0; i < rank.kvTerms; ++i) {
        const KvTerm &term = rank.kv[size_t(i)];
        const bool slides = term.window > 0 && average > term.window; // the beginning has left the window
        if (!slides)
            shared += term.bytesPerUnit[size_t(format)] * (workload.sharedPrefix / term.tokensPerUnit);
    }
    const Bytes used = kvBytes(rank, format, average, sequences) - shared * (sequences - 1);
    return std::max(used, kvBytes(rank, format, workload.contextLength, 1));
}

/// What a prompt that runs whole takes beyond the fixed activations.
Bytes activationGrowth(const RankLoad &rank, int format, qint64 tokens, qint64 sequences)
{
    const Bytes perToken = rank.activationPerToken[size_t(format)];
    if (perToken.count() == 0 || (rank.wholePromptsUpTo > 0 && tokens > rank.wholePromptsUpTo))
        return {};
    const Bytes whole = perToken * tokens * (rank.activationsOfAllSequences ? sequences : 1);
    return std::max(Bytes(), whole - rank.fixed[size_t(format)][Item::Activations]);
}

} // namespace

void EngineRules::chargeRank(const RankLoad &rank, int format, Workload workload, qint32 dataParallel,
                             DeviceEstimate &device) const
{
    const qint64 sequences = ceilDivide(workload.sequences, qint64(dataParallel) * rank.attentionReplicas);
    device.gpuIndex = rank.gpuIndex;
    device.stage = rank.stage;
    device.count = rank.count;
    device.items = rank.fixed[size_t(format)];
    const Bytes kv = workload.averageContext > 0 ? kvBytesInUse(rank, format, workload, sequences)
                                                 : kvBytes(rank, format, workload.contextLength, sequences);
    const Bytes state = rank.statePerSequence[size_t(format)] * sequences;
    device.items[Item::KvCache] += kv;
    device.items[Item::RecurrentState] += state;
    const Bytes growth = activationGrowth(rank, format, workload.contextLength, sequences);
    device.items[Item::Activations] += growth;
    device.usable = rank.usable;
    device.budget = rank.budget;
    const Bytes charged = rank.charged[size_t(format)] + growth + rank.corrections.applyTo(device);
    device.charged = charged + kv + state;
    device.pool = std::max(Bytes(), rank.budget - charged);
    device.headroom = std::min(rank.budget - device.charged, rank.usable - device.items.total());
    device.fits = rank.usable.count() > 0 && device.headroom.count() >= 0;
}

} // namespace plimsoll
