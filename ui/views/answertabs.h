// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTabBar)

namespace plimsoll {

struct ChartEntry;
class ChartView;
class Catalog;
class CompareView;
class ExplainPage;
class ExplainView;
class FitView;
class LimitsView;
struct FitPreferences;
struct FitChoice;
struct Plan;
class Pins;

/// The answer in pictures and words: every chart of the registry and the explanation, each behind its tab.
/// Only the visible page is drawn anew; another is made when its tab is chosen for the first time, so that the window
/// opens at once, and catches up whenever it is chosen again.
class AnswerTabs : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerTabs(const Catalog &catalog, QWidget *parent = nullptr);
    ~AnswerTabs() override;

    using QWidget::show;
    void show(const ChartValues &values);

    /// For the page "Compare", before show(): see CompareView.
    void setPlan(const Plan &plan, bool isAnswered);

    /// Asked when another tab is chosen: calls show() again with the answer of the moment.
    void setRefresh(std::function<void()> refresh) { m_refresh = std::move(refresh); }

    QTabBar *bar() const { return m_bar; }
    /// The visible page.
    QWidget *currentPage() const;
    /// What Tab reaches on the visible page, in reading order.
    QList<QWidget *> pageTabOrder() const;
    /// The visible chart; null where the page is not a chart.
    ChartView *currentChart() const;
    /// The explanation; null before it was shown for the first time.
    ExplainView *explanation() const;
    ExplainPage *explainPage() const { return m_explanation; }
    /// What the explanation offers. To be given before that page is made.
    void setExplainActions(const QList<QAction *> &copies, QAction *present);
    /// What fits; null before it was shown for the first time.
    FitView *whatFits() const { return m_whatFits; }
    /// The reverse questions; null before they were shown for the first time.
    LimitsView *limits() const { return m_limits; }
    /// The pinned plans; null before they were shown for the first time.
    CompareView *comparison() const { return m_compare; }
    /// The answers to all pinned plans of setPlan().
    std::vector<ComparedPlan> pinnedAnswers() const;
    /// What a person set on the page "What fits". To be given before that page is made.
    FitPreferences fitPreferences() const;
    void setFitPreferences(const FitPreferences &preferences);
    /// The catalog has changed: its pages are made anew when they are shown.
    void takeCatalog();
    QStringList pageIds() const;
    /// The id of the visible page.
    QString currentId() const;
    /// Brings the page of that id to the front: the id of a chart, or "explain". False where there is none.
    bool showPage(const QString &id);

Q_SIGNALS:
    /// A person chose in a chart: see ChartPanel.
    void formatChosen(int index);
    void contextChosen(qint64 tokens);
    void sequencesChosen(qint64 sequences);
    void parametersChosen(qint64 parameters);
    /// Around what is one gesture in a chart.
    void dragStarted();
    void dragFinished();
    /// A person chose among the GPUs that carry the plan; see FitView.
    void fitChosen(const plimsoll::FitChoice &choice);
    /// A person chose the plan of an answer or a step.
    void planChosen(const plimsoll::Plan &plan, const QString &name);
    /// See CompareView.
    void pinAsked();
    void pinChosen(int pin);
    void pinsChanged(const plimsoll::Pins &pins, const QString &undoText);
    void pageChanged();

private:
    struct Page {
        QString id;
        std::function<QWidget *()> make;
        QWidget *widget = nullptr; ///< once made
    };

    void addPage(const QString &id, const QString &title, std::function<QWidget *()> make);
    QWidget *makeChart(const ChartEntry &entry);
    QWidget *makeComparison();
    QWidget *makeLimits();
    QWidget *makeWhatFits();
    QWidget *makeExplanation();
    void choosePage(int tab);

    QTabBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    const Catalog &m_catalog;
    CompareView *m_compare = nullptr;
    LimitsView *m_limits = nullptr;
    FitView *m_whatFits = nullptr;
    ExplainPage *m_explanation = nullptr;
    QList<QAction *> m_explainCopies;
    QAction *m_explainPresent = nullptr;
    std::unique_ptr<FitPreferences> m_fitPreferences;
    std::vector<Page> m_pages;
    std::unique_ptr<Plan> m_plan;
    bool m_isAnswered = false;
    std::function<void()> m_refresh;
};

} // namespace plimsoll
