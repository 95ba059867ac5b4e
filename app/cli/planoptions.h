// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <QStringList>

#include <optional>

namespace plimsoll {

class CommandLine;

/// Adds every option that makes a plan.
void addPlanOptions(CommandLine &line);

/// A plan and where its parts come from, so that an error names what the person typed or the file they named.
struct TypedPlan {
    Plan plan;
    QString file;           ///< of --plan; empty without
    QStringList typedParts; ///< parts of the plan document that options have set ("model", "gpus", ...)

    /// The same error with the option in place of the document's field, or the file before it.
    Error placed(const Error &error) const;
};

/// --plan FILE, changed by the other options.
Result<TypedPlan> planFromOptions(const CommandLine &line);
/// The same of the plan in `file`, whatever --plan says.
Result<TypedPlan> planFromOptions(const CommandLine &line, const std::optional<QString> &file);

/// A plan document in a file ("-" is standard input).
Result<Plan> readPlanFile(const QString &path);

} // namespace plimsoll
