// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/speedlayout.h"
#include "ui/theme.h"

#include <QGraphicsItem>

namespace plimsoll {

/// Draws a chart of speed.
class SpeedItem : public QGraphicsItem
{
public:
    /// `picture` is not copied and must outlive the item.
    explicit SpeedItem(const SpeedPicture *picture)
        : m_picture(picture)
    {
    }

    void setTheme(Theme theme);
    /// The picture has changed, and its size perhaps.
    void refresh(QSizeF size);
    /// Marks a stop in both plots; -1 = none.
    void setHighlighted(int stop);

    QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintPlot(QPainter *painter, const SpeedPicture::Plot &plot) const;
    void paintMarks(QPainter *painter, const SpeedPicture::Plot &plot) const;
    void paintDot(QPainter *painter, QPointF at, bool filled) const;

    const SpeedPicture *m_picture;
    QSizeF m_size;
    Theme m_theme = Theme::light();
    int m_highlighted = -1;
};

} // namespace plimsoll
