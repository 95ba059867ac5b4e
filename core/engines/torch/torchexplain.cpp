// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/torchexplain.h"

#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll::torch {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TorchExplain)
};

/// What one term of the cache holds in words: layers of a kind and how far they look back.
QString kvStep(const KvTerm &term, Workload workload, qint32 replicas, const QLocale &locale)
{
    const bool full = term.window > 0 && workload.contextLength > term.window;
    const qint64 kept = full ? term.window : workload.contextLength;
    const qint64 blocks = ceilDivide(kept, term.tokensPerUnit) + (full ? term.extraUnits : 0);
    const Bytes unit = term.bytesPerUnit[kOwnFormat];
    const qint64 sequences = ceilDivide(workload.sequences, replicas);
    const QString reach = term.window > 0 ? Text::tr("window of %1 tokens").arg(formatCount(term.window, locale))
                                          : Text::tr("full attention");
    return Text::tr("%1: %2 blocks of %3 tokens × %4 × %5 sequences = %6")
        .arg(reach, formatCount(blocks, locale), formatCount(term.tokensPerUnit, locale), formatSmallSize(unit, locale),
             formatCount(sequences, locale), formatSizeBoth(unit * blocks * sequences, locale));
}

} // namespace

void explainWeights(Explanation &e, const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    const Format &format = resolved.formats[kOwnFormat];
    const ParameterCounts &counts = resolved.parameters;
    const qint64 parameters = counts.text + counts.vision + counts.audio;
    const Parallel &parallel = resolved.layout.parallel;
    const qint32 ranks = parallel.tensor * parallel.pipeline;
    const bool keeps = format.keeps.any() && format.block != format.keptBlock;
    e.why =
        keeps ? Text::tr("%1 parameters in %2, embedding and head in %3 bits")
                    .arg(formatCount(parameters, locale), format.name, locale.toString(format.keptBlock.bits(), 'g', 3))
              : Text::tr("%1 parameters × %2 bytes")
                    .arg(formatCount(parameters, locale), locale.toString(format.block.bits() / 8, 'g', 4));
    if (ranks > 1)
        e.why += Text::tr(", divided over %n GPU(s)", nullptr, ranks);
    e.formula = Text::tr("weights a rank = Σ tensors of its share, in the allocator's sizes");
    const DeviceEstimate &fullest = estimate.devices[size_t(estimate.fullest)];
    e.numbers = Text::tr("TP %1 × PP %2: %3 on the fullest rank, %4 in all")
                    .arg(parallel.tensor)
                    .arg(parallel.pipeline)
                    .arg(formatSizeBoth(fullest.items[Item::Weights], locale),
                         formatSizeBoth(estimate.total[Item::Weights], locale));
    if (parallel.expert > 1)
        e.steps.append(Text::tr("Experts are spread over %n group(s) of ranks, each expert in one of them.", nullptr,
                                parallel.expert));
    if (const qint32 groups = resolved.layout.ranks[size_t(estimate.fullest)].attentionReplicas; groups > 1)
        e.steps.append(Text::tr("Attention is there in %n group(s) of ranks, each with all of it.", nullptr, groups));
    if (estimate.host[Item::Weights].count() > 0)
        e.steps.append(
            Text::tr("%1 stay in the computer's memory.").arg(formatSizeBoth(estimate.host[Item::Weights], locale)));
}

void explainKvCache(Explanation &e, const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    const Workload w = resolved.workload;
    // A text of its own for one: the plural of others needs a translation, English too.
    const bool byUse = w.averageContext > 0;
    const QString tokens = formatCount(byUse ? std::min(w.averageContext, w.contextLength) : w.contextLength, locale);
    e.why = (byUse ? Text::tr("%1 a token × %2 tokens in use") : Text::tr("%1 a token × %2 tokens"))
                .arg(formatSmallSize(estimate.kvBytesPerToken, locale), tokens);
    if (w.sequences > 1)
        e.why = Text::tr("%1 × %2 users").arg(e.why, formatCount(w.sequences, locale));
    e.formula = Text::tr("KV cache = Σ kinds of layer: blocks × layers × 2 × KV heads × head_dim × bytes × sequences");
    e.numbers = Text::tr("%1 a token over all growing layers; %2 in all")
                    .arg(formatSmallSize(estimate.kvBytesPerToken, locale),
                         formatSizeBoth(estimate.total[Item::KvCache], locale));
    const RankLoad &rank = resolved.layout.ranks[size_t(estimate.fullest)];
    if (byUse) {
        e.steps.append(
            Text::tr("Sized by what is in use: %1 of up to %2 tokens a sequence on average, and never less than "
                     "one request of %2.")
                .arg(tokens, formatCount(w.contextLength, locale)));
    }
    if (w.sharedPrefix > 0) {
        e.steps.append(Text::tr("%1 tokens with which all prompts begin are kept once, in whole blocks.")
                           .arg(formatCount(w.sharedPrefix, locale)));
    }
    for (qint32 i = 0; i < rank.kvTerms && !byUse; ++i)
        e.steps.append(kvStep(rank.kv[size_t(i)], w, resolved.layout.parallel.data * rank.attentionReplicas, locale));
    if (estimate.poolTokens > 0) {
        e.steps.append(Text::tr("The pool holds %1: %2 tokens, %3 requests of this length at once.")
                           .arg(formatSizeBoth(estimate.poolBytes, locale), formatCount(estimate.poolTokens, locale),
                                locale.toString(estimate.maxConcurrency, 'f', 2)));
    }
}

void explainState(Explanation &e, const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    e.why = Text::tr("one state a sequence, whatever its length");
    e.formula = Text::tr("state = Σ layers with a state: bytes of the state × sequences");
    e.numbers = Text::tr("%1 sequences: %2")
                    .arg(formatCount(resolved.workload.sequences, locale),
                         formatSizeBoth(estimate.total[Item::RecurrentState], locale));
}

} // namespace plimsoll::torch
