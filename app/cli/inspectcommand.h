// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll inspect: what a model of the catalog, or a free size, is made of. The exit status.
int runInspect(const QStringList &arguments);

} // namespace plimsoll
