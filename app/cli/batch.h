// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace plimsoll {

class Catalog;

/// Answers plan documents line by line (JSON Lines), each before the next is read. "-" is standard input.
/// `ownPrice`: see costOf(). The exit status: 3 where any line failed.
int runBatch(const QString &path, const Catalog &catalog, std::optional<double> ownPrice);

} // namespace plimsoll
