// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sentences.h"

#include "core/calibration/calibratedplan.h"
#include "core/engines/enginerules.h"
#include "core/planning/limits.h"
#include "core/sources/modelsource.h"
#include "core/units/quantity.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

QString neighbourTooLarge(const Neighbours &neighbours)
{
    QStringList names;
    for (const Neighbour &each : neighbours.all) {
        if (!each.fits)
            names.append(each.name);
    }
    return Text::tr("What runs beside it does not fit itself: %1.").arg(names.join(QLatin1String(", ")));
}

} // namespace

QString gpuListText(const ResolvedPlan &resolved)
{
    QStringList parts;
    for (size_t i = 0; i < resolved.gpus.size(); ++i)
        parts.append(QStringLiteral("%1 × %2").arg(resolved.plan.gpus[i].count).arg(resolved.gpus[i].name));
    return parts.join(QLatin1String(" + "));
}

QString joinedSentences(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty())
            text = text.isEmpty() ? sentence : Text::tr("%1 %2", "a sentence behind another").arg(text, sentence);
    }
    return text;
}

QString verdictSentence(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit, const QLocale &locale)
{
    if (!estimate.hasGpus)
        return Text::tr("Needs %1; choose a GPU to see whether it fits")
            .arg(formatSize(estimate.total.total(), unit, locale));
    const QString gpus = gpuListText(resolved);
    const bool several = resolved.layout.gpus > 1;
    if (estimate.fits) {
        const QString room = formatSize(estimate.headroom, unit, locale);
        if (estimate.certainty == Certainty::WithinError)
            return several ? Text::tr("Fits on %1, but within the error: %2 to spare on each").arg(gpus, room)
                           : Text::tr("Fits on %1, but within the error: %2 to spare").arg(gpus, room);
        return several ? Text::tr("Fits on %1 with %2 to spare on each").arg(gpus, room)
                       : Text::tr("Fits on %1 with %2 to spare").arg(gpus, room);
    }
    const QString missing = formatSize(Bytes() - estimate.headroom, unit, locale);
    return several ? Text::tr("Does not fit on %1: %2 missing on the fullest").arg(gpus, missing)
                   : Text::tr("Does not fit on %1: %2 missing").arg(gpus, missing);
}

QString totalSentence(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit, const QLocale &locale)
{
    const QString total = formatSize(estimate.total.total(), unit, locale);
    const QString interval = intervalText(resolved, estimate, unit, locale);
    return interval.isEmpty() ? Text::tr("%1 in all.").arg(total) : Text::tr("%1 in all (%2).").arg(total, interval);
}

QString intervalText(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit, const QLocale &locale)
{
    const QString basis = intervalBasis(resolved);
    if (basis.isEmpty() || estimate.low == estimate.high)
        return {};
    return Text::tr("%1 to %2, 9 of 10 times: %3")
        .arg(formatSize(estimate.low, unit, locale), formatSize(estimate.high, unit, locale), basis);
}

QString nextStepSentence(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                         const QLocale &locale)
{
    if (!estimate.hasGpus)
        return {};
    if (estimate.fits) {
        if (resolved.memoryIsDivisible)
            return {};
        const qint64 most = mostSequences(resolved, kMaxSequences);
        if (most <= resolved.workload.sequences)
            return Text::tr("No room for another user at this context.");
        return (resolved.workload.averageContext > 0 ? Text::tr("Up to %1 users with requests like these.")
                                                     : Text::tr("Up to %1 users at this context."))
            .arg(formatCount(most, locale));
    }
    QStringList steps;
    const QString &gpu = resolved.gpus.front().name;
    if (estimate.gpusNeeded > 0)
        steps.append(Text::tr("Fits on %1 × %2.").arg(estimate.gpusNeeded).arg(gpu));
    for (qint32 f = 0; f < kComparisonFormats; ++f) {
        const bool smaller = comparison.entries[size_t(f)].items[Item::Weights] < estimate.total[Item::Weights];
        if (smaller && comparison.entries[size_t(f)].fits) {
            steps.append(Text::tr("Fits on these GPUs with %1 weights.").arg(resolved.formats[size_t(f)].name));
            break;
        }
    }
    if (steps.isEmpty())
        return Text::tr("No number of this GPU carries it; choose a larger GPU or a smaller format.");
    return joinedSentences(steps);
}

QString intervalBasis(const ResolvedPlan &resolved)
{
    const QString basis = resolved.engine->interval(resolved).basis;
    if (basis.isEmpty() || !resolved.warnings.test(size_t(Warning::Calibrated)))
        return basis;
    return Text::tr("%1; around your calibration, as wide as without it").arg(basis);
}

std::vector<WarningText> warningTexts(const ResolvedPlan &resolved, const Estimate &estimate)
{
    std::vector<WarningText> texts;
    const auto add = [&](Warning warning, const char *code, const QString &text) {
        if (estimate.warnings.test(size_t(warning)))
            texts.push_back({QLatin1String(code), text});
    };
    const QLocale c = QLocale::c();
    add(Warning::BeyondModelContext, "beyond-model-context",
        Text::tr("The context of %1 tokens is beyond the model's limit of %2.")
            .arg(formatCount(resolved.workload.contextLength, c), formatCount(resolved.model->contextLimit, c)));
    add(Warning::AssumedShape, "assumed-shape",
        Text::tr("Only the size of this model is known: layers and heads are those of %1, so the KV cache is typical, "
                 "not exact.")
            .arg(resolved.model->source));
    add(Warning::NoEngineKvFormat, "kv-format-unusual",
        Text::tr("%1 does not document this KV cache format.").arg(resolved.engine->name()));
    add(Warning::EngineVersionNewer, "engine-version-newer",
        Text::tr("%1 %2 is newer than the newest known version; the rules of %3 are used.")
            .arg(resolved.engine->name(), resolved.plan.engineVersion,
                 resolved.engine->versionName(resolved.engineVersion)));
    add(Warning::EngineVersionOlder, "engine-version-older",
        Text::tr("%1 %2 is older than the oldest known build; the rules of %3 are used.")
            .arg(resolved.engine->name(), resolved.plan.engineVersion,
                 resolved.engine->versionName(resolved.engineVersion)));
    const QString hardlyMeasured = resolved.engine->hardlyMeasured(resolved.engineVersion, resolved.options);
    add(Warning::FewMeasurements, "few-measurements",
        !hardlyMeasured.isEmpty()
            ? Text::tr("Almost no measured deployment with %1 stands behind the answer: sizes of weights and cache are "
                       "arithmetic, the rest is a model that was hardly tested.")
                  .arg(hardlyMeasured)
            : Text::tr("Almost no measured deployment of this kind of model stands behind the answer."));
    add(Warning::GpuMemoryEstimated, "gpu-memory-estimated",
        Text::tr("The usable memory of the GPU is estimated from its size, not measured."));
    add(Warning::SharedMemory, "shared-memory",
        Text::tr("The GPU shares its memory with the system; the system's default limit is assumed."));
    add(Warning::ShareNotFree, "share-not-free",
        Text::tr(
            "%1 starts only where its whole share of the card is free, and what is reserved reaches into it: lower "
            "gpuMemoryUtilization.")
            .arg(resolved.engine->name()));
    add(Warning::SharedGpu, "shared-gpu",
        Text::tr("%n other model(s) compute on the same GPUs: speeds are those of this one alone.", nullptr,
                 int(resolved.neighbours.all.size())));
    add(Warning::SharedOnSome, "shared-on-some",
        Text::tr("What runs beside it on some of the GPUs is counted on every one."));
    add(Warning::NeighbourTooLarge, "neighbour-too-large", neighbourTooLarge(resolved.neighbours));
    add(Warning::UserCatalog, "user-catalog", Text::tr("Records of your own catalog are in use."));
    add(Warning::Calibrated, "calibrated", calibrationSentence(resolved));
    add(Warning::MtpNotLoaded, "mtp-not-loaded",
        Text::tr("The multi-token-prediction module (%1 parameters) is not counted: engines load it only for "
                 "speculative decoding.")
            .arg(formatParameters(resolved.parameters.mtp, c)));
    add(Warning::VisionIncluded, "vision-included",
        Text::tr("The vision encoder (%1 parameters) is counted with the weights.")
            .arg(formatParameters(resolved.parameters.vision, c)));
    add(Warning::WeightsFormatUnusual, "weights-format-unusual",
        Text::tr("%1 loads GGUF formats only experimentally; sizes are those of the file.")
            .arg(resolved.engine->name()));
    for (qsizetype i = 0; i < resolved.modelNotes.size(); ++i)
        texts.push_back({noteCode(resolved.modelIsKnown, i), resolved.modelNotes[i]});
    return texts;
}

QString calibrationSentence(const ResolvedPlan &resolved)
{
    const QString names = calibrationNames(resolved);
    return names.isEmpty() ? names : Text::tr("Calibrated with your log of %1.").arg(names);
}

QString itemName(Item item)
{
    switch (item) {
    case Item::Weights:
        return Text::tr("Weights");
    case Item::KvCache:
        return Text::tr("KV cache");
    case Item::RecurrentState:
        return Text::tr("Recurrent state");
    case Item::Activations:
        return Text::tr("Activations");
    case Item::Graphs:
        return Text::tr("CUDA graphs");
    case Item::Runtime:
        return Text::tr("Runtime");
    case Item::Other:
        return Text::tr("Overhead");
    }
    return {};
}

QStringList itemLines(const ItemBytes &items, SizeUnit unit, const QLocale &locale)
{
    QStringList lines;
    for (int i = kItemCount - 1; i >= 0; --i) {
        const Bytes size = items[Item(i)];
        if (size > Bytes())
            lines << Text::tr("%1: %2").arg(itemName(Item(i)), formatSize(size, unit, locale));
    }
    return lines;
}

const char *itemKey(Item item)
{
    static constexpr std::array<const char *, kItemCount> keys = {"weights", "kvCache", "recurrentState", "activations",
                                                                  "graphs",  "runtime", "other"};
    return keys[size_t(item)];
}

QString planTitle(const ResolvedPlan &resolved, const QLocale &locale)
{
    QString engine = resolved.engine->name();
    if (!resolved.engineVersion.isEmpty())
        engine += QLatin1Char(' ') + shortVersionName(*resolved.engine, resolved.engineVersion);
    QString title = resolved.memoryIsDivisible
                        ? Text::tr("%1, %2").arg(resolved.model->displayName, engine)
                        : Text::tr("%1, %2 × %3 tokens, %4")
                              .arg(resolved.model->displayName, formatCount(resolved.workload.sequences, locale),
                                   formatCount(resolved.workload.contextLength, locale), engine);
    if (!resolved.gpus.empty())
        title += Text::tr(" on %1").arg(gpuListText(resolved));
    return title;
}

} // namespace plimsoll
