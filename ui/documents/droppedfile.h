// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_FORWARD_DECLARE_CLASS(QMimeData)

namespace plimsoll {

/// The one local file of a drop; empty for anything else.
QString droppedFile(const QMimeData *data);

} // namespace plimsoll
