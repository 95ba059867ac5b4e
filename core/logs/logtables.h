// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logcomparison.h"
#include "core/units/sizeformat.h"

namespace plimsoll {

/// The table for a document in Markdown.
QString comparisonMarkdown(const LogComparison &comparison, SizeUnit unit, const QLocale &locale);
/// The table as CSV (RFC 4180, decimal points whatever the locale), a line a row and one for each of its ranks.
QString comparisonCsv(const LogComparison &comparison, SizeUnit unit);

} // namespace plimsoll
