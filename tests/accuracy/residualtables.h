// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/accuracy/observations.h"

#include <QJsonObject>

namespace accuracy {

/// The table "residuals" of an engine: one record a version range and kind of architecture.
///
/// Of every item a share is uncertain: its errors over its sizes. A residual is |measured - estimated| of a total over
/// the sum of those shares; the rows of one distinct configuration weigh as much as one. The half-width of the 90 %
/// interval is the residual of rank 0.9 (n + 1) of n, so that a further deployment lies inside with 90 % probability
/// whatever the distribution is. What is pooled where rows are few: see widthOf().
///
/// Engines whose rows name the architectures behind them have a record of the others, too: see widthOfUnmeasured().
QJsonObject residualTable(const Measurements &measurements, const QString &engine);

/// What the interval is worth when a table is made without some of the rows that it is tested with.
struct Coverage {
    int configurations = 0;
    int withErrors = 0;       ///< of those, estimated otherwise than measured
    double covered = 0;       ///< share of all
    double coveredErrors = 0; ///< share of those with errors
    double medianWidth = 0;   ///< of the whole interval, GiB
    double percentile90 = 0;  ///< of the measured error, GiB
};
enum class LeftOut { Model, Family };
/// `range` empty: of all ranges together. A model whose whole family is left out has the interval of architectures
/// that were not measured, where the engine has one.
Coverage coverageOf(const Measurements &measurements, const QString &engine, const QString &range, LeftOut leftOut);

} // namespace accuracy
