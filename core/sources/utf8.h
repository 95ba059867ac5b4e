// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace plimsoll {

/// True when the bytes are well-formed UTF-8.
bool isValidUtf8(QByteArrayView bytes);

} // namespace plimsoll
