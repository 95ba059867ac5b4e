// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"

#include <QWidget>

#include <vector>

namespace plimsoll {

/// A small picture of each GPU, filled to its load by item, with the load line across and the figure below.
/// Eight are shown, then "+N".
class GpuStrip : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMaxShown = 8;

    explicit GpuStrip(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const ResolvedPlan &plan, const Estimate &estimate, const Comparison &comparison, SizeUnit unit);

    int shown() const { return int(m_tiles.size()); }
    int hidden() const { return m_hidden; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Tile {
        QString gpu;
        DeviceEstimate device;
        Bytes capacity;
        QString figure;
    };
    /// Columns and rows of tiles in that width.
    struct Grid {
        int columns = 1, rows = 1;
        double cellWidth = 0, cellHeight = 0;
    };

    Grid gridFor(int width) const;
    QRectF cell(int index) const;
    QRectF boxIn(const QRectF &cell) const;
    void paintTile(QPainter *painter, const Tile &tile, const QRectF &cell) const;
    QString textOf(const Tile &tile) const;
    bool crowded() const;
    double gap() const;
    QFont figureFont() const;
    double figureWidth() const;

    std::vector<Tile> m_tiles;
    int m_hidden = 0;
    SizeUnit m_unit = SizeUnit::GiB;
};

} // namespace plimsoll
