// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

#include <map>

namespace plimsoll {

class ChartView;

/// A chart to assistive programs: its description says all its numbers, and each bar or point is a child with numbers
/// of its own, which can be chosen.
class AccessibleChart : public QAccessibleWidget
{
public:
    explicit AccessibleChart(ChartView *view);
    ~AccessibleChart() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;

private:
    ChartView *view() const;

    mutable std::map<int, QAccessible::Id> m_children; ///< by target
};

} // namespace plimsoll
