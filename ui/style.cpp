// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"

#include "ui/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace plimsoll {
namespace {

constexpr double kRadius = 2;
constexpr int kTabPadding = 16;
constexpr int kButtonPadding = 24; ///< left and right of a text, together

QColor edgeOf(const QStyleOption &option, Theme theme)
{
    if (option.state.testFlag(QStyle::State_HasFocus))
        return theme.color(ThemeColor::Accent);
    return theme.color(option.state.testFlag(QStyle::State_Enabled) ? ThemeColor::MutedText : ThemeColor::Outline);
}

/// Fusion derives its edges from the window's colour, which leaves none on black.
void paintEdge(QPainter *painter, const QStyleOption &option, Theme theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(edgeOf(option, theme), option.state.testFlag(QStyle::State_HasFocus) ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->restore();
}

void paintCheckBox(QPainter *painter, const QStyleOption &option, Theme theme)
{
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChecked = option.state.testFlag(QStyle::State_On);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor fill = theme.color(!isChecked  ? ThemeColor::Field
                                    : isEnabled ? ThemeColor::Accent
                                                : ThemeColor::Outline);
    painter->setPen(QPen(isChecked ? fill : edgeOf(option, theme), 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(box, kRadius, kRadius);
    painter->setPen(
        QPen(theme.color(ThemeColor::OnAccent), box.width() / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (isChecked)
        painter->drawPolyline(QPolygonF{at(0.22, 0.52), at(0.43, 0.73), at(0.79, 0.29)});
    else if (option.state.testFlag(QStyle::State_NoChange))
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
    painter->restore();
}

/// The sign of a button that shows what has no room. Qt's is a picture in one size and colour, for which all plugins of
/// picture formats are looked at.
class MoreEngine : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const double unit = std::min(rect.width(), rect.height()) / 8.0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(QGuiApplication::palette().color(group, QPalette::ButtonText), unit, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        painter->translate(QRectF(rect).center());
        for (const double left : {-2.5, 0.5}) {
            const QPointF tip((left + 2) * unit, 0);
            painter->drawPolyline(QPolygonF{{left * unit, -2 * unit}, tip, {left * unit, 2 * unit}});
        }
        painter->restore();
    }
    QIconEngine *clone() const override { return new MoreEngine(*this); }
};

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    // No desktop tells Qt 6.4 that a person wants less motion, and nothing here is clearer for moving.
    if (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate)
        return 0;
    // Words say it, and the buttons beside those of a dialog have none.
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // Fusion gives tabs half as much again, which elides their names in a window of 1024 pixels.
    return metric == PM_TabBarTabHSpace ? kTabPadding : QProxyStyle::pixelMetric(metric, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    // Fusion's narrowest button is as wide as its text and four pixels.
    const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_PushButton ? QSize(std::max(wanted.width(), size.width() + kButtonPadding), wanted.height())
                                 : wanted;
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_ToolBarHorizontalExtensionButton)
        return QIcon(new MoreEngine);
    return QProxyStyle::standardIcon(icon, option, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Theme theme = Theme::forPalette(option->palette);
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        paintCheckBox(painter, *option, theme);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (theme.isHighContrast() && (element == PE_FrameLineEdit || element == PE_PanelButtonCommand))
        paintEdge(painter, *option, theme);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_ToolBar) {
        // Fusion draws its translucent lines pixel by pixel, handed to threads in small pieces.
        const QRect bar = option->rect;
        painter->fillRect(bar, option->palette.window());
        painter->fillRect(QRect(bar.left(), bar.bottom(), bar.width(), 1),
                          Theme::forPalette(option->palette).color(ThemeColor::Outline));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const Theme theme = Theme::forPalette(option->palette);
    if (theme.isHighContrast() && (control == CC_ComboBox || control == CC_SpinBox))
        paintEdge(painter, *option, theme);
}

} // namespace plimsoll
