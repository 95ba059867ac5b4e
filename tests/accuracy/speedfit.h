// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/accuracy/speedrows.h"

#include <QJsonObject>

#include <vector>

namespace accuracy {

/// A row's quantities, and how the law that was fitted without its model (servers) or GPU (llama.cpp) judges it.
struct JudgedRow {
    const SpeedRow *row = nullptr;
    QString law;               ///< "llama.cpp, CUDA": rows that are fitted together
    std::vector<double> terms; ///< decode or prompt terms
    double estimated = 0;      ///< seconds, left out
    double fitted = 0;         ///< seconds, by the law that is shipped
    double roofline = 0;       ///< seconds: the larger of bytes / bandwidth and FLOPs / peak

    double speedRatio() const { return estimated / row->measured; } ///< measured speed over estimated speed
};

/// The laws of all engines, fitted, and every row judged.
struct SpeedFit {
    std::vector<JudgedRow> rows;
    std::vector<JudgedRow> heldOut; ///< by the laws that are shipped
    QJsonObject constants;          ///< the content of resources/catalog/speed.json
};

/// Least absolute relative errors with non-negative costs, held to what they are expected to be by a small penalty on
/// relative departure: what the rows of a law do not show stays there. A law of few rows is held to the one of
/// many: CUDA, ROCm, Vulkan and Metal to all rows of llama.cpp, servers on GeForce to servers on HBM.
SpeedFit fitSpeed(const SpeedRows &rows);

/// Factors on an estimated speed between which 90 % of the measured ones lie: the 5th and 95th percentile of what the
/// rows of a law show, widened about their middle until each model (or GPU) left out of them is covered as often by
/// the others. Laws of fewer than four of those take the rows of all laws of their engines.
struct Interval {
    double below = 0, above = 0;
};
Interval intervalOf(const std::vector<const JudgedRow *> &rows);

/// The share of rows within the interval that the rows of other models (or GPUs) give; each of those counts as the root
/// of its rows, as in the fit.
double coverageOf(const std::vector<const JudgedRow *> &rows, double widening);
/// By how much intervalOf() widens.
double wideningOf(const std::vector<const JudgedRow *> &rows);

/// The rows that the interval of a law rests on.
std::vector<const JudgedRow *> intervalRows(const SpeedFit &fit, const QString &law, bool prompts);

/// The value below which that share of the values lies.
double quantile(std::vector<double> values, double share);

} // namespace accuracy
