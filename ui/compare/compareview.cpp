// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareview.h"

#include "core/planning/pinedits.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/chartview.h"
#include "ui/compare/comparegrid.h"
#include "ui/compare/compareparts.h"
#include "ui/compare/comparetable.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

/// Lines of text that a page must be high for table and bars to stand below each other.
constexpr int kLinesForBoth = 34;
/// The same for what explains the signs.
constexpr int kLinesForHint = 20;

} // namespace

CompareView::CompareView(const Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_catalog(catalog)
    , m_table(new CompareTable(this))
    , m_grid(new CompareGrid(m_table, this))
    , m_chart(new ChartView(makeChart(QStringLiteral("compare")), this))
    , m_empty(new QWidget(this))
    , m_firstPin(new QPushButton(tr("Pin this plan"), m_empty))
    , m_tools(new QWidget(this))
    , m_pin(new QPushButton(tr("Pin this plan"), m_tools))
    , m_differences(new QCheckBox(tr("Differences only"), m_tools))
    , m_rename(toolOf(tr("Rename"), tr("Rename the pinned plan of the chosen column (F2)"), m_tools))
    , m_left(toolOf(QStringLiteral("\u25c0"), tr("Move it to the left (Alt+Left)"), m_tools))
    , m_right(toolOf(QStringLiteral("\u25b6"), tr("Move it to the right (Alt+Right)"), m_tools))
    , m_remove(toolOf(tr("Remove"), tr("Remove the pinned plan of the chosen column (Delete)"), m_tools))
    , m_bars(toolOf(tr("Bars"), tr("Bars instead of the table"), m_tools))
    , m_hint(new QLabel(this))
    , m_work(this, [this](const std::vector<ComparedPlan> &answers) {
        m_answers.add(answers, m_plan.pins);
        showComparison();
    })
{
    makeControls();
    arrange();
    connectControls();
    applyTheme();
}

CompareView::~CompareView() = default;

void CompareView::makeControls()
{
    m_bars->setCheckable(true);
    for (QPushButton *button : {m_pin, m_firstPin})
        button->setToolTip(tr("Keep this plan to compare others with (Ctrl+D)"));
    m_differences->setToolTip(tr("Leaves out what all plans have alike"));
    m_left->setAccessibleName(tr("Move left"));
    m_right->setAccessibleName(tr("Move right"));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
}

void CompareView::arrange()
{
    arrangeEmptyState(m_empty, m_firstPin);
    arrangeTools(m_tools, {m_pin, m_differences}, {m_rename, m_left, m_right, m_remove, m_bars});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_tools);
    column->addWidget(m_empty, 1);
    column->addWidget(m_chart, 1);
    column->addWidget(m_grid, 1);
    column->addWidget(m_hint);
    // A page that holds both must not want the height of both.
    m_chart->setMinimumHeight(1);
    m_grid->setMinimumHeight(1);
}

void CompareView::connectControls()
{
    connect(m_pin, &QAbstractButton::clicked, this, &CompareView::pinAsked);
    connect(m_firstPin, &QAbstractButton::clicked, this, &CompareView::pinAsked);
    connect(m_differences, &QCheckBox::toggled, this, [this](bool on) {
        m_table->setDifferencesOnly(on);
        m_grid->refresh();
        showState();
    });
    connect(m_bars, &QAbstractButton::toggled, this, &CompareView::showParts);
    connect(m_rename, &QAbstractButton::clicked, m_grid, &CompareGrid::renameCurrent);
    connect(m_left, &QAbstractButton::clicked, m_grid, [this] { m_grid->moveCurrent(-1); });
    connect(m_right, &QAbstractButton::clicked, m_grid, [this] { m_grid->moveCurrent(1); });
    connect(m_remove, &QAbstractButton::clicked, m_grid, &CompareGrid::removeCurrent);
    connect(m_chart->panel(), &ChartPanel::pinChosen, this, &CompareView::pinChosen);
    connect(m_grid, &CompareGrid::backAsked, this, &CompareView::pinChosen);
    connect(m_grid, &CompareGrid::currentPinChanged, this, &CompareView::showState);
    const auto change = [this](const Pins &pins, const QString &undoText) {
        if (pins != m_plan.pins)
            Q_EMIT pinsChanged(pins, undoText);
    };
    connect(m_grid, &CompareGrid::renameAsked, this, [this, change](int pin, const QString &name) {
        change(renamedPin(m_plan.pins, size_t(pin), name), tr("Rename pinned plan"));
    });
    connect(m_grid, &CompareGrid::moveAsked, this, [this, change](int from, int to) {
        change(movedPin(m_plan.pins, size_t(from), size_t(to)), tr("Move pinned plan"));
    });
    connect(m_grid, &CompareGrid::removeAsked, this,
            [this, change](int pin) { change(withoutPin(m_plan.pins, size_t(pin)), tr("Remove pinned plan")); });
}

void CompareView::setPlan(const Plan &plan, bool isAnswered)
{
    m_plan = plan;
    m_isAnswered = isAnswered;
}

void CompareView::show(const ChartValues &values)
{
    m_unit = values.unit;
    Plan bare = m_plan;
    bare.pins = {};
    m_this = comparedPlan(thisPlanName(), bare, {values.plan, values.estimate, values.comparison});
    if (m_isAnswered && m_answers.missing(m_plan.pins).size() > 0)
        m_answers.add({*m_this}, m_plan.pins); // a plan that has just been pinned
    work();
    showComparison();
}

void CompareView::work()
{
    const Pins missing = m_answers.missing(m_plan.pins);
    if (missing.isEmpty())
        return;
    m_work.ask([missing, catalog = m_catalog](const LatestAnswer<std::vector<ComparedPlan>>::Stopped &) {
        return comparedPins(missing, catalog);
    });
}

std::vector<ComparedPlan> CompareView::answers() const
{
    PinAnswers complete = m_answers;
    complete.add(comparedPins(m_answers.missing(m_plan.pins), m_catalog), m_plan.pins);
    return complete.of(m_plan.pins);
}

void CompareView::showComparison()
{
    if (!m_this)
        return;
    const std::vector<ComparedPlan> pinned = m_answers.of(m_plan.pins);
    const PlanAnswer &answer = *m_this->answer;
    m_chart->show({answer.plan, answer.estimate, answer.comparison, m_unit, &pinned});
    std::vector<ComparedPlan> plans = pinned;
    plans.insert(plans.begin(), *m_this);
    m_table->setComparison(comparePlans(plans, m_unit, QLocale()), m_plan.pins);
    m_grid->refresh();
    showParts();
    showState();
}

void CompareView::showParts()
{
    const bool any = !m_plan.pins.isEmpty();
    const bool both = height() >= kLinesForBoth * fontMetrics().height();
    m_empty->setVisible(!any);
    m_tools->setVisible(any);
    m_hint->setVisible(any && height() >= kLinesForHint * fontMetrics().height());
    m_bars->setVisible(!both);
    m_chart->setVisible(any && (both || m_bars->isChecked()));
    m_grid->setVisible(any && (both || !m_bars->isChecked()));
}

void CompareView::showState()
{
    const int pin = m_grid->currentPin();
    const int pins = int(m_plan.pins.size());
    m_rename->setEnabled(pin >= 0);
    m_remove->setEnabled(pin >= 0);
    m_left->setEnabled(pin > 0);
    m_right->setEnabled(pin >= 0 && pin + 1 < pins);
    m_hint->setText(m_table->anyDifference()
                        ? tr("\u25b2 more, \u25bc less, \u2260 other than this plan. Enter goes back to the plan of "
                             "the column.")
                        : tr("The pinned plans are like this one. Change something, and the differences are marked."));
}

void CompareView::applyTheme()
{
    m_grid->setTheme(Theme::forPalette(palette()));
}

void CompareView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showParts();
}

QPushButton *CompareView::pinButton() const
{
    return m_plan.pins.isEmpty() ? m_firstPin : m_pin;
}

QAbstractButton *CompareView::renameButton() const
{
    return m_rename;
}

QAbstractButton *CompareView::leftButton() const
{
    return m_left;
}

QAbstractButton *CompareView::rightButton() const
{
    return m_right;
}

QAbstractButton *CompareView::removeButton() const
{
    return m_remove;
}

QAbstractButton *CompareView::barsButton() const
{
    return m_bars;
}

QList<QWidget *> CompareView::controls() const
{
    return {m_firstPin, m_pin, m_differences, m_rename, m_left, m_right, m_remove, m_bars, m_chart, m_grid};
}

} // namespace plimsoll
