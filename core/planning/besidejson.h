// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/jsonfields.h"
#include "core/planning/plan.h"

#include <QJsonArray>

namespace plimsoll {

/// Takes the field "beside" of a plan document: a list of plan documents. A mistake names the entry
/// ("beside[1].gpus").
std::vector<Plan> takeBeside(JsonFields &fields, const QString &place, std::optional<Error> &error);

QJsonArray besideToJson(const std::vector<Plan> &plans);

} // namespace plimsoll
