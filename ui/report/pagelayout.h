// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QtGlobal>

#include <functional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace plimsoll {

/// A piece of a document that no page break goes through: a line, a figure. Lengths are in the unit of the caller.
struct Strip {
    double above = 0; ///< room before it; none at the top of a page
    double height = 0;
    bool keepsNext = false; ///< no page break behind it, unless what is kept together is higher than a page
    int head = -1;          ///< first strip of the head that is repeated above it on a new page; -1 = none
    int headStrips = 0;     ///< how many strips that head has
    std::function<void(QPainter *, QPointF)> paint; ///< at its top left corner
};

struct PlacedStrip {
    int strip = 0; ///< place in the list
    double top = 0;
};
using PageStrips = std::vector<PlacedStrip>;

/// From the first page to the last, none of them empty. A strip that is higher than a page has one to itself.
std::vector<PageStrips> paginate(const std::vector<Strip> &strips, double pageHeight);

} // namespace plimsoll
