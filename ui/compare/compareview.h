// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "ui/charts/chartpanel.h"
#include "ui/compare/pinanswers.h"
#include "ui/whatfits/latestanswer.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QAbstractButton)
QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace plimsoll {

class ChartView;
class CompareGrid;
class CompareTable;

/// The plan beside those that are pinned to it, as a table and as bars; where there is room for one of them only, a
/// person chooses which. It changes no plan: it says what a person asked for.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(const Catalog &catalog, QWidget *parent = nullptr);
    ~CompareView() override;

    using QWidget::show;
    void show(const ChartValues &values);
    /// The plan as its person said it, with its pins. `isAnswered`: the values that are shown next are its answer.
    void setPlan(const Plan &plan, bool isAnswered);

    /// All answers, those that are missing worked out at once.
    std::vector<ComparedPlan> answers() const;
    bool isRunning() const { return m_work.isRunning(); }

    ChartView *chart() const { return m_chart; }
    CompareGrid *grid() const { return m_grid; }
    CompareTable *table() const { return m_table; }
    /// The one that is visible: in the middle while nothing is pinned, else above the table.
    QPushButton *pinButton() const;
    QCheckBox *differencesBox() const { return m_differences; }
    QAbstractButton *renameButton() const;
    QAbstractButton *leftButton() const;
    QAbstractButton *rightButton() const;
    QAbstractButton *removeButton() const;
    /// Shows the bars instead of the table where there is room for one of them.
    QAbstractButton *barsButton() const;
    /// What Tab reaches, in reading order.
    QList<QWidget *> controls() const;

Q_SIGNALS:
    /// A person wants the plan to be pinned.
    void pinAsked();
    /// A person wants to go back to a pinned plan, counted from 0.
    void pinChosen(int pin);
    /// A person changed the pinned plans; `undoText` says how.
    void pinsChanged(const plimsoll::Pins &pins, const QString &undoText);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeControls();
    void connectControls();
    void arrange();
    void applyTheme();
    void showParts();
    void showState();
    void showComparison();
    void work();

    Catalog m_catalog;
    Plan m_plan;
    bool m_isAnswered = false;
    std::optional<ComparedPlan> m_this;
    SizeUnit m_unit = SizeUnit::GiB;
    PinAnswers m_answers;

    CompareTable *m_table;
    CompareGrid *m_grid;
    ChartView *m_chart;
    QWidget *m_empty;
    QPushButton *m_firstPin;
    QWidget *m_tools;
    QPushButton *m_pin;
    QCheckBox *m_differences;
    QToolButton *m_rename, *m_left, *m_right, *m_remove, *m_bars;
    QLabel *m_hint;
    LatestAnswer<std::vector<ComparedPlan>> m_work;
};

} // namespace plimsoll
