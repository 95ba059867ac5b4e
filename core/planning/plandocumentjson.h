// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace plimsoll {

/// Reads a plimsoll.plan/1 document. Every field but `schema` may be absent; unknown fields are kept.
/// `place` names the file or line in errors; wrong types, ranges and a newer schema are errors of kind File.
Result<Plan> planFromJson(const QJsonObject &object, const QString &place);

/// The same from bytes: also says where the JSON itself is broken. Deep nesting is refused, not followed.
Result<Plan> planFromBytes(const QByteArray &json, const QString &place);

/// A plimsoll.plan/1 document: what the plan says, its unknown fields, and no field it does not say.
QJsonObject planToJson(const Plan &plan);

/// A relative path of a model in a plan is against the folder of the plan's file: makes it whole where such a file is
/// there. Ids of the catalog stay. The same for the plans that it is compared with.
void anchorModelPath(Plan &plan, const QString &folder);

} // namespace plimsoll
