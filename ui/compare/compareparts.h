// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace plimsoll {

/// A flat button of the row above the table.
QToolButton *toolOf(const QString &text, const QString &tip, QWidget *parent);

/// One row, with what comes first at the left and the rest at the right.
void arrangeTools(QWidget *row, const QList<QWidget *> &left, const QList<QWidget *> &right);

/// What the page says while nothing is pinned, with the button that pins in the middle.
void arrangeEmptyState(QWidget *page, QPushButton *pin);

} // namespace plimsoll
