// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/estimate.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <array>
#include <optional>

namespace plimsoll {

/// Every colour the program draws with, by what it means. The table is in theme.cpp.
enum class ThemeColor : quint8 {
    Window, ///< behind the panels
    Panel,  ///< cards, charts, tables
    Field,  ///< where a person types
    Button,
    Text,
    MutedText,
    Outline, ///< borders of panels
    Grid,    ///< lines inside a chart or table
    Accent,  ///< the chosen thing, focus, links
    OnAccent,
    LoadLine, ///< what the GPUs hold; also its label
    OkFill,
    OkEdge,
    OkMark,
    BadFill,
    BadEdge,
    BadMark,
    WarnFill,
    WarnEdge,
    WarnMark,
    NeutralFill,
    NeutralEdge,
    NeutralMark,
    OnMark, ///< the sign inside a mark
};
inline constexpr int kThemeColorCount = int(ThemeColor::OnMark) + 1;

enum class ThemeChoice : quint8 { System, Light, Dark, ContrastLight, ContrastDark };

/// One of the columns of the colour table. Cheap to copy; nobody sets a colour that is not from here.
class Theme
{
public:
    static Theme light() { return Theme(false); }
    static Theme dark() { return Theme(true); }
    /// Black and white, with full lines around what can be used; texts keep 7 : 1.
    static Theme highContrast(bool dark) { return Theme(dark, true); }
    /// Qt 6.4 does not tell the colour scheme: dark is where the text is lighter than the window, high contrast where
    /// windows and buttons are black and white.
    static Theme forPalette(const QPalette &palette);

    bool isDark() const { return m_dark; }
    bool isHighContrast() const { return m_contrast; }

    QColor color(ThemeColor meaning) const;
    QColor itemFill(Item item) const;
    /// For text on itemFill().
    QColor itemText(Item item) const;
    /// Tells items apart without colour, drawn over the fill in itemText().
    static Qt::BrushStyle itemPattern(Item item);

    /// For QApplication with the Fusion style.
    QPalette palette() const;

    friend bool operator==(Theme, Theme) = default;

private:
    explicit Theme(bool dark, bool contrast = false)
        : m_dark(dark)
        , m_contrast(contrast)
    {
    }
    bool m_dark = false;
    bool m_contrast = false;
};

/// The name of a choice in files and on the command line: "system", "light", "dark", "contrast-light", "contrast-dark".
QString themeName(ThemeChoice choice);
/// Nothing where no choice has that name.
std::optional<ThemeChoice> themeNamed(const QString &name);

/// The palette a person's choice means; `system` is the one the program started with.
QPalette paletteFor(ThemeChoice choice, const QPalette &system);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace plimsoll
