// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/gpustrip.h"

#include "core/planning/sentences.h"
#include "ui/loadline.h"
#include "ui/theme.h"
#include "ui/themepaint.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr double kGap = 8;
constexpr double kTileHeight = 5.0; ///< in lines of type
constexpr int kFew = 4; ///< more cards than this stand closer, with figures in smaller type and without the unit
/// Share of the box's height that a load beyond the card may stand out at the top.
constexpr double kOverhang = 0.16;

} // namespace

GpuStrip::GpuStrip(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Load of each GPU"));
}

void GpuStrip::show(const ResolvedPlan &plan, const Estimate &estimate, const Comparison &, SizeUnit unit)
{
    m_tiles.clear();
    m_hidden = 0;
    m_unit = unit;
    QStringList words;
    for (int i = 0; estimate.hasGpus && i < estimate.deviceClasses; ++i) {
        const DeviceEstimate &device = estimate.devices[size_t(i)];
        Tile tile;
        if (device.gpuIndex >= 0 && device.gpuIndex < int(plan.gpus.size()))
            tile.gpu = plan.gpus[size_t(device.gpuIndex)].name;
        tile.device = device;
        tile.capacity = deviceCapacity(device);
        tile.figure = formatSize(device.items.total(), unit, QLocale());
        const int room = std::min(device.count, kMaxShown - shown());
        m_tiles.insert(m_tiles.end(), size_t(std::max(room, 0)), tile);
        m_hidden += device.count - std::max(room, 0);
        words << tr("%1 \u00d7 %2").arg(device.count).arg(textOf(tile).replace(QLatin1Char('\n'), QLatin1String("; ")));
    }
    // Many cards stand close together: the unit is in the line above them.
    if (crowded()) {
        for (Tile &tile : m_tiles)
            tile.figure = formatSizeNumber(tile.device.items.total(), unit, 1, QLocale());
    }
    setAccessibleDescription(words.isEmpty() ? tr("No GPU chosen") : words.join(QLatin1String(". ")));
    updateGeometry();
    update();
}

QString GpuStrip::textOf(const Tile &tile) const
{
    QStringList lines{tile.gpu};
    lines << tr("Load: %1 of %2 usable")
                 .arg(formatSize(tile.device.items.total(), m_unit, QLocale()),
                      formatSize(tile.device.usable, m_unit, QLocale()));
    lines << itemLines(tile.device.items, m_unit, QLocale());
    lines << tr("Load line: %1").arg(formatSize(tile.capacity, m_unit, QLocale()));
    const Bytes left = tile.device.headroom;
    lines << (left < Bytes() ? tr("Missing: %1").arg(formatSize(Bytes() - left, m_unit, QLocale()))
                             : tr("Left: %1").arg(formatSize(left, m_unit, QLocale())));
    return lines.join(QLatin1Char('\n'));
}

bool GpuStrip::crowded() const
{
    return shown() + m_hidden > kFew;
}

double GpuStrip::gap() const
{
    return crowded() ? kGap / 2 : kGap;
}

QFont GpuStrip::figureFont() const
{
    QFont small = font();
    if (crowded() && small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

double GpuStrip::figureWidth() const
{
    QFont bold = figureFont();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    double width = (crowded() ? 1.7 : 3.2) * metrics.height();
    for (const Tile &tile : m_tiles)
        width = std::max(width, metrics.horizontalAdvance(tile.figure));
    return width;
}

GpuStrip::Grid GpuStrip::gridFor(int width) const
{
    const int cells = std::max(1, shown() + (m_hidden > 0 ? 1 : 0));
    Grid grid;
    grid.columns = std::clamp(int((width + gap()) / (figureWidth() + gap())), 1, cells);
    grid.rows = (cells + grid.columns - 1) / grid.columns;
    grid.columns = (cells + grid.rows - 1) / grid.rows;
    // A single card need not be as wide as the panel.
    const double most = 7.0 * fontMetrics().height();
    grid.cellWidth = std::min((width + gap()) / grid.columns - gap(), most);
    grid.cellHeight = kTileHeight * fontMetrics().height();
    return grid;
}

QRectF GpuStrip::cell(int index) const
{
    const Grid grid = gridFor(width());
    return {(index % grid.columns) * (grid.cellWidth + gap()), (index / grid.columns) * (grid.cellHeight + kGap),
            grid.cellWidth, grid.cellHeight};
}

QRectF GpuStrip::boxIn(const QRectF &cell) const
{
    const double figure = fontMetrics().height() * 1.35;
    const double height = cell.height() - figure;
    return cell.adjusted(2, height * kOverhang, -2, -figure);
}

QSize GpuStrip::sizeHint() const
{
    const int width = qRound(4 * (figureWidth() + gap()));
    return {width, heightForWidth(width)};
}

QSize GpuStrip::minimumSizeHint() const
{
    const int width = qRound(figureWidth()) + 1;
    return {width, qRound(kTileHeight * fontMetrics().height())};
}

int GpuStrip::heightForWidth(int width) const
{
    if (m_tiles.empty())
        return qRound(1.6 * fontMetrics().height());
    const Grid grid = gridFor(width);
    return qRound(grid.rows * (grid.cellHeight + kGap) - kGap) + 1;
}

bool GpuStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (int i = 0; i < shown(); ++i) {
            if (cell(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), textOf(m_tiles[size_t(i)]), this, cell(i).toRect());
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void GpuStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::EnabledChange)
        update();
    QWidget::changeEvent(event);
}

void GpuStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::forPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_tiles.empty()) {
        painter.setPen(theme.color(ThemeColor::MutedText));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, tr("No GPU chosen"));
        return;
    }
    if (!isEnabled())
        painter.setOpacity(0.4);
    for (int i = 0; i < shown(); ++i)
        paintTile(&painter, m_tiles[size_t(i)], cell(i));
    if (m_hidden > 0) {
        painter.setPen(theme.color(ThemeColor::MutedText));
        painter.drawText(boxIn(cell(shown())), Qt::AlignCenter, tr("+%1").arg(m_hidden));
    }
}

void GpuStrip::paintTile(QPainter *painter, const Tile &tile, const QRectF &cell) const
{
    const Theme theme = Theme::forPalette(palette());
    const QRectF box = boxIn(cell);
    const double usable = double(std::max(tile.device.usable, Bytes(1)).count());
    const auto yOf = [&](double bytes) {
        return std::max(box.bottom() - bytes / usable * box.height(), box.top() - kOverhang * box.height());
    };

    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(ThemeColor::Window));
    painter->drawRoundedRect(box, 3, 3);

    const double top = yOf(double(tile.device.items.total().count()));
    QPainterPath filled;
    filled.addRoundedRect(QRectF(QPointF(box.left(), top), box.bottomRight()), 3, 3);
    painter->save();
    painter->setClipPath(filled);
    double below = 0;
    for (int i = 0; i < kItemCount; ++i) {
        const double above = below + double(tile.device.items.bytes[size_t(i)].count());
        const QRectF part(QPointF(box.left(), yOf(above)), QPointF(box.right(), yOf(below)));
        painter->fillRect(part, theme.itemFill(Item(i)));
        below = above;
    }
    const double line = yOf(double(tile.capacity.count()));
    const bool over = tile.device.items.total() > tile.capacity;
    if (over) {
        QColor faded = theme.color(ThemeColor::Panel);
        faded.setAlphaF(0.75F);
        paintHatching(painter, QRectF(QPointF(box.left(), top), QPointF(box.right(), line)), faded, 6);
    }
    painter->restore();

    painter->setPen(QPen(theme.color(ThemeColor::Outline), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box, 3, 3);
    if (tile.capacity > Bytes()) {
        QPen pen(theme.color(ThemeColor::LoadLine), 2);
        pen.setDashPattern({3, 1.5});
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        painter->drawLine(QPointF(cell.left() - 1, line), QPointF(cell.right() + 1, line));
    }

    QFont figure = figureFont();
    figure.setBold(over);
    painter->setFont(figure);
    painter->setPen(theme.color(over ? ThemeColor::BadMark : ThemeColor::MutedText));
    const QRectF label(cell.left() - gap() / 2, box.bottom(), cell.width() + gap(), cell.bottom() - box.bottom());
    painter->drawText(label, Qt::AlignHCenter | Qt::AlignBottom, tile.figure);
}

} // namespace plimsoll
