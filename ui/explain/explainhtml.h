// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/explain/calculation.h"
#include "ui/theme.h"

#include <QString>

namespace plimsoll {

/// A calculation as a page of rich text. Its headings are anchors of the keys of the waterfall's steps.
QString explainHtml(const Calculation &calculation, Theme theme);

} // namespace plimsoll
