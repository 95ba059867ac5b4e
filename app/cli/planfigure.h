// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/planreport.h"
#include "ui/charts/figure.h"

namespace plimsoll {

/// What a person chose of a figure, for any plan.
struct FigureOptions {
    QString chart; ///< id of the registry
    FigureLook look;
    bool captioned = true;
    double scale = kFigureScale; ///< of a PNG alone
    SizeUnit unit = SizeUnit::GiB;
};

/// Of a file with this ending ("svg").
QByteArray figureFingerprint(const FigureOptions &options, const QString &ending, const ReportedPlan &reported,
                             const Catalog &catalog);

/// Laid out, with the font of the program. `fingerprint` is what its file will carry.
Figure drawFigure(const FigureOptions &options, const ReportedPlan &reported, const Catalog &catalog,
                  const QByteArray &fingerprint);

} // namespace plimsoll
