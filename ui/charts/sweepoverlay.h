// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotoverlay.h"
#include "ui/charts/sweeplayout.h"

namespace plimsoll {

/// Around the areas of a chart over a workload: ticks below them; patterns, hatching, the model's limit, the plan and
/// the crossing over them.
class SweepOverlay : public PlotOverlay
{
public:
    SweepOverlay(Layer layer, const SweepPicture *picture)
        : PlotOverlay(layer, picture)
        , m_picture(picture)
    {
    }

    /// Marks a value by a line down the plot; null = none.
    void setHighlighted(QPointF point);

protected:
    void paintGround(QPainter *painter) const override;
    void paintSeries(QPainter *painter) const override;
    void paintMarks(QPainter *painter) const override;

private:
    void paintDot(QPainter *painter, QPointF at, const QColor &color, bool filled) const;

    const SweepPicture *m_picture;
    QPointF m_highlighted;
};

} // namespace plimsoll
