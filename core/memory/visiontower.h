// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"

namespace plimsoll {

/// Parameters of the encoder with its projection into a language model `hidden` wide, or the stated size.
qint64 visionParameters(const VisionTower &tower, qint64 hidden);

/// True when the tower's type is one that visionParameters() counts.
bool isKnownVisionType(const QString &type);

} // namespace plimsoll
