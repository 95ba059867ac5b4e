// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plimsoll {

class Catalog;

/// The newest date that a record of the built-in catalogs names (a release, a price, a measurement): a day,
/// "2026-07-20", or a month, "2026-08". Empty where they have none.
QString catalogDate(const Catalog &catalog);

} // namespace plimsoll
