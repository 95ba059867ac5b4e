// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QUndoStack)
QT_FORWARD_DECLARE_CLASS(QUndoView)

namespace plimsoll {

/// The steps of a plan, each with its value; choosing one goes to the plan as it was after it. Stays open beside the
/// window.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HistoryDialog(QUndoStack *stack, QWidget *parent = nullptr);

    QUndoView *list() const { return m_list; }

private:
    QUndoView *m_list;
};

} // namespace plimsoll
