// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logreasons.h"

#include "core/engines/enginerules.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogReasons)
};

constexpr double kMostOfCard = 0.01; ///< by which cards of one kind differ

using enum Measured;

/// What a fact about a log can shift.
enum Shifts : unsigned {
    OfWeights = 1,
    OfPool = 2, ///< and tokens and concurrency, which follow from it
    OfActivations = 4,
    OfGraphs = 8,
    OfNonTorch = 16,
    OfHostWeights = 32,
    OfRest = OfGraphs | OfNonTorch,
    OfAll = 63,
};

unsigned shiftsOf(const LogComparisonRow &row)
{
    switch (row.item) {
    case Weights:
        return row.device == QLatin1String("host") ? OfWeights | OfHostWeights : OfWeights;
    case Graphs:
        return OfGraphs;
    case KvCache:
    case KvTokens:
    case Concurrency:
    case StateCache:
        return OfPool;
    case Activations:
    case Compute:
        return OfActivations;
    default:
        return OfNonTorch;
    }
}

struct Fact {
    const char *code;
    unsigned shifts;
    QString text;
};

/// What is known of a log that its figures may follow from, the likeliest first.
class Facts
{
public:
    Facts(const LogReading &reading, const LogPlan &logPlan, const ResolvedPlan &resolved, const Estimate &estimate,
          qint32 start)
        : m_reading(reading)
        , m_logPlan(logPlan)
        , m_resolved(resolved)
        , m_estimate(estimate)
        , m_start(start < 0 ? reading.starts - 1 : start)
    {
    }

    std::vector<Fact> all()
    {
        cards();
        models();
        options();
        versions();
        measurements();
        return std::move(m_facts);
    }

private:
    void add(const char *code, unsigned shifts, const QString &text) { m_facts.push_back({code, shifts, text}); }
    bool remarked(const char *code) const
    {
        return std::any_of(m_logPlan.remarks.begin(), m_logPlan.remarks.end(),
                           [&](const LogRemark &each) { return each.code == QLatin1String(code); });
    }
    Bytes largest(Measured what) const
    {
        Bytes most;
        for (const LogFigure &figure : m_reading.figuresOf(what, m_start))
            most = std::max(most, figure.bytes);
        return most;
    }

    void cards()
    {
        if (!m_estimate.hasGpus || m_resolved.gpus.empty())
            return;
        const Bytes total = largest(TotalMemory), free = largest(FreeMemory), usable = m_resolved.gpus.front().usable;
        const auto gib = [](Bytes size) { return formatSize(size, SizeUnit::GiB); };
        if (otherCard(m_reading, m_resolved, m_start)) {
            add("other-gpu-memory", OfPool | OfActivations,
                Text::tr("The log's card has %1, the plan's %2: is it another GPU?").arg(gib(total), gib(usable)));
        }
        const Bytes before = largest(FreeBeforeLoad) + largest(Distributed);
        const Bytes taken = total.count() > 0 && free.count() > 0 ? total - free
                            : before.count() > 0                  ? usable - before
                                                                  : Bytes();
        if (taken > Bytes::fromGiB(1.5))
            add("gpu-shared", OfPool | OfRest,
                Text::tr("%1 of the card were taken before the engine started: by other processes or its context.")
                    .arg(gib(taken)));
    }

    void models()
    {
        if (remarked("model-taken-as"))
            add("model-taken-as", OfWeights | OfPool, {});
        if (remarked("draft-not-in-plan"))
            add("draft-not-in-plan", OfAll, {});
        if (remarked("projector"))
            add("projector", OfActivations, {});
        const QString quantization = m_reading.setting("quantization", m_start).value_or(QString());
        if (!quantization.isEmpty() && m_resolved.plan.engine != QLatin1String("llama.cpp")
            && !m_logPlan.carries("weights") && !m_resolved.nativeName.contains(quantization, Qt::CaseInsensitive))
            add("quantized", OfWeights | OfPool,
                Text::tr(
                    "The log says quantization %1; the plan has the weights in %2. Name the format with --weights.")
                    .arg(quantization, m_resolved.nativeName));
    }

    void options()
    {
        // Versions that print what was typed print only that: what is not there has its default.
        if (m_resolved.plan.engine == QLatin1String("vllm") && !m_reading.setting("arguments", m_start)) {
            if (!m_logPlan.carries("engine.options.gpuMemoryUtilization"))
                add("utilization-assumed", OfPool,
                    Text::tr("The log does not print the utilization: the default is assumed."));
            if (!m_logPlan.carries("engine.options.maxNumSeqs"))
                add("sequences-assumed", OfActivations | OfPool | OfGraphs,
                    Text::tr("The log does not print max_num_seqs, on which activations and graphs depend: the default "
                             "is assumed."));
        }
        if (m_resolved.plan.engine == QLatin1String("sglang") && !m_logPlan.carries("engine.options.memFractionStatic"))
            add("fraction-assumed", OfPool,
                Text::tr("The log does not print mem_fraction_static: the default is assumed."));
        if (const auto most = m_reading.setting("maxTotalTokens", m_start))
            add("pool-capped", OfPool, Text::tr("max_total_tokens ends the pool at %1 tokens.").arg(*most));
        if (m_reading.engine == QLatin1String("ollama") && m_logPlan.carries("engine.options.gpuLayers"))
            add("ollama-split", OfAll,
                Text::tr("Ollama chose which layers lie on the GPU; llama.cpp moves the output layer first."));
        const bool mapped = std::any_of(m_reading.figures.begin(), m_reading.figures.end(), [&](const LogFigure &each) {
            return each.start == m_start && each.rank.startsWith(QLatin1String("CPU_Mapped"));
        });
        if (mapped)
            add("mapped-file", OfHostWeights,
                Text::tr("CPU_Mapped is the mapped file: what was copied to a GPU is in it as well."));
    }

    void versions()
    {
        const auto warns = [&](Warning warning) { return m_estimate.warnings.test(size_t(warning)); };
        if (warns(Warning::EngineVersionNewer))
            add("version-newer", OfAll, Text::tr("The engine is newer than the rules that are known."));
        if (warns(Warning::EngineVersionOlder))
            add("version-older", OfAll, Text::tr("The engine is older than the rules that are known."));
        if (remarked("version-not-printed"))
            add("version-not-printed", OfAll, {});
    }

    void measurements()
    {
        if (m_estimate.warnings.test(size_t(Warning::FewMeasurements)))
            add("few-measurements", OfAll,
                Text::tr("Almost no measured deployment stands behind this engine and kind of model."));
        if (m_estimate.warnings.test(size_t(Warning::GpuMemoryEstimated)))
            add("gpu-memory-estimated", OfPool, Text::tr("The memory of this GPU is estimated, not measured."));
    }

    const LogReading &m_reading;
    const LogPlan &m_logPlan;
    const ResolvedPlan &m_resolved;
    const Estimate &m_estimate;
    const qint32 m_start;
    std::vector<Fact> m_facts;
};

void addRemark(LogComparison &comparison, const char *code, const QString &text)
{
    const bool there = std::any_of(comparison.remarks.begin(), comparison.remarks.end(),
                                   [&](const LogRemark &each) { return each.code == QLatin1String(code); });
    if (!there)
        comparison.remarks.push_back({QLatin1String(code), text});
}

} // namespace

std::optional<Bytes> otherCard(const LogReading &reading, const ResolvedPlan &resolved, qint32 start)
{
    if (resolved.gpus.empty())
        return std::nullopt;
    Bytes total;
    for (const LogFigure &figure : reading.figuresOf(TotalMemory, start < 0 ? reading.starts - 1 : start))
        total = std::max(total, figure.bytes);
    const double card = total.gibibytes(), usable = resolved.gpus.front().usable.gibibytes();
    const bool differs = card > 0 && usable > 0 && std::abs(card - usable) > kMostOfCard * usable;
    return differs ? std::optional(total) : std::nullopt;
}

void giveReasons(const LogReading &reading, const LogPlan &logPlan, const ResolvedPlan &resolved,
                 const Estimate &estimate, LogComparison &comparison, qint32 start)
{
    const std::vector<Fact> facts = Facts(reading, logPlan, resolved, estimate, start).all();
    for (LogComparisonRow &row : comparison.rows) {
        if (!row.predicted || row.inside())
            continue;
        if (row.item == Graphs && row.measured < 0) {
            row.reasons.append(QStringLiteral("negative-graphs"));
            addRemark(comparison, "negative-graphs",
                      Text::tr("The figure of the graphs is a difference of free memory, while PyTorch gave some back: "
                               "it says nothing."));
            continue;
        }
        for (const Fact &fact : facts) {
            if (!(fact.shifts & shiftsOf(row)))
                continue;
            row.reasons.append(QLatin1String(fact.code));
            addRemark(comparison, fact.code, fact.text);
        }
        if (!row.reasons.isEmpty())
            continue;
        row.reasons.append(QStringLiteral("unexplained"));
        addRemark(comparison, "unexplained", Text::tr("Nothing in the log explains it: the estimate is wrong here."));
    }
}

} // namespace plimsoll
