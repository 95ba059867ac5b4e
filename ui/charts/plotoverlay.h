// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotpicture.h"
#include "ui/theme.h"

#include <QGraphicsItem>

namespace plimsoll {

/// What is drawn around the series of a chart. Two of them: the ground below the series (panel, grid), and what lies
/// over them (load lines, swatches, texts). A kind of chart adds its own between these.
class PlotOverlay : public QGraphicsItem
{
public:
    enum class Layer { Ground, Top };

    void setTheme(Theme theme);
    /// The picture has changed, and its size perhaps.
    void refresh(QSizeF size);

    QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) final;

protected:
    /// `picture` is not copied and must outlive the item.
    PlotOverlay(Layer layer, const PlotPicture *picture);

    /// Over the grid of the ground.
    virtual void paintGround(QPainter *) const { }
    /// Over the series, below the load lines.
    virtual void paintSeries(QPainter *painter) const = 0;
    /// Over the load lines, below the texts.
    virtual void paintMarks(QPainter *) const { }

    /// A load line from one x to another.
    void paintLoadLine(QPainter *painter, double left, double right, double y, bool own) const;
    Theme theme() const { return m_theme; }

private:
    void paintGrid(QPainter *painter) const;

    const Layer m_layer;
    const PlotPicture *m_frame;
    QSizeF m_size;
    Theme m_theme = Theme::light();
};

} // namespace plimsoll
