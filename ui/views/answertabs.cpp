// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/answertabs.h"

#include "ui/charts/chartregistry.h"
#include "ui/charts/chartview.h"
#include "ui/compare/compareview.h"
#include "ui/controls/combobox.h"
#include "ui/explain/explainpage.h"
#include "ui/explain/explainview.h"
#include "ui/help/controlhelp.h"
#include "ui/views/card.h"
#include "ui/whatfits/fitchoice.h"
#include "ui/whatfits/fitview.h"
#include "ui/whatfits/limitsview.h"
#include "ui/whatfits/matrixview.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

/// Its names give way to the first letters, so that large type does not make the window wider than a small screen.
class NarrowTabBar : public QTabBar
{
public:
    using QTabBar::QTabBar;

protected:
    QSize minimumTabSizeHint(int index) const override
    {
        QSize size = QTabBar::minimumTabSizeHint(index);
        size.setWidth(std::min(size.width(), 2 * fontMetrics().height()));
        return size;
    }
};

} // namespace

AnswerTabs::AnswerTabs(const Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_bar(new NarrowTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_catalog(catalog)
    , m_fitPreferences(new FitPreferences)
    , m_plan(new Plan)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(false); // all pages stay in sight; their names give way
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->setFocusPolicy(Qt::StrongFocus);
    m_bar->setAccessibleName(tr("What is shown of the answer"));
    layout->addWidget(m_bar);

    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_stack);
    layout->addWidget(card, 1);

    for (const ChartEntry &entry : chartRegistry()) {
        if (!entry.page)
            addPage(QLatin1String(entry.id), entry.title(), [this, &entry] { return makeChart(entry); });
    }
    addPage(QStringLiteral("limits"), tr("Limits"), [this] { return makeLimits(); });
    addPage(QStringLiteral("what-fits"), tr("What fits"), [this] { return makeWhatFits(); });
    addPage(QStringLiteral("explain"), tr("Explain"), [this] { return makeExplanation(); });
    choosePage(0);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        choosePage(tab);
        Q_EMIT pageChanged();
        if (m_refresh)
            m_refresh();
    });
}

AnswerTabs::~AnswerTabs() = default;

FitPreferences AnswerTabs::fitPreferences() const
{
    return m_whatFits ? m_whatFits->preferences() : *m_fitPreferences;
}

void AnswerTabs::setFitPreferences(const FitPreferences &preferences)
{
    *m_fitPreferences = preferences;
}

void AnswerTabs::addPage(const QString &id, const QString &title, std::function<QWidget *()> make)
{
    m_pages.push_back({id, std::move(make), nullptr});
    m_bar->setTabToolTip(m_bar->addTab(title), title);
}

QWidget *AnswerTabs::makeChart(const ChartEntry &entry)
{
    std::unique_ptr<ChartPanel> chart = entry.make();
    if (chart->comparesPlans())
        return makeComparison();
    auto *view = new ChartView(std::move(chart), m_stack);
    ChartPanel *panel = view->panel();
    connect(panel, &ChartPanel::formatChosen, this, &AnswerTabs::formatChosen);
    connect(panel, &ChartPanel::contextChosen, this, &AnswerTabs::contextChosen);
    connect(panel, &ChartPanel::sequencesChosen, this, &AnswerTabs::sequencesChosen);
    connect(panel, &ChartPanel::parametersChosen, this, &AnswerTabs::parametersChosen);
    connect(view, &ChartView::dragStarted, this, &AnswerTabs::dragStarted);
    connect(view, &ChartView::dragFinished, this, &AnswerTabs::dragFinished);
    return view;
}

/// The bars have their table beside them, and what a person does with pinned plans.
QWidget *AnswerTabs::makeComparison()
{
    m_compare = new CompareView(m_catalog, m_stack);
    m_compare->setPlan(*m_plan, m_isAnswered);
    connect(m_compare, &CompareView::pinAsked, this, &AnswerTabs::pinAsked);
    connect(m_compare, &CompareView::pinChosen, this, &AnswerTabs::pinChosen);
    connect(m_compare, &CompareView::pinsChanged, this, &AnswerTabs::pinsChanged);
    return m_compare;
}

void AnswerTabs::setPlan(const Plan &plan, bool isAnswered)
{
    *m_plan = plan;
    m_isAnswered = isAnswered;
    if (m_compare)
        m_compare->setPlan(plan, isAnswered);
}

std::vector<ComparedPlan> AnswerTabs::pinnedAnswers() const
{
    return m_compare ? m_compare->answers() : comparedPins(m_plan->pins, m_catalog);
}

QWidget *AnswerTabs::makeLimits()
{
    m_limits = new LimitsView(m_catalog, m_stack);
    connect(m_limits, &LimitsView::planChosen, this, &AnswerTabs::planChosen);
    return m_limits;
}

QWidget *AnswerTabs::makeWhatFits()
{
    m_whatFits = new FitView(m_catalog, *m_fitPreferences, m_stack);
    connect(m_whatFits, &FitView::fitChosen, this, &AnswerTabs::fitChosen);
    return m_whatFits;
}

QWidget *AnswerTabs::makeExplanation()
{
    m_explanation = new ExplainPage(m_explainCopies, m_explainPresent, m_stack);
    connect(m_explanation->view(), &ExplainView::outdated, this, [this] {
        if (m_refresh)
            m_refresh();
    });
    return m_explanation;
}

void AnswerTabs::choosePage(int tab)
{
    Page &page = m_pages[size_t(tab)];
    if (!page.widget) {
        page.widget = page.make();
        page.widget->setWhatsThis(pageHelp(page.id));
        m_stack->addWidget(page.widget);
    }
    m_stack->setCurrentWidget(page.widget);
}

void AnswerTabs::takeCatalog()
{
    *m_fitPreferences = fitPreferences();
    const std::array<QWidget *, 3> stale{m_limits, m_whatFits, m_compare};
    for (Page &page : m_pages) {
        if (page.widget && std::find(stale.begin(), stale.end(), page.widget) != stale.end()) {
            delete page.widget;
            page.widget = nullptr;
        }
    }
    m_limits = nullptr;
    m_whatFits = nullptr;
    m_compare = nullptr;
    choosePage(m_bar->currentIndex());
    Q_EMIT pageChanged();
}

void AnswerTabs::show(const ChartValues &values)
{
    if (m_compare && currentPage() == m_compare)
        m_compare->show(values);
    else if (ChartView *chart = currentChart())
        chart->show(values);
    else if (m_limits && currentPage() == m_limits)
        m_limits->show(values);
    else if (m_whatFits && currentPage() == m_whatFits)
        m_whatFits->show(values);
    else if (m_explanation && currentPage() == m_explanation)
        m_explanation->view()->show(values);
}

ExplainView *AnswerTabs::explanation() const
{
    return m_explanation ? m_explanation->view() : nullptr;
}

void AnswerTabs::setExplainActions(const QList<QAction *> &copies, QAction *present)
{
    m_explainCopies = copies;
    m_explainPresent = present;
}

QWidget *AnswerTabs::currentPage() const
{
    return m_stack->currentWidget();
}

QList<QWidget *> AnswerTabs::pageTabOrder() const
{
    if (m_whatFits && currentPage() == m_whatFits)
        return {m_whatFits->searchLine(), m_whatFits->shapeBox(), m_whatFits->ownBox(), m_whatFits->allBox(),
                m_whatFits->priceField(), m_whatFits->list(),     m_whatFits->matrix(), m_whatFits->models()};
    if (m_compare && currentPage() == m_compare)
        return m_compare->controls();
    if (m_limits && currentPage() == m_limits)
        return {m_limits->list()};
    if (m_explanation && currentPage() == m_explanation)
        return m_explanation->tabOrder();
    return {currentPage()};
}

ChartView *AnswerTabs::currentChart() const
{
    if (m_compare && currentPage() == m_compare)
        return m_compare->chart();
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
    const int current = m_bar->currentIndex();
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
