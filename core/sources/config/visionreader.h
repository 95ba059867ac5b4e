// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/sources/config/configkeys.h"

namespace plimsoll {

/// The encoder of a multimodal model, from `vision_config` of the whole file `root`, or nothing. `names` are the
/// file's classes and model types as dialectName() writes them; `hidden` is the width of the language model.
/// An encoder of an unknown kind is counted as a plain vision transformer, with a warning.
std::optional<VisionTower> readVision(const ConfigKeys &root, const QStringList &names, qint64 hidden);

/// Parameters of the audio encoder with its projection; 0 = none, or of an unknown kind, with a warning.
qint64 readAudio(const ConfigKeys &root, const QStringList &names, qint64 hidden);

} // namespace plimsoll
