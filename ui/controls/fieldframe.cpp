// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/fieldframe.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace plimsoll {

namespace {

constexpr double kRadius = 3;
constexpr int kPadding = 8;
constexpr int kArrow = 8;

} // namespace

int fieldHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 10;
}

void paintListField(QWidget *widget, const QString &text, bool pressed)
{
    const QPalette::ColorGroup group = widget->isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QPalette &palette = widget->palette();
    QPainter painter(widget);
    painter.setRenderHint(QPainter::Antialiasing);

    const bool lit = widget->hasFocus() || pressed;
    const Theme theme = Theme::forPalette(palette);
    const QColor edge = lit                      ? palette.color(group, QPalette::Highlight)
                        : theme.isHighContrast() ? theme.color(ThemeColor::Outline)
                                                 : palette.color(group, QPalette::Window).darker(140);
    const double inset = lit ? 1 : 0.5;
    painter.setPen(QPen(edge, lit ? 2 : 1));
    painter.setBrush(palette.color(group, pressed || widget->underMouse() ? QPalette::Button : QPalette::Base));
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);

    const bool mirrored = widget->layoutDirection() == Qt::RightToLeft;
    const int arrowMiddle = mirrored ? kPadding + kArrow / 2 : widget->width() - kPadding - kArrow / 2;
    const QPointF tip(arrowMiddle, widget->height() / 2.0 + kArrow / 4.0);
    QPainterPath arrow(tip - QPointF(kArrow / 2.0, kArrow / 2.0));
    arrow.lineTo(tip);
    arrow.lineTo(tip + QPointF(kArrow / 2.0, -kArrow / 2.0));
    painter.setPen(QPen(palette.color(group, QPalette::PlaceholderText), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arrow);

    const int room = kArrow + kPadding;
    const QRect inside =
        widget->rect().adjusted(mirrored ? kPadding + room : kPadding, 0, mirrored ? -kPadding : -kPadding - room, 0);
    painter.setPen(palette.color(group, QPalette::Text));
    painter.drawText(inside, int(Qt::AlignVCenter) | int(mirrored ? Qt::AlignRight : Qt::AlignLeft),
                     widget->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
}

} // namespace plimsoll
