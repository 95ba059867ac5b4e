// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/modelsource.h"

#include <functional>

namespace plimsoll {

/// Reads the text of the config.json that lies beside the weights.
using ConfigReader = std::function<Result<ModelSource>(const QByteArray &json, const QString &place)>;

/// What is made of the tensors of all files, given in the order of `files`. With a config the architecture is its;
/// without one it is guessed. `config` may be empty.
Result<ModelSource> safetensorsModel(StoredTensors tensors, const QStringList &files, const QString &place,
                                     const std::optional<ModelSource> &config);

/// The model of a safetensors file, of an index of several, or of a folder with either, on this computer.
Result<ModelSource> openSafetensors(const QString &path, const ConfigReader &readConfig = {});

/// The config.json beside that file or in that folder; empty where there is none.
QString siblingConfig(const QString &path);

} // namespace plimsoll
