// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmexplain.h"

#include "core/engines/torch/torchexplain.h"
#include "core/engines/vllm/vllmactivations.h"
#include "core/planning/parts.h"
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

void explainWeights(Explanation &e, const Constants &c, const ResolvedPlan &resolved, const Estimate &estimate,
                    const QLocale &locale)
{
    torch::explainWeights(e, resolved, estimate, locale);
    e.steps = {
        Text::tr("The vocabulary of %1 is padded to a multiple of %2.")
            .arg(formatCount(resolved.model->vocabSize, locale))
            .arg(c.vocabularyPadding),
        Text::tr("A tensor keeps the rest of its block where that is 1 MiB or less: PyTorch does not split it off."),
        Text::tr("The rotary tables for %1 positions are on every rank.")
            .arg(formatCount(resolved.model->contextLimit, locale))};
    e.sources = {c.allocatorSource, resolved.model->source};
}

void explainKv(Explanation &e, const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    torch::explainKvCache(e, resolved, estimate, locale);
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

void explainAdditions(Explanation &e, const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    QStringList names;
    for (const NamedPart &part : partsOf(resolved, estimate)) {
        if (part.item != Item::Other)
            continue;
        names.append(part.name);
        e.steps.append(Text::tr("%1: %2").arg(part.name, formatSizeBoth(part.bytes, locale)));
    }
    e.why = names.join(Text::tr(", "));
    e.formula = Text::tr("adapters: slots × Σ linear layers: rank × (inputs + outputs) × bytes; a draft: its weights");
    e.numbers = Text::tr("%1 in all, charged to the budget").arg(formatSizeBoth(estimate.total[Item::Other], locale));
    if (resolved.draft) {
        e.steps.append(
            Text::tr("The draft's layers (%1) keep a KV cache in the same pool.").arg(resolved.draft->model.layers()));
    }
    e.sources = {QStringLiteral("vllm/lora/layers, vllm/v1/spec_decode/eagle.py")};
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
        explainAdditions(e, resolved, estimate, locale);
        break;
    }
    return e;
}

} // namespace plimsoll::vllm
