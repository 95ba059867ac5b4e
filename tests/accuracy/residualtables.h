// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/accuracy/observations.h"

#include <QJsonObject>

namespace accuracy {

/// The table "residuals" of an engine: one record a version range and kind of architecture, and one of all kinds.
///
/// A residual is (measured - estimated) / uncertain of one distinct configuration. The half-width of the 90 %
/// interval is the residual of rank 0.9 (n + 1) of n, interpolated, so that a further deployment lies inside with 90 %
/// probability. With fewer than ten configurations of a kind all kinds of the range are pooled and the half-width
/// is widened by a quarter; with fewer than ten of a range all ranges are pooled and it is widened by half.
QJsonObject residualTable(const std::vector<Total> &totals, const QString &engine);

/// What the interval is worth: each configuration against a table made without any of its model's.
struct Coverage {
    int configurations = 0;
    double covered = 0;      ///< share
    double medianWidth = 0;  ///< of the whole interval, GiB
    double percentile90 = 0; ///< of the measured error, GiB
};
/// `range` empty: of all ranges together.
Coverage leaveOneModelOut(const std::vector<Total> &totals, const QString &engine, const QString &range);

} // namespace accuracy
