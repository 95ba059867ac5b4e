// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/placedtext.h"

namespace plimsoll {

/// The lines below a figure, from their own top left corner.
struct CaptionPicture {
    std::vector<PlacedText> texts;
    double height = 0; ///< with the room below them; 0 without a text
};

/// In as many lines as it takes, broken between words; a word that is wider than the figure is elided.
CaptionPicture placeCaption(const QString &caption, double width, const TypeScale &type);

} // namespace plimsoll
