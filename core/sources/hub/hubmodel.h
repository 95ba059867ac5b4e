// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/hub/hubcache.h"
#include "core/sources/modelsource.h"

namespace plimsoll {

/// Bytes that a reader lacks.
struct HubWant {
    QString file;
    quint64 bytes = 0; ///< from its beginning, at least
};

/// The model of a snapshot, read from what the cache has of it. `reference` has its path, as chooseHubFile() gives it.
/// Where bytes are missing the error is "more-bytes-needed", and `wants` says of which files.
Result<ModelSource> readHubModel(const HubReference &reference, const HubCache &cache, const HubSnapshot &snapshot,
                                 std::vector<HubWant> *wants);

/// The model as it was when the Hub was asked last. Never opens a connection. Error "not-fetched" says how to ask.
Result<ModelSource> openHubModel(const HubReference &reference, const HubCache &cache);

} // namespace plimsoll
