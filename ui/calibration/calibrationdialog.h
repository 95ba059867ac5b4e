// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"
#include "core/units/sizeformat.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTreeWidget)

namespace plimsoll {

class CalibrationBook;
class PlanDocument;
class ProblemLabel;

/// What the person's own logs measured: every record can be removed, and one switch turns their use on or off. A change
/// takes effect at once, in the answer behind the dialog as well.
class CalibrationDialog : public QDialog
{
    Q_OBJECT

public:
    CalibrationDialog(PlanDocument *document, CalibrationBook *book, QWidget *parent = nullptr);

    void setUnit(SizeUnit unit);

    QCheckBox *switchBox() const { return m_switch; }
    QTreeWidget *list() const { return m_list; }
    QPushButton *removeButton() const { return m_remove; }
    /// What there is to know about a list without rows.
    QLabel *emptyNote() const { return m_empty; }
    ProblemLabel *problemNote() const { return m_problem; }

private:
    enum Column { System, Model, FirstResidual, Log = FirstResidual + int(kCalibratedCount), ColumnCount };

    void arrange();
    void connectParts();
    void fill();
    void addRow(const CalibrationRecord &record);
    void fitColumns();
    void removeCurrent();

    PlanDocument *m_document;
    CalibrationBook *m_book;
    CalibrationRecords m_shown; ///< a row each
    QCheckBox *m_switch;
    QTreeWidget *m_list;
    QLabel *m_empty;
    ProblemLabel *m_problem;
    QPushButton *m_remove;
    SizeUnit m_unit = SizeUnit::GiB;
};

} // namespace plimsoll
