// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/config/configkeys.h"
#include "core/sources/config/dialect.h"

#include <QByteArray>

namespace plimsoll {

/// One letter a layer: D dense, E experts, B both in parallel, - none (a layer of Mamba alone).
/// `mixers` has a letter for each layer too. Empty after a mistake.
QByteArray feedForwardKinds(const ConfigKeys &in, const Dialect &dialect, const QByteArray &mixers);

} // namespace plimsoll
