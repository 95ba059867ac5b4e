// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace plimsoll {

/// A figure carries the plan that it is a picture of: a PNG in a text chunk, an SVG in its metadata element, a PDF in
/// its XMP metadata. Beside the plan stands a SHA-256 of the rest of the file, so that a figure that was changed since
/// does not pass for one of that plan. That finds changes, it is no signature.

/// The XMP packet of a PDF, to be given to its writer; sealFigure() completes it.
QByteArray figureXmp(const Plan &plan, const QString &title);

/// A PNG or SVG with the plan in it. What is neither stays as it is.
QByteArray figureWithPlan(const QByteArray &figure, const Plan &plan);

/// Writes the checksum into a PDF that was made with figureXmp(); no byte moves.
QByteArray sealFigure(const QByteArray &pdf);

/// By its first bytes: a picture or a PDF, whoever made it. A plan document is none.
bool isFigure(const QByteArray &bytes);

/// The plan that a figure carries. `place` names the file in errors, which are of kind File: "figure-without-plan" for
/// a picture that Plimsoll did not make or that was stripped, "figure-changed" for one that was edited, and those of
/// planFromBytes().
Result<Plan> planFromFigure(const QByteArray &figure, const QString &place);

/// The plan in a file that is a plan document or a figure.
Result<Plan> planFromFile(const QByteArray &bytes, const QString &place);

} // namespace plimsoll
