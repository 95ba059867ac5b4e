// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisticks.h"
#include "ui/charts/precisioninput.h"

#include <QFont>
#include <QRectF>

#include <optional>
#include <vector>

namespace plimsoll {

/// A text at its place. `rect` is what its glyphs take; no two of a picture intersect.
struct PlacedText {
    enum class Kind : quint8 { Title, Unit, Tick, Total, Segment, Category, CategoryAs, Gpus, LoadLine };
    Kind kind = Kind::Title;
    QString text;
    QRectF rect;
    QFont font;
    std::optional<Item> item; ///< of a segment: the text stands on that colour
    bool plate = false;       ///< needs a ground of its own, because something is drawn below it
};

struct PlacedLoadLine {
    double y = 0;
    qint32 gpus = 0;
    bool own = false;
};

struct PlacedSegment {
    Item item = Item::Weights;
    QRectF rect;
};

struct PlacedColumn {
    QRectF area; ///< bar and labels: where a click means it
    QRectF bar;  ///< all segments
    std::vector<PlacedSegment> segments;
    QRectF hatched; ///< the part of the bar above the plan's own load line; null = none
};

/// Where everything of a precision chart is, in pixels from its top left corner.
struct PrecisionPicture {
    QRectF plot;
    AxisTicks ticks;
    double barWidth = 0.5; ///< share of a column
    double stroke = 1;     ///< width of a thin line: lines grow with the type
    std::vector<PlacedColumn> columns;
    std::vector<PlacedLoadLine> lines;
    std::vector<PlacedText> texts;
    QRectF chosen; ///< the mark around the chosen bar; null = none
};

PrecisionPicture layOut(const PrecisionInput &input, QSizeF size, const QFont &font);

} // namespace plimsoll
