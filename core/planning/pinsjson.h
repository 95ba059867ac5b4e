// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/jsonfields.h"
#include "core/planning/pins.h"

#include <QJsonArray>

namespace plimsoll {

/// Takes the field "compare" of a plan document: a list of {"name", "plan"}, each plan a document of its own. What a
/// pinned plan is itself compared with is not read, only kept. A mistake names the entry ("compare[1].plan.gpus").
Pins takePins(JsonFields &fields, const QString &place, std::optional<Error> &error);

QJsonArray pinsToJson(const Pins &pins);

} // namespace plimsoll
