// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// Tells Qt what charts and pickers are to assistive programs. Before the first window.
void installAccessibility();

} // namespace plimsoll
