// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/planreport.h"

#include <QByteArray>
#include <QJsonObject>

namespace plimsoll {

/// What a document of these plans follows from: a SHA-256, hexadecimal, over all that a report says of each (the plan,
/// the version of the program, the date of the catalog, the answer and its calculation, the shape of a model that was
/// read from a file, what is compared with it), over a catalog of the person's own, and over `options`, which say what
/// kind of document it is and how it looks. Fonts are not in it, so that a figure drawn with those of another computer
/// is up to date. The plans' own figures are not looked at.
QByteArray documentFingerprint(const std::vector<ReportedPlan> &plans, const Catalog &catalog, SizeUnit unit,
                               const QJsonObject &options);

} // namespace plimsoll
