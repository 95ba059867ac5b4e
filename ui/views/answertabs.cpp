// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/answertabs.h"

#include "ui/charts/chartregistry.h"
#include "ui/charts/chartview.h"
#include "ui/views/card.h"
#include "ui/views/explainview.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace plimsoll {

AnswerTabs::AnswerTabs(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setFocusPolicy(Qt::StrongFocus);
    m_bar->setAccessibleName(tr("What is shown of the answer"));
    layout->addWidget(m_bar);

    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_stack);
    layout->addWidget(card, 1);

    addCharts();
    m_explanation = new ExplainView(m_stack);
    addPage({QStringLiteral("explain"), m_explanation,
             [view = m_explanation](const ChartValues &values) { view->show(values); }},
            tr("Explain"));
    connect(m_explanation, &ExplainView::outdated, this, [this] {
        if (m_refresh)
            m_refresh();
    });
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        Q_EMIT pageChanged();
        if (m_refresh)
            m_refresh();
    });
}

void AnswerTabs::addCharts()
{
    for (const ChartEntry &entry : chartRegistry()) {
        auto *view = new ChartView(entry.make(), m_stack);
        ChartPanel *panel = view->panel();
        addPage({panel->id(), view, [view](const ChartValues &values) { view->show(values); }}, panel->title());
        connect(panel, &ChartPanel::formatChosen, this, &AnswerTabs::formatChosen);
        connect(panel, &ChartPanel::contextChosen, this, &AnswerTabs::contextChosen);
        connect(panel, &ChartPanel::sequencesChosen, this, &AnswerTabs::sequencesChosen);
    }
}

void AnswerTabs::addPage(Page page, const QString &title)
{
    m_stack->addWidget(page.widget);
    m_pages.push_back(std::move(page));
    m_bar->addTab(title);
}

void AnswerTabs::show(const ChartValues &values)
{
    const int current = m_stack->currentIndex();
    if (current >= 0)
        m_pages[size_t(current)].show(values);
}

QWidget *AnswerTabs::currentPage() const
{
    return m_stack->currentWidget();
}

ChartView *AnswerTabs::currentChart() const
{
    return qobject_cast<ChartView *>(m_stack->currentWidget());
}

QStringList AnswerTabs::pageIds() const
{
    QStringList ids;
    for (const Page &page : m_pages)
        ids << page.id;
    return ids;
}

QString AnswerTabs::currentId() const
{
    const int current = m_stack->currentIndex();
    return current < 0 ? QString() : m_pages[size_t(current)].id;
}

bool AnswerTabs::showPage(const QString &id)
{
    for (size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id) {
            m_bar->setCurrentIndex(int(i));
            return true;
        }
    }
    return false;
}

} // namespace plimsoll
