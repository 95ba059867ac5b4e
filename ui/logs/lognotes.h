// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/loganswer.h"

#include <QStringList>

namespace plimsoll {

/// The outcome in a sentence: how many predictions hold, or why there is none and what to do.
QString logSummary(const LogAnswer &answer);

/// What a reader should know besides, a sentence each.
QStringList logNotes(const LogReading &reading, const LogAnswer &answer);

/// Why a log has nothing to compare, which engine wrote it, and what to do.
QString nothingToCompare(const QString &name, const LogReading &reading);

/// What a plan calls its model, its first GPU; "none" where it has no GPU.
QString modelName(const Plan &plan, const Catalog &catalog);
QString gpuName(const Plan &plan, const Catalog &catalog);

} // namespace plimsoll
