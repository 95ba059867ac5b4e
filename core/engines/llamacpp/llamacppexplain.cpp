// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacppexplain.h"

#include "core/engines/llamacpp/llamacppcache.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

namespace plimsoll::llamacpp {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LlamaCppExplain)
};

QString cellsStep(const StepSpec &step, const QLocale &locale)
{
    return step.streams > 1
               ? Text::tr("%1 cells for each of %2 sequences, a multiple of 256")
                     .arg(formatCount(step.cells, locale), formatCount(step.streams, locale))
               : Text::tr("%1 cells for all sequences, a multiple of 256").arg(formatCount(step.cells, locale));
}

void explainWeights(Explanation &e, const Constants &c, const ResolvedPlan &resolved, const Estimate &estimate,
                    const QLocale &locale)
{
    const Format &format = resolved.formats[kOwnFormat];
    const ParameterCounts &counts = resolved.parameters;
    e.why = Text::tr("%1 parameters in %2, without the embedding, which stays in the computer's memory")
                .arg(formatCount(counts.text, locale), format.name);
    if (resolved.model->tiedEmbeddings)
        e.why = Text::tr("%1 parameters in %2; the embedding is also the head and lies on the GPU a second time")
                    .arg(formatCount(counts.text, locale), format.name);
    e.formula = Text::tr("weights = Σ tensors of the layers there, each padded to 128 bytes");
    e.numbers = Text::tr("%1 on GPUs, %2 in the computer's memory")
                    .arg(formatSizeBoth(estimate.total[Item::Weights], locale),
                         formatSizeBoth(estimate.host[Item::Weights], locale));
    e.sources = {c.weightsSource, resolved.model->source};
}

void explainCache(Explanation &e, const Constants &c, const Options &options, const ResolvedPlan &resolved,
                  const Estimate &estimate, const QLocale &locale)
{
    const StepSpec step = stepOf(options, resolved.workload, 0);
    e.why = Text::tr("%1 a token × %2 cells")
                .arg(formatSmallSize(estimate.kvBytesPerToken, locale), formatCount(step.cells * step.streams, locale));
    e.formula = Text::tr("KV cache = Σ layers: streams × cells × (KV heads × head_dim) × (bytes of K + bytes of V)");
    e.numbers = Text::tr("%1 on GPUs, %2 in the computer's memory")
                    .arg(formatSizeBoth(estimate.total[Item::KvCache], locale),
                         formatSizeBoth(estimate.host[Item::KvCache], locale));
    e.steps = {cellsStep(step, locale),
               Text::tr("Layers with a sliding window keep the window and one step of %1 tokens.")
                   .arg(formatCount(step.tokens, locale))};
    e.sources = {c.cacheSource};
}

void explainCompute(Explanation &e, const Constants &c, const Options &options, const ResolvedPlan &resolved,
                    const Estimate &estimate, const QLocale &locale)
{
    const StepSpec step = stepOf(options, resolved.workload, 0);
    e.why = Text::tr("one step of %1 tokens; rows of logits: %2")
                .arg(formatCount(step.tokens, locale), formatCount(step.outputs, locale));
    e.formula = Text::tr("compute buffer = highest address when the step's graph is laid out by best fit");
    e.numbers = Text::tr("%1 on GPUs, %2 in the computer's memory")
                    .arg(formatSizeBoth(estimate.total[Item::Activations], locale),
                         formatSizeBoth(estimate.host[Item::Activations], locale));
    e.steps = {
        options.flashAttention
            ? Text::tr("Flash attention is on: the mask has 16 bits for every cell and token.")
            : Text::tr("Flash attention is off: every head keeps its scores, 32 bits for every cell and token.")};
    const Preset &preset = c.presetOf(resolved.options);
    if (!preset.isMeasured)
        e.steps += Text::tr("The defaults are those of %1, with which nothing was measured.").arg(preset.name);
    if (!options.graph.reservesCopies)
        e.steps += Text::tr("F16 copies of a quantised cache are taken from CUDA's pool and counted here.");
    e.sources = {c.graphSource, c.rulesOf(resolved.engineVersion).source};
    if (!preset.isMeasured)
        e.sources += preset.source;
}

} // namespace

Explanation explain(const Constants &constants, const Options &options, Item item, const ResolvedPlan &resolved,
                    const Estimate &estimate, const QLocale &locale)
{
    Explanation e;
    e.item = item;
    switch (item) {
    case Item::Weights:
        explainWeights(e, constants, resolved, estimate, locale);
        break;
    case Item::KvCache:
        explainCache(e, constants, options, resolved, estimate, locale);
        break;
    case Item::RecurrentState:
        e.why = Text::tr("32 bits a number for %1 sequences, whatever the context")
                    .arg(formatCount(resolved.workload.sequences, locale));
        e.formula = Text::tr("state = Σ recurrent layers × sequences × 4 × (convolution + state)");
        e.numbers = formatSizeBoth(estimate.total[item], locale);
        e.sources = {constants.cacheSource};
        break;
    case Item::Activations:
        explainCompute(e, constants, options, resolved, estimate, locale);
        break;
    case Item::Runtime:
        e.why = Text::tr("CUDA's context and cuBLAS's workspace, outside of what llama.cpp reports");
        e.formula = Text::tr("runtime = context of the card + workspace");
        e.numbers = formatSizeBoth(estimate.total[item], locale);
        e.sources = {constants.contextSource};
        break;
    case Item::Graphs:
    case Item::Other:
        break;
    }
    return e;
}

} // namespace plimsoll::llamacpp
