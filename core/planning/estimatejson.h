// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/answerextras.h"
#include "core/planning/resolvedplan.h"

#include <QJsonObject>

namespace plimsoll {

/// The plimsoll.estimate/1 document of docs/schema/estimate-1.schema.json.
QJsonObject estimateToJson(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                           const AnswerExtras &extras);

/// The plimsoll.model/1 document that `inspect --json` prints.
QJsonObject modelToJson(const ModelArchitecture &model);

} // namespace plimsoll
