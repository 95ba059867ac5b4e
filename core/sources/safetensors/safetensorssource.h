// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/modelsource.h"

#include <functional>

namespace plimsoll {

class SourceFolder;

/// Reads the text of the config.json that lies beside the weights.
using ConfigReader = std::function<Result<ModelSource>(const QByteArray &json, const QString &place)>;

/// What is made of the tensors of all files, given in the order of `files`. With a config the architecture is its;
/// without one it is guessed. `config` may be empty.
Result<ModelSource> safetensorsModel(StoredTensors tensors, const QStringList &files, const QString &place,
                                     const std::optional<ModelSource> &config);

/// The model of a safetensors file or of an index of several; of whatever the folder has where `name` is empty.
Result<ModelSource> openSafetensors(SourceFolder &folder, const QString &name, const ConfigReader &readConfig = {});

/// The model of a safetensors file, of an index of several, or of a folder with either, on this computer.
Result<ModelSource> openSafetensors(const QString &path, const ConfigReader &readConfig = {});

} // namespace plimsoll
