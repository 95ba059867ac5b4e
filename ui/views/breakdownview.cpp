// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/breakdownview.h"

#include "ui/itemmodels/breakdownmodel.h"
#include "ui/views/breakdowndelegate.h"
#include "ui/views/flatheader.h"

#include <QEvent>
#include <QTreeView>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

/// Heights of a line that the reasons must have to be worth a column.
constexpr int kLeastWhy = 7;

} // namespace

BreakdownView::BreakdownView(QWidget *parent)
    : Card(parent)
    , m_tree(new QTreeView(this))
    , m_model(new BreakdownModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_tree);

    m_tree->setItemDelegate(new BreakdownDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(false);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setAccessibleName(tr("Where the memory goes"));
    m_tree->viewport()->installEventFilter(this);

    auto *header = new FlatHeader(m_tree);
    m_tree->setHeader(header);
    header->setSectionsMovable(false);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed); // they follow the numbers: what a person dragged would not last
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(20);
    m_tree->setModel(m_model); // last: every setting above would lay it out

    connect(m_model, &QAbstractItemModel::rowsInserted, this, &BreakdownView::spanLines);
    applyTheme();
}

void BreakdownView::show(const ResolvedPlan &plan, const Estimate &estimate, const Comparison &, SizeUnit unit)
{
    m_model->setAnswer(plan, estimate, unit);
    m_hasGpus = estimate.hasGpus;
    fitColumns();
}

void BreakdownView::spanLines(const QModelIndex &parent, int first, int last)
{
    for (int row = first; parent.isValid() && row <= last; ++row)
        m_tree->setFirstColumnSpanned(row, parent, true);
}

/// Wide enough for what numbers usually take, so that the columns stand still while a slider moves.
void BreakdownView::fitColumns()
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int gap = qRound(1.2 * metrics.height());
    const auto widest = [&](int column, const QString &usual) {
        int width = metrics.horizontalAdvance(usual);
        width = std::max(
            width, metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
        for (int row = 0; row < m_model->rowCount(); ++row)
            width = std::max(width, metrics.horizontalAdvance(m_model->index(row, column).data().toString()));
        return width + gap;
    };
    const int swatch = metrics.height() + 8;
    const std::pair<int, int> widths[] = {
        {BreakdownModel::Name, widest(BreakdownModel::Name, tr("Recurrent state")) + m_tree->indentation() + swatch},
        {BreakdownModel::PerGpu, widest(BreakdownModel::PerGpu, tr("000.0 GiB"))},
        {BreakdownModel::All, widest(BreakdownModel::All, tr("0,000.0 GiB"))},
        {BreakdownModel::Share, widest(BreakdownModel::Share, tr("< 1 %"))},
    };
    for (const auto &[column, width] : widths) {
        m_widths[size_t(column)] = width;
    }
    dropColumns();
}

/// A narrow view shows fewer columns, whole, instead of all of them cut off: an opened row says why as well.
void BreakdownView::dropColumns()
{
    const int gpuWidth = m_hasGpus ? m_widths[BreakdownModel::PerGpu] : 0;
    const int needed = m_widths[BreakdownModel::Name] + m_widths[BreakdownModel::All];
    const int room = m_tree->viewport()->width();
    const bool perGpu = m_hasGpus && needed + gpuWidth <= room;
    const bool share = needed + gpuWidth + m_widths[BreakdownModel::Share] <= room;
    const bool why =
        share && needed + gpuWidth + m_widths[BreakdownModel::Share] + kLeastWhy * fontMetrics().height() <= room;
    m_tree->setColumnHidden(BreakdownModel::PerGpu, !perGpu);
    m_tree->setColumnHidden(BreakdownModel::Share, !share);
    m_tree->setColumnHidden(BreakdownModel::Why, !why);
    for (int column = 0; column < BreakdownModel::Why; ++column) {
        const int width = m_widths[size_t(column)];
        if (!m_tree->isColumnHidden(column) && m_tree->columnWidth(column) != width)
            m_tree->setColumnWidth(column, width);
    }
}

void BreakdownView::applyTheme()
{
    const Theme theme = Theme::forPalette(palette());
    if (theme == m_theme && font() == m_font)
        return;
    m_theme = theme;
    m_font = font();
    m_model->setTheme(theme);
    QPalette colors = m_tree->palette();
    colors.setColor(QPalette::Base, theme.color(ThemeColor::Panel));
    colors.setColor(QPalette::AlternateBase, theme.color(ThemeColor::Panel));
    colors.setColor(QPalette::Text, theme.color(ThemeColor::Text));
    m_tree->setPalette(colors);
    QFont bold = font();
    bold.setBold(true);
    m_tree->header()->setFont(bold);
    if (m_model->rowCount() > 0)
        fitColumns();
}

void BreakdownView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    Card::changeEvent(event);
}

bool BreakdownView::eventFilter(QObject *watched, QEvent *event)
{
    // The height of a wrapped explanation follows from the width.
    if (event->type() == QEvent::Resize) {
        dropColumns();
        m_tree->doItemsLayout();
    }
    return Card::eventFilter(watched, event);
}

} // namespace plimsoll
