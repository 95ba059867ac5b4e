// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

QT_FORWARD_DECLARE_CLASS(QAbstractItemView)

namespace plimsoll {

/// Gives a list the colours of the panel that it stands on, and its headers bold titles. To be called again when the
/// palette or the font changes; a call that changes nothing tells nobody.
void takePanelColors(QAbstractItemView *view, Theme theme);

} // namespace plimsoll
