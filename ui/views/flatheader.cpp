// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flatheader.h"

#include "ui/theme.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPolygonF>

namespace plimsoll {

namespace {

/// As an item view indents the text of a cell.
constexpr int kTextMargin = 3;

/// Titles that name plans or GPUs change for as long as a person does.
constexpr qsizetype kKeptSizes = 100;

} // namespace

FlatHeader::FlatHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
}

QSize FlatHeader::sectionSizeFromContents(int section) const
{
    QHash<QString, QSize> &sizes = m_sizes[isSortIndicatorShown()];
    const QString title = model()->headerData(section, orientation()).toString();
    const auto known = sizes.constFind(title);
    if (known != sizes.cend())
        return *known;
    if (sizes.size() >= kKeptSizes)
        sizes.clear();
    const QSize size = QHeaderView::sectionSizeFromContents(section);
    return *sizes.insert(
        title, {size.width(), qRound((orientation() == Qt::Horizontal ? 1.9 : 1.6) * fontMetrics().height())});
}

void FlatHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        for (QHash<QString, QSize> &sizes : m_sizes)
            sizes.clear();
    }
    QHeaderView::changeEvent(event);
}

void FlatHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::forPalette(palette()).color(ThemeColor::Panel));
    painter.end();
    QHeaderView::paintEvent(event);
    // Beyond the last title, where the style has drawn the ground of its buttons.
    if (orientation() != Qt::Horizontal || length() - offset() >= viewport()->width())
        return;
    QRect rest = viewport()->rect();
    if (isRightToLeft())
        rest.setRight(rest.right() - (length() - offset()));
    else
        rest.setLeft(length() - offset());
    QPainter(viewport()).fillRect(rest, Theme::forPalette(palette()).color(ThemeColor::Panel));
}

void FlatHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme theme = Theme::forPalette(palette());
    painter->fillRect(rect, theme.color(ThemeColor::Panel));
    const auto alignment = Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
    const auto before =
        section == 0 ? Qt::Alignment()
                     : Qt::Alignment(model()->headerData(section - 1, orientation(), Qt::TextAlignmentRole).toInt());
    const bool besideNumbers = (m_gapsEverywhere || section == count() - 1) && orientation() == Qt::Horizontal
                               && before.testFlag(Qt::AlignRight) && !alignment.testFlag(Qt::AlignRight);
    const int gap = besideNumbers ? lastColumnGap(fontMetrics()) : 0;
    QRect room = rect.adjusted(kTextMargin + gap, 0, -kTextMargin, 0);
    const QString text = model()->headerData(section, orientation()).toString();
    painter->setFont(font());
    painter->setPen(theme.color(orientation() == Qt::Horizontal ? ThemeColor::MutedText : ThemeColor::Text));
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const int mark = sorted ? sortMarkWidth(fontMetrics()) : 0;
    const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, room.width() - mark);
    if (!sorted) {
        painter->drawText(room, int(alignment), shown);
        return;
    }
    // Title and mark stand together, whichever way the column is aligned.
    const int width = fontMetrics().horizontalAdvance(shown) + mark;
    if (alignment & Qt::AlignRight)
        room.setLeft(room.right() - width + 1);
    else if (alignment & Qt::AlignHCenter)
        room.setLeft(room.left() + (room.width() - width) / 2);
    painter->setPen(theme.color(ThemeColor::Text));
    painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    const double half = 0.24 * fontMetrics().height();
    const QPointF centre(room.left() + width - mark / 2.0, room.center().y() + 0.5);
    const double up = sortIndicatorOrder() == Qt::AscendingOrder ? -half : half;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(ThemeColor::Text));
    painter->drawPolygon(QPolygonF{centre + QPointF(-half, -0.6 * up), centre + QPointF(half, -0.6 * up),
                                   centre + QPointF(0, 0.8 * up)});
    painter->restore();
}

} // namespace plimsoll
