// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll catalog: the models, GPUs, formats or engines that are known. The exit status.
int runCatalog(const QStringList &arguments);

} // namespace plimsoll
