// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace plimsoll {

/// Asks the Hugging Face Hub for a model, by its address or name, and waits for the answer; progress on standard error
/// where that is a terminal. The address under which the cache has it. Where the Hub cannot be reached but was asked
/// before, that answer is taken and a note says so.
Result<QString> askHub(const QString &typed);

/// askHub() for an address that the cache does not have; other names as they are.
Result<QString> fetchedModel(const QString &typed);

} // namespace plimsoll
