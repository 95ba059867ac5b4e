// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/fitjson.h"

#include "core/calibration/calibratedplan.h"
#include "core/calibration/calibrationjson.h"
#include "core/planning/fit/fitquestions.h"
#include "core/planning/fit/fitwords.h"
#include "core/planning/limits.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/planning.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Fit)
};

const QLocale kC = QLocale::c();

/// One question, asked of one plan.
class Questioner
{
public:
    Questioner(const Plan &plan, const Catalog &catalog)
        : m_plan(plan)
        , m_catalog(catalog)
    {
    }

    std::optional<Error> maxContext()
    {
        const Result<ResolvedPlan> resolved = onGpus();
        if (!resolved)
            return resolved.error();
        const qint64 tokens = longestContext(*resolved, kMaxTokens);
        if (tokens == 0)
            return none(tooFull(*resolved));
        const qint64 limit = resolved->model->contextLimit;
        m_plan.contextLength = tokens;
        answer(QJsonObject{{QStringLiteral("contextLength"), tokens},
                           {QStringLiteral("modelLimit"), limit > 0 ? QJsonValue(limit) : QJsonValue()}},
               limit > 0 && tokens > limit ? Text::tr("Memory carries %1 tokens a sequence; the model is made for %2.")
                                                 .arg(formatCount(tokens, kC), formatCount(limit, kC))
                                           : Text::tr("Up to %1 tokens a sequence.").arg(formatCount(tokens, kC)));
        return std::nullopt;
    }

    std::optional<Error> maxSequences()
    {
        const Result<ResolvedPlan> resolved = onGpus();
        if (!resolved)
            return resolved.error();
        const qint64 sequences = mostSequences(*resolved, kMaxSequences);
        if (sequences == 0)
            return none(tooFull(*resolved));
        m_plan.sequences = sequences;
        answer(QJsonObject{{QStringLiteral("sequences"), sequences}},
               Text::tr("Up to %1 sequences of %2 tokens at once.")
                   .arg(formatCount(sequences, kC), formatCount(resolved->workload.contextLength, kC)));
        return std::nullopt;
    }

    std::optional<Error> minGpus()
    {
        // Of the plan's first kind; how many it has now is what the question is about.
        if (m_plan.gpus.empty())
            return noGpus();
        m_plan.gpus = {{m_plan.gpus.front().id, 1}};
        m_plan.parallel.reset();
        const Result<ResolvedPlan> resolved = resolve(m_plan, m_catalog);
        if (!resolved)
            return resolved.error();
        const std::optional<GpuCountAnswer> fewest = fewestGpus(*resolved);
        if (!fewest)
            return none(Text::tr("No legal number of %1 carries this plan.").arg(resolved->gpus.front().name));
        m_plan.gpus.front().count = fewest->count;
        if (!resolved->memoryIsDivisible)
            m_plan.parallel = fewest->parallel;
        answer(QJsonObject{{QStringLiteral("count"), fewest->count},
                           {QStringLiteral("parallel"), layoutJson(fewest->parallel)}},
               Text::tr("%1 × %2, %3.")
                   .arg(fewest->count)
                   .arg(resolved->gpus.front().name, layoutWords(fewest->parallel)));
        return std::nullopt;
    }

    std::optional<Error> bestFormat()
    {
        if (m_plan.gpus.empty())
            return noGpus();
        const auto best = plimsoll::bestFormat(m_plan, m_catalog);
        if (!best)
            return best.error();
        if (!*best)
            return none(Text::tr("No format that the engine loads fits these GPUs."));
        const FormatFit &fit = **best;
        m_plan.weights = fit.format;
        answer(QJsonObject{{QStringLiteral("format"), fit.format},
                           {QStringLiteral("headroomBytes"), fit.headroom.count()}},
               Text::tr("%1, with %2 to spare.").arg(nameOf(fit.format), formatSize(fit.headroom, SizeUnit::GiB, kC)));
        return std::nullopt;
    }

    std::optional<Error> bestLayout()
    {
        if (m_plan.gpus.empty())
            return noGpus();
        const auto layouts = legalLayouts(m_plan, m_catalog);
        if (!layouts)
            return layouts.error();
        if (layouts->empty() || !layouts->front().fits)
            return none(Text::tr("No legal layout of these GPUs carries this plan."));
        const LayoutFit &best = layouts->front();
        m_plan.parallel = best.parallel;
        answer(QJsonObject{{QStringLiteral("parallel"), layoutJson(best.parallel)},
                           {QStringLiteral("headroomBytes"), best.headroom.count()}},
               Text::tr("%1, with %2 to spare on the fullest GPU.")
                   .arg(layoutWords(best.parallel), formatSize(best.headroom, SizeUnit::GiB, kC)));
        return std::nullopt;
    }

    std::optional<Error> fastestLayout()
    {
        if (m_plan.gpus.empty())
            return noGpus();
        const auto layouts = legalLayouts(m_plan, m_catalog);
        if (!layouts)
            return layouts.error();
        const LayoutFit *fastest = nullptr;
        for (const LayoutFit &each : *layouts) {
            const bool known = each.fits && each.decodeTokensPerSecondTotal > 0;
            if (known && (!fastest || each.decodeTokensPerSecondTotal > fastest->decodeTokensPerSecondTotal))
                fastest = &each;
        }
        if (!fastest)
            return none(Text::tr("No legal layout of these GPUs carries this plan at a speed that is known."));
        m_plan.parallel = fastest->parallel;
        answer(QJsonObject{{QStringLiteral("parallel"), layoutJson(fastest->parallel)},
                           {QStringLiteral("headroomBytes"), fastest->headroom.count()},
                           {QStringLiteral("decodeTokensPerSecondTotal"), fastest->decodeTokensPerSecondTotal}},
               Text::tr("%1, %2 tokens/s in all, with %3 to spare on the fullest GPU.")
                   .arg(layoutWords(fastest->parallel), kC.toString(fastest->decodeTokensPerSecondTotal, 'f', 0),
                        formatSize(fastest->headroom, SizeUnit::GiB, kC)));
        return std::nullopt;
    }

    std::optional<Error> smallestGpu()
    {
        const auto found = plimsoll::smallestGpu(m_plan, m_catalog);
        if (!found)
            return found.error();
        if (!*found)
            return none(Text::tr("No single GPU of the catalog carries this plan."));
        const GpuFit &fit = **found;
        m_plan.gpus = {{fit.gpu, 1}};
        m_plan.parallel.reset();
        answer(gpuJson(fit),
               Text::tr("%1, with %2 to spare.").arg(fit.name, formatSize(fit.headroom, SizeUnit::GiB, kC)));
        return std::nullopt;
    }

    std::optional<Error> largestModel()
    {
        if (m_plan.gpus.empty())
            return noGpus();
        const auto found = plimsoll::largestModel(m_plan, m_catalog);
        if (!found)
            return found.error();
        if (!*found)
            return none(Text::tr("No model of the catalog fits these GPUs."));
        const ModelFit &fit = **found;
        m_plan.model = NamedModel{fit.model};
        answer(QJsonObject{{QStringLiteral("model"), fit.model},
                           {QStringLiteral("parameters"), fit.parameters},
                           {QStringLiteral("headroomBytes"), fit.headroom.count()}},
               Text::tr("%1 (%2 parameters), with %3 to spare.")
                   .arg(fit.name, formatParameters(fit.parameters, kC), formatSize(fit.headroom, SizeUnit::GiB, kC)));
        return std::nullopt;
    }

    std::optional<Error> formats()
    {
        if (m_plan.gpus.empty())
            return noGpus();
        const auto all = fitOfFormats(m_plan, m_catalog);
        if (!all)
            return all.error();
        QJsonArray list;
        QStringList lines;
        for (const FormatFit &fit : *all) {
            list.append(QJsonObject{{QStringLiteral("format"), fit.format},
                                    {QStringLiteral("fits"), fit.fits},
                                    {QStringLiteral("headroomBytes"), fit.headroom.count()},
                                    {QStringLiteral("gpusNeeded"), countOrNull(fit.gpusNeeded)}});
            lines << Text::tr("%1: %2, %3")
                         .arg(nameOf(fit.format), formatSize(fit.total, SizeUnit::GiB, kC),
                              fit.fits ? Text::tr("fits, %1 to spare").arg(formatSize(fit.headroom, SizeUnit::GiB, kC))
                                       : Text::tr("does not fit"));
        }
        answer(list, lines.join(QLatin1Char('\n')));
        return std::nullopt;
    }

    std::optional<Error> models()
    {
        if (m_plan.gpus.empty())
            return noGpus();
        const auto all = fitOfModels(m_plan, m_catalog);
        if (!all)
            return all.error();
        QJsonArray list;
        QStringList lines;
        for (const ModelFit &fit : *all) {
            const bool hasSpeed = fit.decodeTokensPerSecond >= 0;
            list.append(QJsonObject{{QStringLiteral("model"), fit.model},
                                    {QStringLiteral("parameters"), fit.parameters},
                                    {QStringLiteral("fits"), fit.fits},
                                    {QStringLiteral("headroomBytes"), fit.headroom.count()},
                                    {QStringLiteral("decodeTokensPerSecond"),
                                     hasSpeed ? QJsonValue(fit.decodeTokensPerSecond) : QJsonValue()}});
            if (!fit.fits)
                continue;
            QString line =
                Text::tr("%1 (%2 parameters), %3 to spare")
                    .arg(fit.name, formatParameters(fit.parameters, kC), formatSize(fit.headroom, SizeUnit::GiB, kC));
            if (hasSpeed)
                line += speedText(fit.decodeTokensPerSecond, fit.speedIsBound);
            lines << line;
        }
        if (lines.isEmpty())
            return none(Text::tr("No model of the catalog fits these GPUs."));
        answer(list, lines.join(QLatin1Char('\n')));
        return std::nullopt;
    }

    std::optional<Error> gpus()
    {
        const auto all = fitOfGpus(m_plan, m_catalog);
        if (!all)
            return all.error();
        QJsonArray list;
        QStringList lines;
        for (const GpuFit &fit : *all) {
            list.append(gpuJson(fit));
            if (!fit.fits)
                continue;
            QString line = Text::tr("%1 × %2, %3 to spare")
                               .arg(fit.count)
                               .arg(fit.name, formatSize(fit.headroom, SizeUnit::GiB, kC));
            if (fit.decodeTokensPerSecond >= 0)
                line += speedText(fit.decodeTokensPerSecond, fit.speedIsBound);
            if (fit.pricePerHour >= 0)
                line += Text::tr(", $%1 an hour (%2, indicative)")
                            .arg(kC.toString(fit.pricePerHour, 'f', 2), fit.priceAsOf);
            lines << line;
        }
        if (lines.isEmpty())
            return none(Text::tr("No GPU of the catalog carries this plan in any number."));
        answer(list, lines.join(QLatin1Char('\n')));
        return std::nullopt;
    }

    Result<FitAnswer> finish(const QString &question)
    {
        m_answer.document.insert(QStringLiteral("schema"), QStringLiteral("plimsoll.fit/1"));
        m_answer.document.insert(QStringLiteral("question"), question);
        m_answer.document.insert(QStringLiteral("plan"), planToJson(m_plan));
        m_answer.plan = m_plan;
        nameCalibration();
        return std::move(m_answer);
    }

private:
    /// An answer over GPUs, layouts and models may rest on every record of the plan's engine and version.
    void nameCalibration()
    {
        if (!m_catalog.calibration())
            return;
        Plan bare = m_plan;
        bare.gpus.clear();
        bare.parallel.reset();
        const Result<ResolvedPlan> resolved = resolve(bare, m_catalog);
        if (!resolved || resolved->calibration.empty())
            return;
        QJsonArray records;
        QStringList names;
        for (const auto &record : resolved->calibration) {
            records.append(recordToJson(*record));
            names << recordTitle(*record, m_catalog);
        }
        m_answer.document.insert(QStringLiteral("calibration"), records);
        m_answer.sentence +=
            QLatin1Char('\n') + Text::tr("Your calibration is on: %1.").arg(names.join(QLatin1String(", ")));
    }
    static Error noGpus()
    {
        return {QStringLiteral("no-gpus"), QStringLiteral("gpus"),
                Text::tr("gpus: name the GPUs that the question is about"), ErrorKind::Typed};
    }
    Result<ResolvedPlan> onGpus() const
    {
        if (m_plan.gpus.empty())
            return noGpus();
        return resolve(m_plan, m_catalog);
    }
    QString nameOf(const QString &format) const
    {
        const Format *known = m_catalog.findFormat(format);
        return known ? known->name : format;
    }
    static QString tooFull(const ResolvedPlan &resolved)
    {
        const Estimate least = estimate(resolved);
        const ItemBytes &items = least.devices[size_t(least.fullest)].items;
        return Text::tr(
                   "The weights (%1 a GPU) and what the engine takes beside them leave no room for a single token.")
            .arg(formatSize(items[Item::Weights], SizeUnit::GiB, kC));
    }
    void answer(const QJsonValue &value, const QString &sentence)
    {
        m_answer.document.insert(QStringLiteral("answer"), value);
        m_answer.sentence = sentence;
        m_answer.answered = true;
    }
    std::optional<Error> none(const QString &reason)
    {
        m_answer.document.insert(QStringLiteral("answer"), QJsonValue());
        m_answer.document.insert(QStringLiteral("reason"), reason);
        m_answer.sentence = reason;
        return std::nullopt;
    }

    Plan m_plan;
    const Catalog &m_catalog;
    FitAnswer m_answer;
};

struct NamedQuestion {
    const char *name;
    std::optional<Error> (Questioner::*ask)();
};
constexpr NamedQuestion kQuestions[] = {
    {"max-context", &Questioner::maxContext},
    {"max-sequences", &Questioner::maxSequences},
    {"min-gpus", &Questioner::minGpus},
    {"best-format", &Questioner::bestFormat},
    {"best-layout", &Questioner::bestLayout},
    {"fastest-layout", &Questioner::fastestLayout},
    {"smallest-gpu", &Questioner::smallestGpu},
    {"largest-model", &Questioner::largestModel},
    {"formats", &Questioner::formats},
    {"gpus", &Questioner::gpus},
    {"models", &Questioner::models},
};

} // namespace

QStringList fitQuestions()
{
    QStringList names;
    for (const NamedQuestion &each : kQuestions)
        names.append(QLatin1String(each.name));
    return names;
}

Result<FitAnswer> answerQuestion(const QString &question, const Plan &plan, const Catalog &catalog)
{
    for (const NamedQuestion &each : kQuestions) {
        if (question != QLatin1String(each.name))
            continue;
        Questioner questioner(plan, catalog);
        if (const auto error = (questioner.*each.ask)())
            return *error;
        return questioner.finish(question);
    }
    return Error{
        QStringLiteral("unknown-question"), QStringLiteral("question"),
        Text::tr("\"%1\" is not a question; there are %2").arg(question, fitQuestions().join(QLatin1String(", "))),
        ErrorKind::Typed};
}

} // namespace plimsoll
