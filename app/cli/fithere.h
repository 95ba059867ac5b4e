// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

namespace plimsoll {

class CommandLine;
struct TypedPlan;

/// The reverse question about this computer, "what can I run here?".
inline constexpr QLatin1String kHereQuestion("here");

/// The options that only this question takes.
void addHereOptions(CommandLine &line);

/// Answers it for the plan's GPUs, or where it has none for those of this computer with the memory that is free now.
/// `language`: of what drivers are reported to say. The exit status.
int answerHere(const CommandLine &line, const TypedPlan &typed, bool asJson, const QString &language);

} // namespace plimsoll
