// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace plimsoll {

/// What QPdfWriter wrote with the metadata of figureXmp() or reportXmp(), without the time of day and with its
/// checksum: the same pages give the same bytes.
QByteArray finishedPdf(const QByteArray &pdf);

} // namespace plimsoll
