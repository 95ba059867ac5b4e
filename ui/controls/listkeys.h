// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QAbstractItemView)
QT_FORWARD_DECLARE_CLASS(QKeyEvent)

namespace plimsoll {

/// Up, Down, Page Up or Page Down.
bool movesInList(const QKeyEvent &event);

/// Lets the keys that move in a list, and Enter, work there while a line keeps the keyboard; Enter takes the first row
/// where none is current. True where the list got the key.
bool passToList(QKeyEvent *event, QAbstractItemView *list);

} // namespace plimsoll
