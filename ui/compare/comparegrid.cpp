// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparegrid.h"

#include "ui/compare/comparedelegate.h"
#include "ui/compare/comparetable.h"
#include "ui/compare/frozencolumn.h"
#include "ui/compare/pinheader.h"
#include "ui/views/panelcolors.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr int kLeastLetters = 22; ///< of a column; narrower ones scroll
constexpr int kMostLetters = 40;

} // namespace

CompareGrid::CompareGrid(CompareTable *table, QWidget *parent)
    : QTableView(parent)
    , m_table(table)
    , m_names(new PinHeader(this))
    , m_corner(findChild<QAbstractButton *>())
{
    setHorizontalHeader(m_names);
    auto *rows = new FlatHeader(Qt::Vertical, this);
    rows->setSectionsClickable(false);
    setVerticalHeader(rows);
    setItemDelegate(new CompareDelegate(this));
    setModel(table);
    setAccessibleName(tr("Plans side by side"));
    setAccessibleDescription(tr("Enter goes back to the plan of the column, F2 renames it, Alt with an arrow moves it, "
                                "Delete removes it"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_frozen = new FrozenColumn(this);
    if (m_corner)
        m_corner->installEventFilter(this);
    setMouseTracking(true);
    connect(this, &QAbstractItemView::entered, this, [this](const QModelIndex &index) {
        if (index.data(CompareTable::LinkRole).toBool())
            viewport()->setCursor(Qt::PointingHandCursor);
        else
            viewport()->unsetCursor();
    });
    connect(m_names, &PinHeader::renamed, this,
            [this](int section, const QString &name) { Q_EMIT renameAsked(section - 1, name); });
    connect(m_names, &PinHeader::moved, this, [this](int from, int to) { move(from - 1, to - 1); });
    connect(m_names, &PinHeader::renamingEnded, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_names, &QHeaderView::sectionClicked, this,
            [this](int section) { setCurrentIndex(m_table->index(std::max(currentIndex().row(), 0), section)); });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(CompareTable::LinkRole).toBool())
            Q_EMIT backAsked(index.column() - 1);
    });
}

int CompareGrid::currentPin() const
{
    return currentIndex().isValid() ? currentIndex().column() - 1 : -1;
}

void CompareGrid::renameCurrent()
{
    if (currentPin() < 0)
        return;
    scrollTo(currentIndex());
    m_names->rename(currentPin() + 1);
}

void CompareGrid::move(int from, int to)
{
    m_follow = to;
    Q_EMIT moveAsked(from, to);
}

void CompareGrid::moveCurrent(int by)
{
    const int from = currentPin();
    const int to = from + by;
    if (from >= 0 && to >= 0 && to < m_table->columnCount() - 1)
        move(from, to);
}

void CompareGrid::removeCurrent()
{
    if (currentPin() >= 0)
        Q_EMIT removeAsked(currentPin());
}

void CompareGrid::refresh()
{
    fitCells();
    if (m_follow >= 0) {
        setCurrentIndex(m_table->index(std::max(currentIndex().row(), 0), m_follow + 1));
        m_follow = -1;
    }
    Q_EMIT currentPinChanged(); // a reset tells nobody that nothing is current any more
}

void CompareGrid::fitCells()
{
    const int columns = m_table->columnCount();
    if (columns == 0)
        return;
    const int letter = fontMetrics().averageCharWidth();
    int widest = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        widest = std::max(widest, fontMetrics().horizontalAdvance(name));
    }
    verticalHeader()->setFixedWidth(widest + 2 * letter);
    const int room = width() - verticalHeader()->width() - verticalScrollBar()->sizeHint().width() - 2;
    m_names->setDefaultSectionSize(std::clamp(room / columns, kLeastLetters * letter, kMostLetters * letter));
    for (int column = 0; column < columns; ++column)
        m_names->resizeSection(column, m_names->defaultSectionSize());
    const int line = CompareDelegate::lineHeight(fontMetrics());
    verticalHeader()->setMinimumSectionSize(line);
    verticalHeader()->setDefaultSectionSize(line);
    resizeRowsToContents();
    if (m_frozen)
        m_frozen->follow();
}

void CompareGrid::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    if (!m_frozen || !index.isValid())
        return;
    const int hidden = m_frozen->coveredWidth() - visualRect(index).left();
    if (index.column() > 0 && hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void CompareGrid::setTheme(Theme theme)
{
    takePanelColors(this, theme);
    fitCells();
}

void CompareGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentPinChanged();
}

void CompareGrid::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentPin() >= 0)
            Q_EMIT backAsked(currentPin());
        return;
    case Qt::Key_F2:
        return renameCurrent();
    case Qt::Key_Delete:
        return removeCurrent();
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (alt)
            return moveCurrent(event->key() == Qt::Key_Left ? -1 : 1);
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void CompareGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitCells();
}

void CompareGrid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitCells();
}

/// The corner as the headers beside it, where the style would draw a button.
bool CompareGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_corner || event->type() != QEvent::Paint)
        return QTableView::eventFilter(watched, event);
    QPainter(m_corner).fillRect(m_corner->rect(), Theme::forPalette(palette()).color(ThemeColor::Panel));
    return true;
}

} // namespace plimsoll
