// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"
#include "core/result.h"

#include <QJsonObject>

namespace plimsoll {

class Catalog;

/// A plimsoll.detect/1 document. `catalog` gives GPUs that match no record a record to add; it may be null.
QJsonObject detectionToJson(const Detection &detection, const Catalog *catalog);

/// Reads it back; records to add are not kept. Error "bad-detection" where it is none.
Result<Detection> detectionFromJson(const QJsonObject &document);

} // namespace plimsoll
