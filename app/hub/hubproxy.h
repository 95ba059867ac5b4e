// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferences.h"

namespace plimsoll {

/// The way that all connections of this program take from now on.
void useProxy(const ProxyChoice &choice);

} // namespace plimsoll
