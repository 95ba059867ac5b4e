// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/breakdownlayout.h"
#include "ui/theme.h"

#include <QGraphicsItem>

namespace plimsoll {

/// Draws a picture of the breakdown.
class BreakdownItem : public QGraphicsItem
{
public:
    /// Not copied; must outlive the item.
    explicit BreakdownItem(const BreakdownPicture *picture);

    void setTheme(Theme theme);
    /// The picture has changed, and its size perhaps.
    void refresh(QSizeF size);

    QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const BreakdownPicture *m_picture;
    QSizeF m_size;
    Theme m_theme = Theme::light();
};

} // namespace plimsoll
