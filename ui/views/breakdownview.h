// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"
#include "ui/theme.h"
#include "ui/views/card.h"

#include <QFont>

#include <array>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

class BreakdownModel;

/// The table of where the memory goes, which is also the legend of the charts. A row opens to its
/// formula, the formula with the plan's numbers, and their sources.
class BreakdownView : public Card
{
    Q_OBJECT
public:
    explicit BreakdownView(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const ResolvedPlan &plan, const Estimate &estimate, const Comparison &comparison, SizeUnit unit);

    QTreeView *tree() const { return m_tree; }
    BreakdownModel *model() const { return m_model; }

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();
    void fitColumns();
    void dropColumns();
    void spanLines(const QModelIndex &parent, int first, int last);

    QTreeView *m_tree = nullptr;
    BreakdownModel *m_model = nullptr;
    std::optional<Theme> m_theme; ///< that it has the colours of
    QFont m_font;
    bool m_hasGpus = true;
    std::array<int, 4> m_widths{}; ///< of the columns before the last, which takes what is left
};

} // namespace plimsoll
