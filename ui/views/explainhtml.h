// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"
#include "ui/theme.h"

#include <QString>

namespace plimsoll {

/// The whole calculation as a page of rich text: the rule of thumb first and how far off it is, then every item
/// with its formula, the plan's numbers and where they are from, then the sum against what the GPUs hold.
QString explainHtml(const ChartValues &values, Theme theme);

} // namespace plimsoll
