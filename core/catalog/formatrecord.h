// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/format.h"
#include "core/result.h"

#include <QJsonObject>

namespace plimsoll {

/// The number format that a record of formats.json describes. A block is [bytes, weights]. Strict, like
/// modelFromRecord().
Result<Format> formatFromRecord(const QJsonObject &record, const QString &place);

} // namespace plimsoll
