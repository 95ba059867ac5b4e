// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace plimsoll {

/// A figure carries the plan that it is a picture of: a PNG in a text chunk, an SVG in its metadata element, a PDF in
/// its XMP metadata; a report carries its plans, in HTML in meta elements. Beside them stands a SHA-256 of the rest of
/// the file, so that a figure that was changed since does not pass for one of that plan. That finds changes, it is no
/// signature. A fingerprint of all that it was made from may stand there, too (see documentfingerprint.h).

/// The XMP packet of a PDF, to be given to its writer; sealFigure() completes it.
QByteArray figureXmp(const Plan &plan, const QString &title, const QByteArray &fingerprint = {});
QByteArray reportXmp(const std::vector<Plan> &plans, const QString &title, const QByteArray &fingerprint);

/// A PNG or SVG with the plan in it. What is neither stays as it is.
QByteArray figureWithPlan(const QByteArray &figure, const Plan &plan, const QByteArray &fingerprint = {});

/// A page as reportHtml() writes it, with its plans.
QByteArray htmlWithPlans(const QByteArray &html, const std::vector<Plan> &plans, const QByteArray &fingerprint);

/// A Markdown text with a fingerprint; a report in Markdown says its plans in its text.
QByteArray markdownWithFingerprint(const QByteArray &markdown, const QByteArray &fingerprint);

/// Writes the checksum into a PDF that was made with figureXmp(); no byte moves.
QByteArray sealFigure(const QByteArray &pdf);

/// By its first bytes: a picture, a PDF or an HTML page, whoever made it. A plan document is none.
bool isFigure(const QByteArray &bytes);

/// The plan that a figure carries. `place` names the file in errors, which are of kind File: "figure-without-plan" for
/// a picture that Plimsoll did not make or that was stripped, "figure-changed" for one that was edited, "several-plans"
/// for a report on several, and those of planFromBytes().
Result<Plan> planFromFigure(const QByteArray &figure, const QString &place);

/// The plan in a file that is a plan document or a figure.
Result<Plan> planFromFile(const QByteArray &bytes, const QString &place);

/// Whether a figure or report is as Plimsoll wrote it.
enum class DocumentState : quint8 {
    Foreign, ///< it carries no fingerprint
    Changed, ///< it was changed since
    Whole,
};
struct DocumentOrigin {
    DocumentState state = DocumentState::Foreign;
    QByteArray fingerprint; ///< that it carries; of a changed one it says nothing
};
DocumentOrigin documentOrigin(const QByteArray &document);

} // namespace plimsoll
