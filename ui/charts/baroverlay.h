// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barlayout.h"
#include "ui/theme.h"

#include <QGraphicsItem>

namespace plimsoll {

/// What is drawn around the bars of a chart. Two of them: the ground below the bars (grid,
/// highlighted column) and what lies over them (hatching, load lines, the mark of the chosen bar, texts).
class BarOverlay : public QGraphicsItem
{
public:
    enum class Layer { Ground, Top };

    BarOverlay(Layer layer, QGraphicsItem *parent);

    /// `picture` is not copied and must outlive the item.
    void setPicture(const BarPicture *picture, QSizeF size);
    void setTheme(Theme theme);
    void setHighlighted(int column);

    QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintGround(QPainter *painter) const;
    void paintMarks(QPainter *painter) const;
    void paintLoadLines(QPainter *painter) const;

    Layer m_layer;
    const BarPicture *m_picture = nullptr;
    QSizeF m_size;
    Theme m_theme = Theme::light();
    int m_highlighted = -1;
};

} // namespace plimsoll
