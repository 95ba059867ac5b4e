// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/hub/hubcache.h"

namespace plimsoll {

/// Reads the Hub's answer about a model (api/models/ORG/NAME/revision/REVISION?blobs=true): its commit, its name as it
/// is now, and those of its files that say something of the model. Nothing of it is stored yet.
Result<HubSnapshot> readHubListing(const QByteArray &json, const QString &repository);

} // namespace plimsoll
