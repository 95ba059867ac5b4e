// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thiscomputer/computerchoice.h"

#include "ui/plandocument.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComputerChoice)
};

} // namespace

bool knowKind(PlanDocument &document, const GpuKind &kind)
{
    if (!kind.record || document.catalog().gpu(kind.id, {}))
        return false;
    Catalog catalog = document.catalog();
    if (takeInto(catalog, kind))
        return false;
    document.setCatalog(catalog);
    return true;
}

void planWithKind(PlanDocument &document, const GpuKind &kind, bool onlyWhatIsFree)
{
    Plan plan = document.plan();
    if (plan.gpus != std::vector{GpuChoice{kind.id, kind.planCount()}})
        plan.parallel.reset();
    plan.gpus = {{kind.id, kind.planCount()}};
    plan.reserve = onlyWhatIsFree ? takenNow(kind, document.catalog()) : Bytes();
    document.setPlan(plan, Text::tr("Plan with %1").arg(kindText(kind)));
}

QString kindText(const GpuKind &kind)
{
    return Text::tr("%1 \u00d7 %2").arg(kind.planCount()).arg(kind.name);
}

} // namespace plimsoll
