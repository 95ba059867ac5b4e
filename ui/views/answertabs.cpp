// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/chartsview.h"

#include "ui/charts/chartregistry.h"
#include "ui/charts/chartview.h"
#include "ui/views/card.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace plimsoll {

ChartsView::ChartsView(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAutoHide(true); // one tab is no choice
    m_tabs->setAccessibleName(tr("Charts"));
    layout->addWidget(m_tabs);

    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_stack);
    layout->addWidget(card, 1);

    for (const ChartEntry &entry : chartRegistry()) {
        auto *view = new ChartView(entry.make(), m_stack);
        m_views.push_back(view);
        m_stack->addWidget(view);
        m_tabs->addTab(view->panel()->title());
        connect(view, &ChartView::formatChosen, this, &ChartsView::formatChosen);
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        if (m_refresh)
            m_refresh();
    });
}

void ChartsView::show(const ResolvedPlan &plan, const Estimate &estimate, const Comparison &comparison, SizeUnit unit)
{
    if (ChartView *view = current())
        view->show(plan, estimate, comparison, unit);
}

ChartView *ChartsView::current() const
{
    return qobject_cast<ChartView *>(m_stack->currentWidget());
}

} // namespace plimsoll
