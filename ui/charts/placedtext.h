// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace plimsoll {

/// A text at its place. `rect` is what its glyphs take; no two of a picture intersect.
struct PlacedText {
    enum class Kind : quint8 {
        Title,
        Legend,
        Unit,
        Tick,
        Total,
        Segment,
        Category,
        CategoryAs,
        Note,
        LoadLine,
        Crossing, ///< where the plan stops to fit
        Limit,    ///< of the model
    };
    Kind kind = Kind::Title;
    QString text;
    QRectF rect;
    QFont font;
    std::optional<Item> item; ///< of a segment: the text stands on that colour
    bool plate = false;       ///< needs a ground of its own, because something is drawn below it
};

/// A square in the colour of an item, before its name.
struct PlacedSwatch {
    Item item = Item::Weights;
    QRectF rect;
};

/// The items that there is any of, bottom to top of a stack.
std::vector<Item> presentItems(const ItemBytes &bytes);

/// One size of type: font and metrics. Pixel sizes, because a paged device scales points once more.
struct Type {
    QFont font;
    QFontMetricsF metrics;

    Type(const QFont &base, double scale, QFont::Weight weight);

    double height() const { return metrics.ascent() + metrics.descent(); }
    double width(const QString &text) const;
    QString elided(const QString &text, double room) const;
    PlacedText placed(PlacedText::Kind kind, const QString &text, QPointF topLeft) const;

private:
    /// To shape a text is most of a layout, and from one layout to the next most texts are the same.
    mutable QHash<QString, double> m_widths;
};

/// The sizes of type of a chart whose base font is this. A chart that keeps it lays out faster.
struct TypeScale {
    TypeScale(const QFont &font);

    QFont base;
    Type title, body, bodyBold, small, smallBold;
    double em; ///< height of a line of the body: distances are shares of it
};

/// The top of a picture: its title in at most two lines, and below it a row or more of what the colours mean.
struct ChartHeading {
    std::vector<PlacedText> texts;
    std::vector<PlacedSwatch> swatches;
    double bottom = 0;
};
ChartHeading placeHeading(const QString &title, const std::vector<Item> &legend, double width, const TypeScale &type);

void paintTexts(QPainter *painter, const std::vector<PlacedText> &texts, Theme theme);

} // namespace plimsoll
