// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barlayout.h"
#include "ui/charts/plotoverlay.h"

namespace plimsoll {

/// Around bars: the highlighted column below them; patterns, hatching, the mark of the chosen bar and the bars' own
/// load lines over them.
class BarOverlay : public PlotOverlay
{
public:
    BarOverlay(Layer layer, const BarPicture *picture)
        : PlotOverlay(layer, picture)
        , m_picture(picture)
    {
    }

    void setHighlighted(int column);

protected:
    void paintGround(QPainter *painter) const override;
    void paintSeries(QPainter *painter) const override;
    void paintMarks(QPainter *painter) const override;

private:
    void paintWhisker(QPainter *painter, const QRectF &whisker) const;

    const BarPicture *m_picture;
    int m_highlighted = -1;
};

} // namespace plimsoll
