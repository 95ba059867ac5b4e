// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"
#include "ui/whatfits/latestanswer.h"
#include "ui/whatfits/limitstable.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

class ElidedLabel;

/// The reverse questions about the plan and what one step would change, kept up while the plan changes. A row that is
/// chosen becomes the plan.
class LimitsView : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsView(const Catalog &catalog, QWidget *parent = nullptr);
    ~LimitsView() override;

    using QWidget::show;
    void show(const ChartValues &values);

    QTreeView *list() const { return m_list; }
    LimitsTable *table() const { return m_table; }
    bool isRunning() const { return m_answer.isRunning(); }

Q_SIGNALS:
    /// A person chose a row; `name` says which.
    void planChosen(const plimsoll::Plan &plan, const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitRows();
    void applyTheme();

    struct CatalogCopy;

    std::unique_ptr<CatalogCopy> m_catalog;
    LimitsTable *m_table;
    QTreeView *m_list;
    ElidedLabel *m_status;
    LatestAnswer<std::vector<LimitRow>> m_answer;
};

} // namespace plimsoll
