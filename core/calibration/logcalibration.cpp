// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/logcalibration.h"

#include "core/calibration/calibratedplan.h"
#include "core/logs/logreasons.h"
#include "core/planning/planning.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Calibration)
};

/// Weights are arithmetic: a log that is off by more is of another model or another format.
constexpr double kMostOfWeights = 0.05;

Error refused(const QString &why)
{
    return {QStringLiteral("cannot-calibrate"),
            {},
            Text::tr("The log cannot be used for calibration: %1").arg(why),
            ErrorKind::File};
}

std::optional<size_t> placeOf(Measured what)
{
    switch (what) {
    case Measured::Activations:
    case Measured::Compute:
        return 0;
    case Measured::Graphs:
        return 1;
    case Measured::NonTorch:
        return 2;
    default:
        return std::nullopt;
    }
}

/// Why the plan is not that of the log; empty where nothing speaks against it.
QString mismatch(const LogPlan &logPlan, const LogComparison &comparison)
{
    for (const LogRemark &remark : logPlan.remarks) {
        if (remark.code == QLatin1String("second-model") || remark.code == QLatin1String("draft-not-in-plan"))
            return remark.text;
    }
    double measured = 0, predicted = 0; // over all cards: engines divide layers by what is free on each
    for (const LogComparisonRow &row : comparison.rows) {
        if (row.item == Measured::Weights && row.predicted) {
            measured += row.measured;
            predicted += *row.predicted;
        }
    }
    if (std::abs(measured - predicted) > kMostOfWeights * std::max(measured, predicted))
        return Text::tr("its weights are not those of the plan; name the model and the format that the log loads.");
    return {};
}

} // namespace

Result<CalibrationRecord> calibrationFromLog(const LogReading &reading, const LogPlan &logPlan,
                                             const ResolvedPlan &resolved, const QString &source, QDate date,
                                             qint32 start)
{
    if (resolved.gpus.empty())
        return refused(Text::tr("it names no GPU that is known; choose the GPU of the plan."));
    const QString &gpu = resolved.gpus.front().id;
    if (!std::all_of(resolved.gpus.begin(), resolved.gpus.end(), [&](const Gpu &each) { return each.id == gpu; }))
        return refused(Text::tr("its GPUs are of several kinds, and the log does not say which took what."));

    // A log that names its GPU is right about it, also where the catalog has its memory by estimate.
    if (!logPlan.carries("gpus") && otherCard(reading, resolved, start))
        return refused(Text::tr("its card has another size than the plan's; choose the GPU that it ran on."));

    const ResolvedPlan rules = withoutCalibration(resolved);
    const LogComparison comparison = compareWithLog(reading, logPlan, rules, estimate(rules), start);
    if (const QString why = mismatch(logPlan, comparison); !why.isEmpty())
        return refused(why);

    CalibrationRecord record;
    for (const LogComparisonRow &row : comparison.rows) {
        const std::optional<size_t> place = placeOf(row.item);
        // A correction of what the plan does not have would never be applied.
        if (!place || row.device == QLatin1String("host") || !row.predicted || *row.predicted <= 0)
            continue;
        const Bytes residual = Bytes::rounded(row.difference());
        // Of several cards the one that the rules miss by most: no card takes more than is then said.
        record.residuals[*place] = std::max(record.residuals[*place].value_or(residual), residual);
    }
    if (!record.hasResiduals())
        return refused(
            Text::tr("it measures no activations, CUDA graphs or memory outside PyTorch of a GPU, and weights "
                     "and KV cache need no calibration."));
    record.engine = resolved.engine->id();
    record.engineVersion = resolved.engine->versions().isEmpty() ? QString() : resolved.plan.engineVersion;
    record.preset = presetOf(*resolved.engine, resolved.options);
    record.gpu = gpu;
    record.gpus = resolved.layout.gpus / std::max(1, resolved.layout.parallel.data);
    record.tensor = resolved.layout.parallel.tensor;
    record.model = resolved.model->id;
    record.modelName = resolved.model->displayName;
    record.date = date;
    record.source = source;
    return record;
}

} // namespace plimsoll
