// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/lognotes.h"

#include "core/catalog/catalog.h"
#include "core/logs/logfacts.h"
#include "core/planning/sentences.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogNotes)
};

QString whyNoPrediction(const LogAnswer &answer)
{
    switch (answer.missing) {
    case LogMissing::ModelNotNamed:
        return Text::tr("No prediction: the log does not name its model. Choose it in the window and take it below.");
    case LogMissing::ModelUnknown:
        return Text::tr(
                   "No prediction: %1 is not in the catalog. Choose the model in the window, as a file, a folder or "
                   "an address, and take it below.")
            .arg(answer.log.printedModel);
    case LogMissing::GpuUnknown:
        return Text::tr(
            "No prediction: the log runs on several GPUs and names none that is known. Choose the GPU in the "
            "window and take it below.");
    case LogMissing::NoEstimate:
        return Text::tr("No prediction: the plan of the log has no estimate. %1").arg(answer.refusal.text);
    case LogMissing::Nothing:
        break;
    }
    return {};
}

/// What an engine says that found too little room.
QString whyItFailed(const LogReading &reading, qint32 start)
{
    const auto size = [&](Measured what) {
        const auto figures = reading.figuresOf(what, start);
        return figures.empty() ? QString() : formatSmallSize(figures.front().bytes, QLocale());
    };
    const QString needed = size(Measured::NeededKv), there = size(Measured::AvailableKv);
    if (needed.isEmpty())
        return {};
    QString text = there.isEmpty()
                       ? Text::tr("This start failed: the KV cache needs %1.").arg(needed)
                       : Text::tr("This start failed: the KV cache needs %1, and %2 was there.").arg(needed, there);
    const auto longest = reading.figuresOf(Measured::LongestContext, start);
    if (!longest.empty())
        text += QLatin1Char(' ')
                + Text::tr("The longest context that fits is %1 tokens.")
                      .arg(formatCount(qint64(longest.front().number), QLocale()));
    return text;
}

} // namespace

QString logSummary(const LogAnswer &answer)
{
    if (!answer.answer)
        return whyNoPrediction(answer);
    const std::vector<LogComparisonRow> &rows = answer.comparison.rows;
    const auto predicted =
        std::count_if(rows.begin(), rows.end(), [](const LogComparisonRow &row) { return row.predicted.has_value(); });
    const auto inside =
        std::count_if(rows.begin(), rows.end(), [](const LogComparisonRow &row) { return row.inside(); });
    if (predicted == 0)
        return Text::tr("Nothing in the log can be compared with %1.").arg(planTitle(answer.answer->plan, QLocale()));
    return Text::tr("%1 of %n prediction(s) hold the measured value in their 90 % interval.", nullptr, int(predicted))
        .arg(inside);
}

QStringList logNotes(const LogReading &reading, const LogAnswer &answer)
{
    QStringList notes;
    if (const QString failed = whyItFailed(reading, answer.start); !failed.isEmpty())
        notes.append(failed);
    if (answer.answer && answer.plan.gpus.empty() && answer.gaps.gpus)
        notes.append(Text::tr("The log names no GPU that is known, so the KV cache has no prediction."));
    if (reading.dryRun)
        notes.append(Text::tr("A dry run: weights and KV cache were not allocated and are left out."));
    if (reading.tooMany)
        notes.append(Text::tr("There are more figures in the log than are kept; the rest was left out."));
    for (const LogRemark &remark : answer.log.remarks) {
        const std::vector<LogComparisonRow> &rows = answer.comparison.rows;
        const bool isReason = std::any_of(
            rows.begin(), rows.end(), [&](const LogComparisonRow &row) { return row.reasons.contains(remark.code); });
        if (!isReason && !remark.text.isEmpty())
            notes.append(remark.text);
    }
    return notes;
}

QString nothingToCompare(const QString &name, const LogReading &reading)
{
    const QString what =
        reading.engine.isEmpty()
            ? Text::tr("No line of a known engine is in %1: %n line(s) were read.", nullptr, int(reading.lines))
                  .arg(name)
            : Text::tr("%1 wrote %2, and no memory figure is in it.").arg(engineOfLog(reading), name);
    return Text::tr("%1 Give the log from the engine's start until it serves, of vLLM, SGLang, llama.cpp, Ollama or "
                    "TensorRT-LLM.")
        .arg(what);
}

QString modelName(const Plan &plan, const Catalog &catalog)
{
    if (const auto *size = std::get_if<FreeSize>(&plan.model))
        return Text::tr("%1 parameters").arg(formatParameters(size->parameters, QLocale()));
    const auto *named = std::get_if<NamedModel>(&plan.model);
    if (!named)
        return Text::tr("its own architecture");
    const auto &models = catalog.models();
    const auto entry =
        std::find_if(models.begin(), models.end(), [&](const CatalogEntry &each) { return each.id == named->id; });
    return entry == models.end() ? named->id : entry->name;
}

QString gpuName(const Plan &plan, const Catalog &catalog)
{
    if (plan.gpus.empty())
        return Text::tr("it has none");
    const auto &gpus = catalog.gpus();
    const auto entry = std::find_if(gpus.begin(), gpus.end(),
                                    [&](const CatalogEntry &each) { return each.id == plan.gpus.front().id; });
    return entry == gpus.end() ? plan.gpus.front().id : entry->name;
}

} // namespace plimsoll
