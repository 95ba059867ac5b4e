// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpanel.h"

#include <QPainter>

namespace plimsoll {

ChartPanel::ChartPanel(QObject *parent)
    : QObject(parent)
{
    // A few dozen items that change together: an index would only cost.
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::render(QPainter *painter, const QRectF &target)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    m_scene.render(painter, target, QRectF(QPointF(0, 0), size()), Qt::IgnoreAspectRatio);
    painter->restore();
}

} // namespace plimsoll
