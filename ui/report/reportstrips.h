// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/report/pagelayout.h"

#include <QFont>

namespace plimsoll {

class Figure;

/// Of a report on paper: a tenth of a point.
inline constexpr double kDotsPerPoint = 10;

/// The blocks of a report, broken into lines of `width` dots in the family of `font`. Nothing that belongs together is
/// torn: a heading from what follows, a source from what it is the source of, rows, short tables and figures. Figures
/// of the report are those of `figures` one after the other, which have to outlive the strips.
std::vector<Strip> reportStrips(const Report &report, const std::vector<Figure> &figures, double width,
                                const QFont &font);

} // namespace plimsoll
