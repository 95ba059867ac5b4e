// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/loganswer.h"
#include "core/units/sizeformat.h"
#include "ui/whatfits/latestanswer.h"

#include <QWidget>

#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

class LogFactsView;
class LogTable;
class ProblemLabel;

/// A log that was read: what was recognised in it, and every item measured beside predicted. What the log lacks comes
/// from the plan of the window where a person says so, and follows it.
class LogView : public QWidget
{
    Q_OBJECT

public:
    /// `catalog` lives longer; what is in it may change: takeCatalog().
    explicit LogView(const Catalog &catalog, QWidget *parent = nullptr);
    ~LogView() override;

    using QWidget::show;
    void show(const std::shared_ptr<const LogReading> &reading);
    /// The plan of the window.
    void setPlan(const Plan &own);
    void setUnit(SizeUnit unit);
    void takeCatalog();

    /// Null until it is worked out.
    const LogAnswer *answer() const { return m_answer ? &*m_answer : nullptr; }
    const Plan &ownPlan() const { return m_own; }
    SizeUnit unit() const { return m_unit; }

    QComboBox *startBox() const { return m_starts; }
    /// Whether the GPU, the model of the window's plan stand in where the log has none.
    QCheckBox *gpuBox() const { return m_takeGpu; }
    QCheckBox *modelBox() const { return m_takeModel; }
    LogFactsView *facts() const { return m_facts; }
    QLabel *summary() const { return m_summary; }
    QTreeView *list() const { return m_list; }
    LogTable *table() const { return m_table; }
    ProblemLabel *notes() const { return m_notes; }

Q_SIGNALS:
    void answered();
    /// A person chose another start of the engine.
    void startChosen();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void ask();
    void take(const LogAnswer &answer);
    void fillStarts();
    void showAnswer();
    void showGaps();
    void showNotes();
    void fillTable();
    void fitColumns();
    void applyTheme();

    const Catalog &m_catalog;
    std::shared_ptr<const LogReading> m_reading;
    Plan m_own;
    LogGaps m_fill{false, true};
    SizeUnit m_unit = SizeUnit::GiB;
    std::optional<LogAnswer> m_answer;
    LogFactsView *m_facts;
    QLabel *m_startLabel;
    QComboBox *m_starts;
    QCheckBox *m_takeModel;
    QCheckBox *m_takeGpu;
    QLabel *m_summary;
    QTreeView *m_list;
    LogTable *m_table;
    ProblemLabel *m_notes;
    LatestAnswer<LogAnswer> m_work;
};

} // namespace plimsoll
