// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmexplain.h"

#include "core/engines/vllm/vllmactivations.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll::vllm {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VllmExplain)
};

QString gib(double value, const QLocale &locale, int decimals = 2)
{
    return locale.toString(value, 'f', decimals) + QLatin1String(" GiB");
}

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

void explainWeights(Explanation &e, const Constants &c, const ResolvedPlan &resolved, const Estimate &estimate,
                    const QLocale &locale)
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
    e.formula = Text::tr("weights a rank = Σ tensors of its share, in the allocator's sizes + rotary cache");
    const DeviceEstimate &fullest = estimate.devices[size_t(estimate.fullest)];
    e.numbers = Text::tr("TP %1 × PP %2: %3 on the fullest rank, %4 in all")
                    .arg(parallel.tensor)
                    .arg(parallel.pipeline)
                    .arg(formatSizeBoth(fullest.items[Item::Weights], locale),
                         formatSizeBoth(estimate.total[Item::Weights], locale));
    e.steps = {
        Text::tr("The vocabulary of %1 is padded to a multiple of %2.")
            .arg(formatCount(resolved.model->vocabSize, locale))
            .arg(c.vocabularyPadding),
        Text::tr("A tensor keeps the rest of its block where that is 1 MiB or less: PyTorch does not split it off."),
        Text::tr("The rotary cache for %1 positions is on every rank.")
            .arg(formatCount(resolved.model->contextLimit, locale))};
    e.sources = {c.allocatorSource, resolved.model->source};
}

void explainKv(Explanation &e, const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    const Workload w = resolved.workload;
    // A text of its own for one: the plural of others needs a translation, English too.
    e.why = Text::tr("%1 a token × %2 tokens")
                .arg(formatSmallSize(estimate.kvBytesPerToken, locale), formatCount(w.contextLength, locale));
    if (w.sequences > 1)
        e.why = Text::tr("%1 × %2 users").arg(e.why, formatCount(w.sequences, locale));
    e.formula = Text::tr("KV cache = Σ kinds of layer: blocks × layers × 2 × KV heads × head_dim × bytes × sequences");
    e.numbers = Text::tr("%1 a token over all growing layers; %2 in all")
                    .arg(formatSmallSize(estimate.kvBytesPerToken, locale),
                         formatSizeBoth(estimate.total[Item::KvCache], locale));
    const RankLoad &rank = resolved.layout.ranks[size_t(estimate.fullest)];
    for (qint32 i = 0; i < rank.kvTerms; ++i)
        e.steps.append(kvStep(rank.kv[size_t(i)], w, resolved.layout.parallel.data, locale));
    if (estimate.poolTokens > 0) {
        e.steps.append(Text::tr("The pool holds %1: %2 tokens, %3 requests of this length at once.")
                           .arg(formatSizeBoth(estimate.poolBytes, locale), formatCount(estimate.poolTokens, locale),
                                locale.toString(estimate.maxConcurrency, 'f', 2)));
    }
    e.sources = {QStringLiteral("vllm/v1/core/kv_cache_utils.py"), resolved.model->source};
}

void explainActivations(Explanation &e, const Constants &c, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale)
{
    const Gpu *gpu = resolved.gpus.empty() ? nullptr : &resolved.gpus.front();
    const Constants::BatchDefaults batch = c.batchDefaults(gpu);
    const ActivationShape s = activationShape(
        *resolved.model, resolved.formats[kOwnFormat],
        resolved.options.value(QLatin1String("maxNumSeqs")).toInteger(batch.maxNumSeqs),
        resolved.options.value(QLatin1String("maxNumBatchedTokens")).toInteger(batch.maxNumBatchedTokens));
    const double perLogit = c.activation.samplerBytesPerLogit + s.elementBytes;
    e.why = Text::tr("sampler: %1 sequences × %2 logits × %3 bytes")
                .arg(formatCount(s.maxNumSeqs, locale), formatCount(s.vocabulary, locale),
                     locale.toString(perLogit, 'g', 4));
    e.formula =
        Text::tr("activations = max(S V (%1 + b) + T H b + experts, b T (3 I/tp + 3.4 H)) + %2")
            .arg(locale.toString(c.activation.samplerBytesPerLogit, 'g', 4), gib(c.activation.fixedGiB, locale));
    e.numbers = Text::tr("S = %1, V = %2, T = %3, H = %4, I = %5, b = %6: %7 on the fullest rank")
                    .arg(formatCount(s.maxNumSeqs, locale), formatCount(s.vocabulary, locale),
                         formatCount(s.maxNumBatchedTokens, locale), formatCount(s.hidden, locale),
                         formatCount(s.intermediate, locale))
                    .arg(s.elementBytes)
                    .arg(formatSizeBoth(estimate.devices[size_t(estimate.fullest)].items[Item::Activations], locale));
    e.steps = {Text::tr("S = max_num_seqs and T = max_num_batched_tokens: %1").arg(c.defaultsSource)};
    e.sources = {c.activation.source};
}

} // namespace

Explanation explain(const Constants &c, Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                    const QLocale &locale)
{
    Explanation e;
    e.item = item;
    const Parallel &parallel = resolved.layout.parallel;
    switch (item) {
    case Item::Weights:
        explainWeights(e, c, resolved, estimate, locale);
        break;
    case Item::KvCache:
        explainKv(e, resolved, estimate, locale);
        break;
    case Item::RecurrentState:
        e.why = Text::tr("one page of state a sequence, whatever its length");
        e.formula = Text::tr("state = groups × page × sequences");
        e.numbers =
            Text::tr("%1 sequences: %2")
                .arg(formatCount(resolved.workload.sequences, locale), formatSizeBoth(estimate.total[item], locale));
        e.sources = {QStringLiteral("vllm/v1/kv_cache_interface.py, MambaSpec"), resolved.model->source};
        break;
    case Item::Activations:
        explainActivations(e, c, resolved, estimate, locale);
        break;
    case Item::Graphs:
        e.why = c.graphsInBudget ? Text::tr("inside the budget since vLLM 0.21")
                                 : Text::tr("outside the budget before vLLM 0.21");
        e.formula = Text::tr("graphs = %1 + %2 × layers + %3 × layers × width / tp / 100,000 + %4 with many experts")
                        .arg(gib(c.graphsGiB.base, locale), gib(c.graphsGiB.perLayer, locale, 4),
                             gib(c.graphsGiB.perLayerWidth, locale, 4), gib(c.graphsGiB.experts, locale));
        e.numbers = Text::tr("%1 layers over %2 stages: %3 in all")
                        .arg(resolved.model->layers())
                        .arg(parallel.pipeline)
                        .arg(formatSizeBoth(estimate.total[item], locale));
        e.sources = {c.graphsGiB.source};
        break;
    case Item::Runtime:
        e.why = parallel.tensor * parallel.pipeline > 1 ? Text::tr("CUDA context, NCCL and workspaces on every GPU")
                                                        : Text::tr("CUDA context and workspaces");
        e.formula = Text::tr(
            "runtime = CUDA context before the start (outside the budget) + memory outside PyTorch after it (inside)");
        e.numbers = Text::tr("TP %1 × PP %2: %3 in all")
                        .arg(parallel.tensor)
                        .arg(parallel.pipeline)
                        .arg(formatSizeBoth(estimate.total[item], locale));
        e.steps = {Text::tr("Outside PyTorch: %1 alone, %2 under pipeline parallel, %3 at TP 2, %4 beyond.")
                       .arg(gib(c.nonTorchGiB.single, locale), gib(c.nonTorchGiB.pipeline, locale),
                            gib(c.nonTorchGiB.tensor2, locale), gib(c.nonTorchGiB.tensor4, locale))};
        e.sources = {c.contextGiB.source, c.nonTorchGiB.source};
        break;
    case Item::Other:
        break;
    }
    return e;
}

} // namespace plimsoll::vllm
