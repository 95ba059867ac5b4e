// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/units/sizeformat.h"
#include "ui/theme.h"

#include <QSize>
#include <QString>

namespace plimsoll {

class CommandLine;

/// Options that a picture of the window and a figure share.

/// --size: "1280x800", each 200 to 8,192.
Result<QSize> sizeFrom(const QString &typed);

/// --theme: "light", "dark", "contrast-light" or "contrast-dark".
Result<ThemeChoice> themeFrom(const QString &typed);

/// --scale: 0.5 to 4.
Result<double> scaleFrom(const QString &typed);

/// --unit: GiB, which is also the default, or GB.
Result<SizeUnit> unitFrom(const CommandLine &line);

} // namespace plimsoll
