// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace plimsoll {
namespace {

constexpr double kRadius = 2;

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
    return QProxyStyle::styleHint(hint, option, widget, data);
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

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const Theme theme = Theme::forPalette(option->palette);
    if (theme.isHighContrast() && (control == CC_ComboBox || control == CC_SpinBox))
        paintEdge(painter, *option, theme);
}

} // namespace plimsoll
