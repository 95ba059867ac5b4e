// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/finishedpdf.h"

#include "core/figures/figureplan.h"

namespace plimsoll {

QByteArray finishedPdf(const QByteArray &pdf)
{
    // A constant of the same length, so that no offset in the file moves.
    const QByteArray field("/CreationDate (D:");
    const QByteArray time("20000101000000");
    QByteArray bytes = pdf;
    const qsizetype at = bytes.indexOf(field);
    if (at >= 0)
        bytes.replace(at + field.size(), time.size(), time);
    return sealFigure(bytes);
}

} // namespace plimsoll
