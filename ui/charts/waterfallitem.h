// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/waterfalllayout.h"
#include "ui/theme.h"

#include <QGraphicsItem>

namespace plimsoll {

/// Draws a waterfall. What a step takes away is hatched in an outline, so that colour only repeats what the sign says.
class WaterfallItem : public QGraphicsItem
{
public:
    /// Neither is copied; both must outlive the item.
    WaterfallItem(const WaterfallInput *input, const WaterfallPicture *picture);

    void setTheme(Theme theme);
    void setHighlighted(int row);
    void setShown(int rows);
    /// The picture has changed, and its size perhaps.
    void refresh(QSizeF size);

    QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    bool isShown(size_t row) const { return m_shown < 0 || int(row) < m_shown; }
    void paintGrid(QPainter *painter) const;
    void paintHighlight(QPainter *painter) const;
    void paintStep(QPainter *painter, size_t row) const;
    void paintRowTexts(QPainter *painter, size_t row) const;
    QColor wash() const;

    const WaterfallInput *m_input;
    const WaterfallPicture *m_picture;
    QSizeF m_size;
    Theme m_theme = Theme::light();
    int m_highlighted = -1;
    int m_shown = -1;
};

} // namespace plimsoll
