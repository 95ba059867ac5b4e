// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/sizeformat.h"
#include "ui/charts/chartpanel.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

class Catalog;
struct GpuFit;
class ElidedLabel;
class FitFilter;
class FitSearch;
class FitTable;

/// Which GPUs of the catalog carry the plan, how many of each, how fast and for how much. The table stays as it is
/// while another plan is looked at.
class FitView : public QWidget
{
    Q_OBJECT

public:
    explicit FitView(const Catalog &catalog, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const ChartValues &values);

    QLineEdit *searchLine() const { return m_line; }
    QCheckBox *allBox() const { return m_all; }
    QTreeView *list() const { return m_list; }
    ElidedLabel *status() const { return m_status; }
    FitSearch *search() const { return m_search; }

Q_SIGNALS:
    /// A person chose a row that carries the plan.
    void fitChosen(const plimsoll::GpuFit &fit);

private:
    void arrange();
    void showStatus();
    void choose(const QModelIndex &index);

    FitSearch *m_search;
    FitTable *m_table;
    FitFilter *m_filter;
    QLineEdit *m_line;
    QCheckBox *m_all;
    QTreeView *m_list;
    ElidedLabel *m_status;
    QString m_problem; ///< why the plan has no answer
};

} // namespace plimsoll
