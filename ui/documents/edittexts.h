// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/plan.h"

#include <QJsonValue>
#include <QString>

namespace plimsoll {

/// What a change is called in "Undo" and in the history: what it changes and to what, in the language of the person.

QString editModelText(const ModelChoice &model, const Catalog &catalog);
QString editWeightsText(const QString &format, const Catalog &catalog);
QString editKvCacheText(const QString &keys, const QString &values, const Catalog &catalog);
QString editContextText(qint64 tokens);
QString editUsersText(qint64 sequences);
QString editRequestsText(const Requests &requests);
QString editEngineText(const QString &id, const QString &version, const Catalog &catalog);
/// Null: back to its default.
QString editOptionText(const QString &key, const QJsonValue &value);
QString editGpuText(const QString &id, const Catalog &catalog);
QString editGpuCountText(int count);
QString editLayoutText(const Parallel &parallel);
QString editReserveText(Bytes reserve);
/// The models that run beside the plan's.
QString editBesideText(const std::vector<Plan> &plans, const Catalog &catalog);

} // namespace plimsoll
