// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planning.h"

namespace plimsoll::test {

/// The plan, resolved; a plan that has no answer ends the test with the reason.
inline ResolvedPlan resolvedPlan(const Plan &plan, const Catalog &catalog)
{
    Result<ResolvedPlan> result = resolve(plan, catalog);
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
    return std::move(result).value();
}

/// One kind of GPU under an engine such as "vllm@0.19".
inline Plan planOn(const char *model, const char *engine, const char *gpu, int gpus)
{
    Plan plan;
    plan.model = NamedModel{QString::fromLatin1(model)};
    plan.engine = QString::fromLatin1(engine).section(QLatin1Char('@'), 0, 0);
    plan.engineVersion = QString::fromLatin1(engine).section(QLatin1Char('@'), 1, 1);
    plan.gpus = {{QString::fromLatin1(gpu), gpus}};
    return plan;
}

} // namespace plimsoll::test
