// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// plimsoll detect: the GPUs of this computer. The exit status.
int runDetect(const QStringList &arguments);

} // namespace plimsoll
