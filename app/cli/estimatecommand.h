// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll estimate: the memory of a plan, or of every plan of a batch. The exit status.
int runEstimate(const QStringList &arguments);

} // namespace plimsoll
