// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/result.h"

#include <QJsonObject>

namespace plimsoll {

/// The architecture that a record of models.json describes; field names as in Hugging Face's config.json.
/// Strict: a wrong type, an impossible number, an unknown layer letter or a misspelt field is an error that
/// names `place` (the file), the record and the field.
Result<ModelArchitecture> modelFromRecord(const QJsonObject &record, const QString &place);

} // namespace plimsoll
