// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plancomparison.h"

#include "core/planning/comparisonrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanComparison)
};

bool hasName(const Pins &pins, const QString &name)
{
    return std::any_of(pins.list().begin(), pins.list().end(), [&](const PinnedPlan &pin) { return pin.name == name; });
}

QString nameOfModel(const Plan &plan)
{
    if (const auto *named = std::get_if<NamedModel>(&plan.model))
        return named->id.section(QLatin1Char('/'), -1);
    if (const auto *free = std::get_if<FreeSize>(&plan.model))
        return formatParameters(free->parameters);
    return Text::tr("A model of its own");
}

} // namespace

ComparedPlan comparedPlan(const QString &name, const Plan &plan, const PlanAnswer &answer)
{
    ComparedPlan compared;
    compared.name = name;
    compared.plan = plan;
    compared.speed = speedOf(answer.plan);
    compared.cost = costOf(answer.plan, compared.speed);
    compared.answer = std::make_shared<const PlanAnswer>(answer);
    return compared;
}

ComparedPlan comparedPlan(const QString &name, const Plan &plan, const Catalog &catalog)
{
    const Result<PlanAnswer> answer = answerPlan(plan, catalog);
    if (answer)
        return comparedPlan(name, plan, *answer);
    ComparedPlan compared;
    compared.name = name;
    compared.plan = plan;
    compared.error = answer.error();
    return compared;
}

std::vector<ComparedPlan> comparedPins(const Pins &pins, const Catalog &catalog)
{
    std::vector<ComparedPlan> plans;
    for (size_t i = 0; i < pins.size(); ++i)
        plans.push_back(comparedPlan(pinName(pins.list()[i], i), pins.list()[i].plan, catalog));
    return plans;
}

std::vector<ComparedPlan> comparedPlans(const Plan &plan, const Catalog &catalog)
{
    std::vector<ComparedPlan> plans = comparedPins(plan.pins, catalog);
    plans.insert(plans.begin(), comparedPlan(thisPlanName(), plan, catalog));
    return plans;
}

bool ComparisonRow::differs() const
{
    return std::any_of(cells.begin(), cells.end(), [](const ComparisonCell &cell) { return cell.differs; });
}

PlanComparison comparePlans(const std::vector<ComparedPlan> &plans, SizeUnit unit, const QLocale &locale)
{
    PlanComparison comparison;
    for (const ComparedPlan &plan : plans)
        comparison.names.push_back(plan.name);
    addChoiceRows(comparison.rows, plans, unit, locale);
    addResultRows(comparison.rows, plans, unit, locale);
    return comparison;
}

QString thisPlanName()
{
    return Text::tr("This plan");
}

QString pinName(const PinnedPlan &pin, size_t place)
{
    return pin.name.trimmed().isEmpty() ? Text::tr("Plan %1").arg(place + 1) : pin.name;
}

QString proposedPinName(const Plan &plan, const ResolvedPlan *resolved, const Pins &pins)
{
    const QString name =
        resolved ? Text::tr("%1 %2").arg(resolved->model->displayName, resolved->formats[size_t(kOwnFormat)].name)
                 : nameOfModel(plan);
    QString free = name;
    for (int number = 2; hasName(pins, free); ++number)
        free = Text::tr("%1 (%2)").arg(name).arg(number);
    return free;
}

} // namespace plimsoll
