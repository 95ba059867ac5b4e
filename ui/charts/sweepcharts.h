// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/sweepchart.h"

namespace plimsoll {

/// Memory over context length. Choosing a point, or moving the plan's own, chooses its context.
class ContextChart : public SweepChart
{
    Q_OBJECT
public:
    explicit ContextChart(QObject *parent = nullptr)
        : SweepChart(parent)
    {
    }

    QString id() const override { return QStringLiteral("context"); }
    QString title() const override { return name(); }
    static QString name() { return tr("Context"); }

protected:
    QString hint() const override
    {
        return tr("Drag the marked point, or press Shift+Left or Shift+Right, to change the context.");
    }
    SweepQuestion question(const ChartValues &values) const override { return contextQuestion(values); }
    SweepInput inputFrom(const SweepCurve &curve, const ChartValues &values, AxisEnds keep) const override
    {
        return contextInput(curve, values, keep);
    }
    void say(qint64 value) override { Q_EMIT contextChosen(value); }
};

/// Memory over the users at once. Choosing a point, or moving the plan's own, chooses their number.
class UsersChart : public SweepChart
{
    Q_OBJECT
public:
    explicit UsersChart(QObject *parent = nullptr)
        : SweepChart(parent)
    {
    }

    QString id() const override { return QStringLiteral("users"); }
    QString title() const override { return name(); }
    static QString name() { return tr("Users"); }

protected:
    QString hint() const override
    {
        return tr("Drag the marked point, or press Shift+Left or Shift+Right, to change the users.");
    }
    SweepQuestion question(const ChartValues &values) const override { return sequencesQuestion(values); }
    SweepInput inputFrom(const SweepCurve &curve, const ChartValues &values, AxisEnds keep) const override
    {
        return sequencesInput(curve, values, keep);
    }
    void say(qint64 value) override { Q_EMIT sequencesChosen(value); }
};

/// Memory over the size of a model. Choosing a point, or moving the plan's own, plans with a model of that size alone.
class ParametersChart : public SweepChart
{
    Q_OBJECT
public:
    explicit ParametersChart(QObject *parent = nullptr)
        : SweepChart(parent)
    {
    }

    QString id() const override { return QStringLiteral("parameters"); }
    QString title() const override { return name(); }
    static QString name() { return tr("Size"); }

protected:
    QString hint() const override
    {
        return tr("Drag the marked point, or press Shift+Left or Shift+Right, to plan with a model of another size.");
    }
    SweepQuestion question(const ChartValues &values) const override { return parametersQuestion(values); }
    SweepInput inputFrom(const SweepCurve &curve, const ChartValues &values, AxisEnds keep) const override
    {
        return parametersInput(curve, values, keep);
    }
    void say(qint64 value) override { Q_EMIT parametersChosen(value); }
};

} // namespace plimsoll
