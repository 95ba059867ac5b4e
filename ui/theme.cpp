// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

struct Pair {
    QRgb light, dark;
};

// In the order of ThemeColor. Texts keep 4.5 : 1 to everything they stand on: tests/ui/views/tst_theme.cpp.
constexpr std::array<Pair, kThemeColorCount> kColors{{
    {0xfff2f4f6, 0xff1c1f23}, // Window
    {0xffffffff, 0xff262a30}, // Panel
    {0xffffffff, 0xff1d2126}, // Field
    {0xfff7f8f9, 0xff30353c}, // Button
    {0xff1a1d21, 0xffe9ebee}, // Text
    {0xff5a626d, 0xffa6aeb9}, // MutedText
    {0xffd9dce1, 0xff3a4049}, // Outline
    {0xffe8eaed, 0xff343a42}, // Grid
    {0xff0b5cad, 0xff5cb3f0}, // Accent
    {0xffffffff, 0xff10151a}, // OnAccent
    {0xffbf2f1b, 0xffff7a66}, // LoadLine
    {0xffe6f4ea, 0xff1e3527}, // OkFill
    {0xff1e7b3c, 0xff6fcf8b}, // OkEdge
    {0xff1e7b3c, 0xff6fdc8c}, // OkMark
    {0xfffdeae7, 0xff3d2422}, // BadFill
    {0xffb3261e, 0xffff8a7a}, // BadEdge
    {0xffb3261e, 0xffff8a7a}, // BadMark
    {0xfffff4dc, 0xff3a3119}, // WarnFill
    {0xff8f5f00, 0xfff2c14e}, // WarnEdge
    {0xff8f5f00, 0xfff2c14e}, // WarnMark
    {0xffeaf1f8, 0xff22303d}, // NeutralFill
    {0xff4d7ba8, 0xff6f9fca}, // NeutralEdge
    {0xff0b5cad, 0xff5cb3f0}, // NeutralMark
    {0xffffffff, 0xff14181c}, // OnMark
}};

// The same for high contrast. Texts and edges keep 7 : 1, lines of charts 3 : 1.
constexpr std::array<Pair, kThemeColorCount> kContrastColors{{
    {0xffffffff, 0xff000000}, // Window
    {0xffffffff, 0xff000000}, // Panel
    {0xffffffff, 0xff000000}, // Field
    {0xffffffff, 0xff000000}, // Button
    {0xff000000, 0xffffffff}, // Text
    {0xff333333, 0xffd9d9d9}, // MutedText
    {0xff000000, 0xffffffff}, // Outline
    {0xff8a8a8a, 0xff7a7a7a}, // Grid
    {0xff00308f, 0xffffe14d}, // Accent
    {0xffffffff, 0xff000000}, // OnAccent
    {0xff9e0000, 0xffff9c8c}, // LoadLine
    {0xffffffff, 0xff000000}, // OkFill
    {0xff004d14, 0xff7dff9b}, // OkEdge
    {0xff004d14, 0xff7dff9b}, // OkMark
    {0xffffffff, 0xff000000}, // BadFill
    {0xff9e0000, 0xffffa193}, // BadEdge
    {0xff9e0000, 0xffffa193}, // BadMark
    {0xffffffff, 0xff000000}, // WarnFill
    {0xff5c3a00, 0xffffd75e}, // WarnEdge
    {0xff5c3a00, 0xffffd75e}, // WarnMark
    {0xffffffff, 0xff000000}, // NeutralFill
    {0xff00308f, 0xff9fd4ff}, // NeutralEdge
    {0xff00308f, 0xff9fd4ff}, // NeutralMark
    {0xffffffff, 0xff000000}, // OnMark
}};

struct ItemPair {
    Pair fill, text;
    Qt::BrushStyle pattern;
};

// After Okabe and Ito, "Color Universal Design" (2008), darkened or lightened: each carries text in either theme, and
// neighbours in a bar stay apart in grey, light beside dark; tests/ui/charts/tst_greyfigures.cpp has how far.
constexpr std::array<ItemPair, kItemCount> kItems{{
    {{0xff0072b2, 0xff4aa8e0}, {0xffffffff, 0xff10151a}, Qt::NoBrush},          // Weights
    {{0xffe69f00, 0xfff7c352}, {0xff1a1d21, 0xff10151a}, Qt::HorPattern},       // KvCache
    {{0xff573700, 0xff9c6914}, {0xffffffff, 0xffffffff}, Qt::VerPattern},       // RecurrentState
    {{0xff00835c, 0xff5fb898}, {0xffffffff, 0xff10151a}, Qt::Dense6Pattern},    // Activations
    {{0xff6fc9a5, 0xff93e6cb}, {0xff10151a, 0xff10151a}, Qt::CrossPattern},     // Graphs
    {{0xff4b2c7a, 0xff8560b5}, {0xffffffff, 0xffffffff}, Qt::FDiagPattern},     // Runtime
    {{0xff949ca6, 0xffe6eaef}, {0xff10151a, 0xff10151a}, Qt::DiagCrossPattern}, // Other
}};

QColor pick(const Pair &pair, bool dark)
{
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Theme Theme::forPalette(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const bool dark = luminance(window) < luminance(palette.color(QPalette::WindowText));
    // The text of the window may be a widget's own, that of buttons is not.
    const bool contrast = (window == QColor(Qt::black) || window == QColor(Qt::white))
                          && contrastRatio(palette.color(QPalette::Button), palette.color(QPalette::ButtonText)) > 20.9;
    return Theme(dark, contrast);
}

QColor Theme::color(ThemeColor meaning) const
{
    return pick((m_contrast ? kContrastColors : kColors)[size_t(meaning)], m_dark);
}

QColor Theme::itemFill(Item item) const
{
    return pick(kItems[size_t(item)].fill, m_dark);
}

QColor Theme::itemText(Item item) const
{
    return pick(kItems[size_t(item)].text, m_dark);
}

Qt::BrushStyle Theme::itemPattern(Item item)
{
    return kItems[size_t(item)].pattern;
}

QPalette Theme::palette() const
{
    QPalette palette(color(ThemeColor::Button), color(ThemeColor::Window));
    palette.setColor(QPalette::Window, color(ThemeColor::Window));
    palette.setColor(QPalette::WindowText, color(ThemeColor::Text));
    palette.setColor(QPalette::Base, color(ThemeColor::Field));
    palette.setColor(QPalette::AlternateBase, color(ThemeColor::Window));
    palette.setColor(QPalette::Text, color(ThemeColor::Text));
    palette.setColor(QPalette::PlaceholderText, color(ThemeColor::MutedText));
    palette.setColor(QPalette::Button, color(ThemeColor::Button));
    palette.setColor(QPalette::ButtonText, color(ThemeColor::Text));
    palette.setColor(QPalette::BrightText, color(ThemeColor::OnAccent));
    palette.setColor(QPalette::Highlight, color(ThemeColor::Accent));
    palette.setColor(QPalette::HighlightedText, color(ThemeColor::OnAccent));
    palette.setColor(QPalette::Link, color(ThemeColor::Accent));
    palette.setColor(QPalette::LinkVisited, color(ThemeColor::Accent));
    palette.setColor(QPalette::ToolTipBase, color(ThemeColor::Panel));
    palette.setColor(QPalette::ToolTipText, color(ThemeColor::Text));
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ThemeColor::MutedText));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(ThemeColor::Outline));
    return palette;
}

namespace {

constexpr std::array<std::pair<ThemeChoice, const char *>, 5> kNames{{
    {ThemeChoice::System, "system"},
    {ThemeChoice::Light, "light"},
    {ThemeChoice::Dark, "dark"},
    {ThemeChoice::ContrastLight, "contrast-light"},
    {ThemeChoice::ContrastDark, "contrast-dark"},
}};

} // namespace

QString themeName(ThemeChoice choice)
{
    const auto *found =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto &each) { return each.first == choice; });
    return found == kNames.end() ? QString() : QLatin1String(found->second);
}

std::optional<ThemeChoice> themeNamed(const QString &name)
{
    for (const auto &[choice, text] : kNames) {
        if (name == QLatin1String(text))
            return choice;
    }
    return std::nullopt;
}

QPalette paletteFor(ThemeChoice choice, const QPalette &system)
{
    switch (choice) {
    case ThemeChoice::Light:
        return Theme::light().palette();
    case ThemeChoice::Dark:
        return Theme::dark().palette();
    case ThemeChoice::ContrastLight:
        return Theme::highContrast(false).palette();
    case ThemeChoice::ContrastDark:
        return Theme::highContrast(true).palette();
    case ThemeChoice::System:
        break;
    }
    return Theme::forPalette(system).palette();
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace plimsoll
