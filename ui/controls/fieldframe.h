// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace plimsoll {

/// The height that all fields of the left-hand side share, so that rows line up.
int fieldHeight(const QFontMetrics &metrics);

/// A field that opens a list: flat frame, the text elided to fit, an arrow at its end.
void paintListField(QWidget *widget, const QString &text, bool pressed);

} // namespace plimsoll
