// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweepcurve.h"

#include "ui/charts/chartpanel.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SweepCharts)
};

using Stopped = CurveKeeper<SweepCurve>::Stopped;

} // namespace

SweepQuestion contextQuestion(const ChartValues &values)
{
    SweepQuestion question;
    question.key = {values.plan.plan, values.plan.model, nullptr};
    question.key.rest.contextLength.reset();
    question.work = [plan = values.plan](const Stopped &stopped) { return contextCurve(plan, stopped); };
    return question;
}

SweepQuestion sequencesQuestion(const ChartValues &values)
{
    SweepQuestion question;
    question.key = {values.plan.plan, values.plan.model, nullptr};
    question.key.rest.sequences.reset();
    question.work = [plan = values.plan](const Stopped &stopped) { return sequencesCurve(plan, stopped); };
    return question;
}

SweepQuestion parametersQuestion(const ChartValues &values)
{
    SweepQuestion question;
    if (!values.catalog) {
        question.work = [](const Stopped &) {
            SweepCurve curve;
            curve.error = Text::tr("Other models are looked up in the catalog, and there is none.");
            return curve;
        };
        return question;
    }
    const Catalog catalog = *values.catalog;
    const Plan plan = sizePlan(values.plan, catalog);
    question.key = {plan, nullptr, std::make_shared<const Catalog>(catalog)};
    question.work = [plan, catalog](const Stopped &stopped) { return parametersCurve(plan, catalog, stopped); };
    return question;
}

} // namespace plimsoll
