// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logcomparison.h"
#include "core/units/sizeformat.h"

namespace plimsoll {

/// What a table of a comparison says in its cells. Empty where there is nothing to say.

/// "CUDA0: Weights".
QString logItemText(const LogComparisonRow &row);
/// "7.651 GiB", "731,376", "59.52".
QString logValueText(double value, Measured what, SizeUnit unit, const QLocale &locale);
/// "largest of 2: 7.650 to 7.651", in that unit; empty for a single rank.
QString logRanksText(const LogComparisonRow &row, SizeUnit unit, const QLocale &locale);
/// Measured less predicted: "+0.389 GiB (+10.6 %)". What lies outside is never shown as zero.
QString logDifferenceText(const LogComparisonRow &row, SizeUnit unit, const QLocale &locale);
/// The same without the rule: "7.650 to 7.651".
QString logRangeText(const LogComparisonRow &row, SizeUnit unit, const QLocale &locale);
/// "7.610 to 7.720", in that unit.
QString logIntervalText(const LogComparisonRow &row, SizeUnit unit, const QLocale &locale);
/// "inside" or "outside".
QString logVerdictText(bool inside);
/// The same of a row; empty without a prediction.
QString logVerdictText(const LogComparisonRow &row);
/// The texts of the likely reasons, likeliest first.
QStringList logReasonTexts(const LogComparisonRow &row, const LogComparison &comparison);

} // namespace plimsoll
