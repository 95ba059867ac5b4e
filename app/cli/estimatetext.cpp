// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimatetext.h"

#include "app/cli/texttable.h"
#include "core/engines/enginerules.h"
#include "core/planning/explanation.h"
#include "core/planning/loading.h"
#include "core/planning/qualitytext.h"
#include "core/planning/sentences.h"
#include "core/planning/speed/speedtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EstimateText)
};

const QLatin1Char kLineEnd('\n');

QString percent(Bytes part, Bytes whole)
{
    const double share = whole.count() == 0 ? 0 : 100.0 * double(part.count()) / double(whole.count());
    return QString::number(share, 'f', 1) + QLatin1String(" %");
}

QString breakdown(const Estimate &estimate, SizeUnit unit)
{
    const Bytes whole = estimate.total.total();
    const DeviceEstimate &fullest = estimate.devices[size_t(estimate.fullest)];
    const bool several = estimate.deviceClasses > 1;
    const auto row = [&](const QString &name, Bytes each, Bytes all) {
        QStringList cells{name};
        if (estimate.hasGpus)
            cells << formatSize(each, unit);
        return cells << formatSize(all, unit) << percent(all, whole);
    };
    TextTable table({1, 2, 3});
    QStringList head{QString()};
    if (estimate.hasGpus)
        head << (several ? Text::tr("fullest GPU") : Text::tr("per GPU"));
    table.addRow(head << Text::tr("all") << Text::tr("share"));
    for (int i = 0; i < kItemCount; ++i) {
        const Item item = Item(i);
        if (estimate.total[item].count() != 0)
            table.addRow(row(itemName(item), fullest.items[item], estimate.total[item]));
    }
    table.addRule();
    table.addRow(row(Text::tr("Total"), fullest.items.total(), whole));
    return table.text(2);
}

QString neighbourLines(const Neighbours &neighbours, SizeUnit unit)
{
    QString text;
    for (const Neighbour &each : neighbours.all) {
        text += Text::tr("Beside it: %1 on %2 takes %3 of %n GPU(s)", nullptr, each.gpus)
                    .arg(each.name, each.engine, formatSize(each.taken, unit))
                + kLineEnd;
    }
    return text;
}

QString loadingLine(const LoadingNeeds &needs, SizeUnit unit)
{
    const QString disk = formatSize(needs.disk, unit);
    const QString text =
        needs.host
            ? Text::tr("To load: %1 on disk, %2 of the computer's memory").arg(disk, formatSize(*needs.host, unit))
            : Text::tr("To load: %1 on disk").arg(disk);
    return text + kLineEnd;
}

QString kvCacheLines(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit)
{
    QString text = Text::tr("KV cache: %1 bytes a token").arg(formatCount(estimate.kvBytesPerToken.count()));
    if (estimate.poolTokens > 0) {
        text += Text::tr("; the engine sets aside %1 for %2 tokens, %3 sequences of this length at once")
                    .arg(formatSize(estimate.poolBytes, unit), formatCount(estimate.poolTokens),
                         QString::number(estimate.maxConcurrency, 'f', 2));
    }
    if (const Workload &w = resolved.workload; w.averageContext > 0) {
        text += kLineEnd
                + Text::tr("It is sized by what is in use: %1 of up to %2 tokens a sequence on average.")
                      .arg(formatCount(std::min(w.averageContext, w.contextLength)), formatCount(w.contextLength));
    }
    return text + kLineEnd;
}

QString comparisonTable(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison)
{
    static constexpr std::array<const char *, kComparisonFormats> names = {"FP32", "FP16", "INT8", "INT4"};
    const auto meanings = resolved.engine->comparisonFormats();
    TextTable table({4});
    QStringList head{QString(), Text::tr("Precision"), Text::tr("stored as"), Text::tr("total")};
    if (estimate.hasGpus)
        head << Text::tr("GPUs") << Text::tr("fits");
    table.addRow(head);
    for (qint32 i = 0; i < comparison.count; ++i) {
        const ComparisonEntry &entry = comparison.entries[size_t(i)];
        const Format &own = resolved.formats[size_t(kOwnFormat)];
        const bool isOneOfFour = i < kComparisonFormats;
        QStringList row{i == comparison.chosen ? QStringLiteral("*") : QString(),
                        isOneOfFour ? QString::fromLatin1(names[size_t(i)]) : own.name,
                        isOneOfFour ? meanings[size_t(i)].as : own.name, formatSizeBoth(entry.items.total())};
        if (estimate.hasGpus) {
            row << (entry.gpusNeeded > 0 ? QString::number(entry.gpusNeeded) : Text::tr("none"))
                << (entry.fits ? Text::tr("yes") : Text::tr("no"));
        }
        table.addRow(row);
    }
    return table.text(0);
}

QString explanationText(const Explanation &explanation)
{
    QString text = explanation.title + kLineEnd;
    QStringList lines{explanation.formula, explanation.numbers};
    lines += explanation.steps;
    for (const QString &source : explanation.sources)
        lines << Text::tr("Source: %1").arg(source);
    for (const QString &line : std::as_const(lines)) {
        if (!line.isEmpty())
            text += QLatin1String("  ") + line + kLineEnd;
    }
    return text;
}

} // namespace

QString estimateText(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                     const AnswerExtras &extras, SizeUnit unit, bool explainAll)
{
    QString text = verdictSentence(resolved, estimate, unit) + kLineEnd;
    if (const QString next = nextStepSentence(resolved, estimate, comparison); !next.isEmpty())
        text += next + kLineEnd;
    text += kLineEnd + planTitle(resolved) + kLineEnd;
    text += Text::tr("Total: %1").arg(formatSizeBoth(estimate.total.total())) + kLineEnd;
    if (const QString basis = intervalBasis(resolved); !basis.isEmpty()) {
        text += Text::tr("90 % interval: %1 to %2 (%3)")
                    .arg(formatSize(estimate.low, unit), formatSize(estimate.high, unit), basis)
                + kLineEnd;
    }
    if (const QString sentence = calibrationSentence(resolved); !sentence.isEmpty())
        text += sentence + kLineEnd;
    text += kLineEnd;
    text += breakdown(estimate, unit) + kLineEnd;
    if (!resolved.memoryIsDivisible) // the rule of thumb counts no cache
        text += kvCacheLines(resolved, estimate, unit) + kLineEnd;
    if (const QString speed = speedLines(resolved, speedOf(resolved)); !speed.isEmpty())
        text += speed;
    text += costLine(extras.cost);
    for (const QString &line : qualityDetails(extras.quality))
        text += Text::tr("Quality of %1: %2").arg(resolved.formats[kOwnFormat].name, line) + kLineEnd;
    text += neighbourLines(resolved.neighbours, unit);
    text += loadingLine(loadingNeeds(resolved, estimate), unit) + kLineEnd;
    text += comparisonTable(resolved, estimate, comparison) + kLineEnd;
    if (explainAll) {
        for (const Explanation &each : explain(resolved, estimate))
            text += explanationText(each);
    } else {
        text += explanationText(explainRuleOfThumb(resolved, estimate));
    }
    for (const WarningText &warning : warningTexts(resolved, estimate)) {
        if (warning.code != QLatin1String("calibrated")) // it stands above
            text += kLineEnd + Text::tr("Warning: %1").arg(warning.text) + kLineEnd;
    }
    return text;
}

} // namespace plimsoll
