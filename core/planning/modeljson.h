// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/modelsource.h"

#include <QJsonObject>

#include <map>

namespace plimsoll {

/// What the tensors of one type take together.
struct TensorTypeSum {
    qint64 count = 0;
    qint64 elements = 0; ///< weights; of scales and the like their own numbers
    Bytes bytes;
};
std::map<QString, TensorTypeSum> tensorsByType(const StoredTensors &tensors);

/// The plimsoll.model/1 document of a model that was read from somewhere: with its tensors where the file lists them,
/// and what was assumed.
QJsonObject sourceToJson(const ModelSource &source);

} // namespace plimsoll
