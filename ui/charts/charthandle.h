// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QRectF>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace plimsoll {

/// What a person takes hold of to move the plan along an axis: a rounded grip with two ribs, upright on the axis.
void paintHandle(QPainter *painter, const QRectF &rect, Theme theme, double stroke);

} // namespace plimsoll
