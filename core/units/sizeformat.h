// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <QLocale>
#include <QString>

namespace plimsoll {

/// What a size is shown in. GB is 10^9 bytes, GiB is 2^30: a label never mixes them.
enum class SizeUnit { GiB, GB };

/// "29.1 GiB". One decimal; two below 10, three below 0.1; the smaller unit (MiB, KiB) below 0.1
/// is not used, so that a column stays in one unit. Negative sizes keep their sign.
QString formatSize(Bytes size, SizeUnit unit, const QLocale &locale = QLocale::c());

/// "31.2 GB (29.1 GiB)": both units, for answers that people copy.
QString formatSizeBoth(Bytes size, const QLocale &locale = QLocale::c());

/// The number alone, in that unit, with `decimals` decimals.
QString formatSizeNumber(Bytes size, SizeUnit unit, int decimals, const QLocale &locale = QLocale::c());

/// "GiB" or "GB".
QString unitName(SizeUnit unit);

/// "80 KiB", "131,072 B" or "1.2 MiB": a size of any magnitude in a binary unit that suits it.
QString formatSmallSize(Bytes size, const QLocale &locale = QLocale::c());

/// "70.6 B", "494 M": a parameter count as people say it, three digits.
QString formatParameters(qint64 parameters, const QLocale &locale = QLocale::c());

/// An integer with group separators of the locale ("8,030,261,248"); C has none, so English groups are used there.
QString formatCount(qint64 count, const QLocale &locale = QLocale::c());

} // namespace plimsoll
