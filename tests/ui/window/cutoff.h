// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace plimsoll::test {

/// A widget as a failed test names it.
QString describe(const QWidget *widget);

/// A part of a control, which has its size and its name from it.
bool isInner(const QWidget *widget);

/// Visible labels, buttons, fields and tabs that are too small for their text and do not elide it by design.
QStringList cutOff(const QWidget &window);

/// Visible texts that give way, without a tool tip that has the whole, and headers of tables that are too narrow.
QStringList elidedWithoutTip(const QWidget &window);

} // namespace plimsoll::test
