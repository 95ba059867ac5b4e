// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plimsoll {

class PlanPanel;

/// Gives every control of the plan its "What's this?".
void setControlHelp(PlanPanel &panel);

/// What a page of the answer is and how it is used: its "What's this?", by the page's id. Never empty.
QString pageHelp(const QString &id);

} // namespace plimsoll
