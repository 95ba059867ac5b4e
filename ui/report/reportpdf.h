// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/charts/figure.h"

namespace plimsoll {

/// What a PDF says besides its report.
struct ReportPdfNotes {
    QString title;  ///< of the document
    QString footer; ///< below every page, beside its number
    QByteArray xmp; ///< as reportXmp() makes it
    QFont font;     ///< its family; not its size
};

/// A report on pages of A4, upright, with its figures in it: text is text, and no row and no figure is cut by the end
/// of a page. Figures of the report are those of `figures`, one after the other. The same report gives the same bytes.
QByteArray reportPdf(const Report &report, const std::vector<Figure> &figures, const ReportPdfNotes &notes);

} // namespace plimsoll
