// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/matrixview.h"

#include "ui/views/flatheader.h"
#include "ui/views/panelcolors.h"
#include "ui/whatfits/fittable.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>

namespace plimsoll {

MatrixView::MatrixView(CellMatrix *matrix, const QString &corner, QWidget *parent)
    : QTableView(parent)
    , m_matrix(matrix)
    , m_filter(new FitFilter(m_matrix, this))
    , m_cornerText(corner)
    , m_corner(findChild<QAbstractButton *>())
{
    auto *formats = new FlatHeader(Qt::Horizontal, this);
    formats->setSectionsClickable(true);
    formats->setHighlightSections(true);
    setHorizontalHeader(formats);
    auto *gpus = new FlatHeader(Qt::Vertical, this);
    gpus->setSectionsClickable(false);
    setVerticalHeader(gpus);
    setModel(m_filter);
    m_matrix->setParent(this);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    if (m_corner)
        m_corner->installEventFilter(this);
    setWordWrap(false);
    formats->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    formats->setSortIndicatorClearable(true);
    connect(this, &QAbstractItemView::clicked, this, &MatrixView::choose);
    connect(this, &QAbstractItemView::activated, this, &MatrixView::choose);
    connect(m_matrix, &CellMatrix::answered, this, &MatrixView::fitColumns);
    fitColumns();
}

void MatrixView::choose(const QModelIndex &index)
{
    if (index.isValid() && index.data(FitTable::FitsRole).toBool())
        Q_EMIT cellChosen(m_matrix->choice(m_filter->mapToSource(index)));
}

void MatrixView::fitColumns()
{
    const QFontMetrics metrics(horizontalHeader()->font());
    const int gap = metrics.height();
    for (int column = 0; column < m_matrix->columnCount(); ++column) {
        const QString name = m_matrix->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        setColumnWidth(column, std::max(metrics.horizontalAdvance(name) + gap + FlatHeader::sortMarkWidth(metrics),
                                        metrics.horizontalAdvance(tr("1,000× *")) + gap));
    }
    const int row = qRound(1.8 * fontMetrics().height());
    verticalHeader()->setMinimumSectionSize(row);
    verticalHeader()->setDefaultSectionSize(row);
    verticalHeader()->setFixedWidth(30 * fontMetrics().averageCharWidth());
}

void MatrixView::setTheme(Theme theme)
{
    takePanelColors(this, theme);
    m_matrix->setTheme(theme);
    fitColumns();
}

/// The corner as the headers beside it, where the style would draw a button.
bool MatrixView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_corner || event->type() != QEvent::Paint)
        return QTableView::eventFilter(watched, event);
    constexpr int textMargin = 3; // as FlatHeader has
    const Theme theme = Theme::forPalette(palette());
    QPainter painter(m_corner);
    painter.fillRect(m_corner->rect(), theme.color(ThemeColor::Panel));
    painter.setFont(horizontalHeader()->font());
    painter.setPen(theme.color(ThemeColor::MutedText));
    painter.drawText(m_corner->rect().adjusted(textMargin, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_cornerText);
    return true;
}

void MatrixView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

} // namespace plimsoll
