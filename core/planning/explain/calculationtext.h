// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/explain/calculation.h"

namespace plimsoll {

/// A calculation for another program. Each is whole lines and ends in one line feed; the same calculation gives the
/// same bytes.

/// For a mail or a terminal: headings underlined, the waterfall in columns.
QString plainText(const Calculation &calculation);

/// CommonMark with a table of GitHub's. Nothing in the texts is taken for markup.
QString markdown(const Calculation &calculation);

/// A part of a LaTeX document (no preamble) that needs no package; symbols of the formulas are in math mode. What
/// LaTeX keeps for itself is escaped; letters beyond ASCII stay as they are (UTF-8).
QString latex(const Calculation &calculation);

} // namespace plimsoll
