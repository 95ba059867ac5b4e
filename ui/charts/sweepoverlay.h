// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/sweeplayout.h"
#include "ui/theme.h"

#include <QGraphicsItem>

namespace plimsoll {

/// What is drawn around the areas of a chart over a workload: the ground below them (grid), and what lies
/// over them (patterns, hatching, load lines, the plan, the crossing, texts).
class SweepOverlay : public QGraphicsItem
{
public:
    enum class Layer { Ground, Top };

    SweepOverlay(Layer layer, QGraphicsItem *parent);

    /// `picture` is not copied and must outlive the item.
    void setPicture(const SweepPicture *picture, QSizeF size);
    void setTheme(Theme theme);
    /// Marks a value by a line down the plot; null = none.
    void setHighlighted(QPointF point);

    QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintGround(QPainter *painter) const;
    void paintAreas(QPainter *painter) const;
    void paintLoadLines(QPainter *painter) const;
    void paintMarks(QPainter *painter) const;
    void paintDot(QPainter *painter, QPointF at, const QColor &color, bool filled) const;

    Layer m_layer;
    const SweepPicture *m_picture = nullptr;
    QSizeF m_size;
    Theme m_theme = Theme::light();
    QPointF m_highlighted;
};

} // namespace plimsoll
