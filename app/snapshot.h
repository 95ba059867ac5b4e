// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace plimsoll {

/// Writes a picture of a shown window once it has settled. The exit status; a failure is complained about.
int takeSnapshot(QWidget &window, const QString &path);

} // namespace plimsoll
