// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/sweepchart.h"

namespace plimsoll {

/// Memory over context length. Choosing a point chooses its context.
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

    void choose(int target) override
    {
        if (isTarget(target))
            Q_EMIT contextChosen(input().points[size_t(target)].x);
    }

protected:
    SweepInput inputFrom(const ChartValues &values) const override { return contextSweep(values); }
};

/// Memory over the users at once. Choosing a point chooses their number.
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

    void choose(int target) override
    {
        if (isTarget(target))
            Q_EMIT sequencesChosen(input().points[size_t(target)].x);
    }

protected:
    SweepInput inputFrom(const ChartValues &values) const override { return sequencesSweep(values); }
};

} // namespace plimsoll
