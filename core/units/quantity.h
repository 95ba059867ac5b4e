// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/units/bytes.h"

namespace plimsoll {

/// Numbers that people type, read in one place. Each error names `field` and says what was expected.
/// ASCII digits only; spaces, no-break spaces and underscores group digits; a suffix is case-insensitive.

/// A parameter count: "13e9", "13B", "0.5b", "500M", "13 000 000 000", "1.5t". 1 to 10^15.
Result<qint64> parseParameters(const QString &text, const QString &field);

/// A number of tokens: "8192", "128k" (k = 1024), "1M" (1024 x 1024). 1 to 2^40.
Result<qint64> parseTokens(const QString &text, const QString &field);

/// A whole number in [low, high]: sequences, GPU counts.
Result<qint64> parseInteger(const QString &text, const QString &field, qint64 low, qint64 high);

/// A memory size: "80 GiB", "80GB", "512 MiB", "1e9", "1073741824" (bytes). Zero or more.
Result<Bytes> parseSize(const QString &text, const QString &field);

/// A finite number in [low, high], C-locale: "0.9".
Result<double> parseNumber(const QString &text, const QString &field, double low, double high);

/// Limits of what a plan may ask for; the readers of documents use the same.
inline constexpr qint64 kMaxParameters = 1'000'000'000'000'000;
inline constexpr qint64 kMaxTokens = qint64(1) << 40;
inline constexpr qint64 kMaxSequences = 1'000'000;
inline constexpr qint64 kMaxGpus = 1024;

} // namespace plimsoll
