// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/frozencolumn.h"

#include "ui/theme.h"
#include "ui/views/flatheader.h"

#include <QPainter>
#include <QScrollBar>

namespace plimsoll {

FrozenColumn::FrozenColumn(QTableView *table)
    : QTableView(table)
    , m_table(table)
{
    auto *name = new FlatHeader(Qt::Horizontal, this);
    name->setSectionsClickable(false);
    name->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalHeader(name);
    verticalHeader()->hide();
    setItemDelegate(table->itemDelegate());
    setModel(table->model());
    setAccessibleName(tr("This plan, which stays"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setFocusPolicy(Qt::NoFocus);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    hide();
    QScrollBar *down = table->verticalScrollBar();
    connect(down, &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, down, &QScrollBar::setValue); // a wheel over it
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FrozenColumn::follow);
}

void FrozenColumn::follow()
{
    const bool scrolled = m_table->horizontalScrollBar()->value() > 0;
    if (scrolled) {
        for (int column = 1; column < model()->columnCount(); ++column)
            setColumnHidden(column, true);
        setColumnWidth(0, m_table->columnWidth(0));
        verticalHeader()->setMinimumSectionSize(m_table->verticalHeader()->minimumSectionSize());
        for (int row = 0; row < model()->rowCount(); ++row)
            setRowHeight(row, m_table->rowHeight(row));
        const int top = m_table->frameWidth();
        setGeometry(m_table->verticalHeader()->width() + top, top, m_table->columnWidth(0),
                    m_table->horizontalHeader()->height() + m_table->viewport()->height());
        horizontalHeader()->setFixedHeight(m_table->horizontalHeader()->height());
        verticalScrollBar()->setValue(m_table->verticalScrollBar()->value());
    }
    setVisible(scrolled);
}

void FrozenColumn::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(Theme::forPalette(palette()).color(ThemeColor::Outline));
    painter.drawLine(viewport()->rect().topRight(), viewport()->rect().bottomRight());
}

} // namespace plimsoll
