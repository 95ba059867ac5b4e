// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"

#include <QJsonObject>

#include <optional>

namespace plimsoll {

class Catalog;

/// The id of the record of the catalog that is this GPU, by name and memory, or empty: where no record, or more than
/// one, agrees in both, or a name that stands for several GPUs has one that the catalog lacks. Never a guess.
QString matchCatalog(const DetectedGpu &gpu, const Catalog &catalog);

/// Fills in the catalog ids of all GPUs and MIG instances. Equal GPUs are looked up once, and those that are in
/// `known`, which was matched to this very catalog, not at all: a look through the catalog takes milliseconds.
void matchAll(Detection &detection, const Catalog &catalog, const Detection &known = {});

/// A record with which the person's own catalog can take up a GPU that matches none; nothing where its memory is not
/// known. Its id is one that the catalog does not have.
std::optional<QJsonObject> recordOf(const DetectedGpu &gpu, const Catalog &catalog);

} // namespace plimsoll
