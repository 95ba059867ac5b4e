// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figurepreferences.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

const FigurePreset *presetNamed(const QString &id)
{
    for (const FigurePreset &preset : figurePresets()) {
        if (id == QLatin1String(preset.id))
            return &preset;
    }
    return nullptr;
}

bool isSide(int pixels)
{
    return pixels >= kLeastFigure && pixels <= kMostFigure;
}

} // namespace

QSize FigurePreferences::size() const
{
    if (preset == kOwnSize)
        return ownSize;
    const FigurePreset *known = presetNamed(preset);
    return known ? known->size : kFigureSize;
}

FigureLook FigurePreferences::look() const
{
    FigureLook look;
    look.theme = Theme::forPalette(paletteFor(theme, {}));
    look.size = size();
    if (const FigurePreset *known = presetNamed(preset))
        look.type = known->type;
    return look;
}

FigurePreferences checked(FigurePreferences options)
{
    const FigurePreferences usual;
    if (options.preset != kOwnSize && !presetNamed(options.preset))
        options.preset.clear();
    if (!isSide(options.ownSize.width()) || !isSide(options.ownSize.height()))
        options.ownSize = usual.ownSize;
    if (options.theme == ThemeChoice::System)
        options.theme = usual.theme;
    if (!(options.scale >= 1 && options.scale <= 4))
        options.scale = usual.scale;
    return options;
}

} // namespace plimsoll
