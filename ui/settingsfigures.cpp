// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/figures/figurepreferences.h"
#include "ui/settings.h"

namespace plimsoll {

namespace {

constexpr auto kPreset = "figures/preset";
constexpr auto kOwnWidth = "figures/width";
constexpr auto kOwnHeight = "figures/height";
constexpr auto kTheme = "figures/theme";
constexpr auto kScale = "figures/scale";
constexpr auto kCaption = "figures/caption";

} // namespace

FigurePreferences Settings::figurePreferences() const
{
    const FigurePreferences usual;
    FigurePreferences options;
    options.preset = m_settings.value(kPreset).toString();
    options.ownSize = {m_settings.value(kOwnWidth).toInt(), m_settings.value(kOwnHeight).toInt()};
    options.theme = themeNamed(m_settings.value(kTheme).toString()).value_or(usual.theme);
    options.scale = m_settings.value(kScale, usual.scale).toDouble();
    options.captioned = m_settings.value(kCaption, usual.captioned).toBool();
    return checked(options);
}

void Settings::setFigurePreferences(const FigurePreferences &options)
{
    m_settings.setValue(kPreset, options.preset);
    m_settings.setValue(kOwnWidth, options.ownSize.width());
    m_settings.setValue(kOwnHeight, options.ownSize.height());
    m_settings.setValue(kTheme, themeName(options.theme));
    m_settings.setValue(kScale, options.scale);
    m_settings.setValue(kCaption, options.captioned);
}

} // namespace plimsoll
