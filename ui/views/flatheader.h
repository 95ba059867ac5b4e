// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHeaderView>

namespace plimsoll {

/// Titles as plain text on the panel, without the buttons that the style would draw; a triangle marks the column that a
/// list is sorted by.
class FlatHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit FlatHeader(QWidget *parent = nullptr)
        : FlatHeader(Qt::Horizontal, parent)
    {
    }
    FlatHeader(Qt::Orientation orientation, QWidget *parent);

    /// The room before the last column also before every other that stands beside numbers.
    void setGapsBesideNumbers(bool everywhere) { m_gapsEverywhere = everywhere; }
    /// Room before the last column, whose text is left-aligned beside right-aligned numbers.
    static int lastColumnGap(const QFontMetrics &metrics) { return qRound(1.4 * metrics.height()); }
    /// Room that the sort mark takes beside a title.
    static int sortMarkWidth(const QFontMetrics &metrics) { return metrics.height(); }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool m_gapsEverywhere = false;
    /// Of titles, with and without the room for a sort mark: a view asks for them at every turn.
    mutable QHash<QString, QSize> m_sizes[2];
};

} // namespace plimsoll
