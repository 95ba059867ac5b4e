// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/accuracy/speedfit.h"

#include <QString>

namespace accuracy {

/// docs/ACCURACY-speed.md.
QString speedMarkdown(const SpeedFit &fit, const SpeedRows &rows);

/// `plimsoll-accuracy --speed`: prints the report; with --write writes it, with --fit writes the constants, with
/// --check compares the committed ones with the fit.
int speedMain(const plimsoll::Catalog &catalog, const QStringList &arguments, const QString &root);

} // namespace accuracy
