// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace plimsoll {

/// The compact catalog that is built from resources/catalog. Defined in the target plimsoll_catalog, which every
/// program that calls Catalog::builtIn() links.
QByteArrayView builtInCatalogData();

} // namespace plimsoll
