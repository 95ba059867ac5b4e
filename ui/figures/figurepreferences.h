// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/figure.h"

#include <QString>

namespace plimsoll {

/// How a person wants figures, kept from one start to the next.
struct FigurePreferences {
    QString preset;                         ///< id of a FigurePreset; empty = the standard size; "own" = `ownSize`
    QSize ownSize = kFigureSize;            ///< kLeastFigure to kMostFigure
    ThemeChoice theme = ThemeChoice::Light; ///< not System: a document has one look
    double scale = kFigureScale;            ///< of a PNG, 1 to 4
    bool captioned = true;

    QSize size() const;
    /// Colours, size and type.
    FigureLook look() const;

    friend bool operator==(const FigurePreferences &, const FigurePreferences &) = default;
};

inline constexpr int kLeastFigure = 200, kMostFigure = 8192; ///< pixels of a side

/// The preset whose size is `ownSize`.
inline const QString kOwnSize = QStringLiteral("own");

/// The same with everything that is out of range, or that no version knows, as it begins.
FigurePreferences checked(FigurePreferences options);

} // namespace plimsoll
