// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plimsoll {

class ComputerSection;
class PlanPanel;
class RunHereDialog;

/// Gives every control of the plan its "What's this?".
void setControlHelp(PlanPanel &panel);
/// The same for what is made later.
void setComputerHelp(ComputerSection &section);
void setRunHereHelp(RunHereDialog &dialog);

/// What a page of the answer is and how it is used: its "What's this?", by the page's id. Never empty.
QString pageHelp(const QString &id);

} // namespace plimsoll
