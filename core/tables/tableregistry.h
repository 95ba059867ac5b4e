// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/result.h"
#include "core/tables/tablemakers.h"

#include <QStringList>

namespace plimsoll {

/// The ids of all tables: "breakdown", then those of the charts, then the others.
QStringList tableIds();

/// Works a table out, which takes up to a second where the whole catalog is asked. `plan` is as a person left it, with
/// its pins. Errors: "unknown-table", and those of the question that it is about.
Result<Table> makeTable(const QString &id, const Plan &plan, const TableValues &values, const Catalog &catalog);

} // namespace plimsoll
