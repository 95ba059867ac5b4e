// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/logs/logreading.h"
#include "core/planning/plan.h"

#include <QStringList>

namespace plimsoll {

/// Something that a reader of a comparison should know.
struct LogRemark {
    QString code; ///< "model-taken-as"
    QString text; ///< translated
};

/// The plan that a log tells of.
struct LogPlan {
    Plan plan;
    QStringList fields;   ///< those of the plan document that the log carries: "model", "parallel.tensor"
    QString printedModel; ///< as the log names it; may be empty
    bool knowsModel = false;
    qint64 gpusOfLayout = 1; ///< tensor x pipeline x data
    std::vector<LogRemark> remarks;

    bool carries(const char *field) const { return fields.contains(QLatin1String(field)); }
};

/// The plan of one start of the engine, the last by default; what the log does not say keeps its default.
LogPlan planOfLog(const LogReading &reading, const Catalog &catalog, qint32 start = -1);

} // namespace plimsoll
