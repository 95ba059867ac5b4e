// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/pickerpopup.h"

#include "ui/controls/listkeys.h"
#include "ui/controls/pickerdelegate.h"
#include "ui/itemmodels/catalogmodel.h"

#include <QAccessible>
#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

constexpr int kVisibleRows = 9;
constexpr int kButtonMargin = 10; ///< around the text of the offer

} // namespace

PickerPopup::PickerPopup(const QString &name, const QString &hint, CatalogModel *model, QWidget *parent,
                         CatalogFilter *filter)
    : QFrame(parent, Qt::Popup)
    , m_model(model)
    , m_filter(filter ? filter : new CatalogFilter(model, this))
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_offer(new QPushButton(this))
{
    m_filter->setParent(this);
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    setAccessibleName(name);
    m_line->setPlaceholderText(hint);
    m_line->setClearButtonEnabled(true);
    m_line->setAccessibleName(tr("Search: %1").arg(name));
    m_line->installEventFilter(this);
    setFocusProxy(m_line);

    m_list->setModel(m_filter);
    m_list->setItemDelegate(new PickerDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Matches: %1").arg(name));

    m_nothing->setWordWrap(true);
    m_nothing->setMargin(8);
    m_nothing->hide();
    m_offer->setAutoDefault(false);
    m_offer->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    column->addWidget(m_offer);
    addActions(column);

    connect(m_line, &QLineEdit::textChanged, this, &PickerPopup::search);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        if (m_list->isHidden() && !m_offer->isHidden())
            ask();
        else
            choose(m_list->currentIndex());
    });
    connect(m_offer, &QPushButton::clicked, this, &PickerPopup::ask);
    connect(m_list, &QListView::clicked, this, &PickerPopup::choose);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PickerPopup::announce);
}

void PickerPopup::addActions(QVBoxLayout *column)
{
    for (QAction *action : parentWidget()->actions()) {
        auto *button = new QPushButton(action->text(), this);
        button->setAutoDefault(false);
        button->setToolTip(action->statusTip());
        column->addWidget(button, 0, Qt::AlignLeft);
        m_actionsHeight += button->sizeHint().height() + column->spacing();
        connect(button, &QPushButton::clicked, action, [this, action] {
            close();
            action->trigger();
        });
    }
}

void PickerPopup::openBelow(QWidget *anchor, const QString &currentId, const QString &typed)
{
    m_line->setText(typed);
    search(typed);
    placeBelow(anchor);
    show();
    m_line->setFocus(Qt::PopupFocusReason);
    if (typed.isEmpty()) {
        const int row = m_model->rowOf(currentId);
        m_list->setCurrentIndex(m_filter->mapFromSource(m_model->index(qMax(0, row))));
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
}

void PickerPopup::openOver(const QWidget *window)
{
    m_line->clear();
    search({});
    QRect place(QPoint(), wantedSize(fontMetrics().averageCharWidth() * 84).boundedTo(window->size()));
    place.moveCenter(window->mapToGlobal(window->rect().center()));
    place.moveTop(window->mapToGlobal(QPoint(0, window->height() / 9)).y());
    setGeometry(place.intersected(window->screen()->availableGeometry()));
    show();
    activateWindow();
    m_line->setFocus(Qt::PopupFocusReason);
}

QSize PickerPopup::wantedSize(int width) const
{
    const int row = m_list->sizeHintForRow(0);
    const int rowHeight = row > 0 ? row : 2 * fontMetrics().height() + 8;
    return {width, m_line->sizeHint().height() + kVisibleRows * rowHeight + 20 + m_actionsHeight};
}

void PickerPopup::placeBelow(const QWidget *anchor)
{
    const QSize wanted = wantedSize(qMax(anchor->width(), fontMetrics().averageCharWidth() * 58));
    const QRect available = anchor->screen()->availableGeometry();
    const QRect below(anchor->mapToGlobal(QPoint(0, anchor->height() + 2)), wanted);
    QRect place(below.topLeft(), wanted.boundedTo(available.size()));
    if (place.bottom() > available.bottom())
        place.moveBottom(available.bottom());
    if (place.right() > available.right())
        place.moveRight(available.right());
    setGeometry(place);
}

void PickerPopup::search(const QString &typed)
{
    m_filter->setTyped(typed);
    const bool any = m_filter->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    const QString offer = m_offerFor ? m_offerFor(typed.trimmed()) : QString();
    m_offer->setVisible(!offer.isEmpty());
    m_offer->setText(fontMetrics().elidedText(offer, Qt::ElideMiddle, m_line->width() - 2 * kButtonMargin));
    m_offer->setToolTip(offer);
    m_offer->setAccessibleName(offer);
    if (any) {
        int first = 0;
        while (first + 1 < m_filter->rowCount() && !(m_filter->index(first, 0).flags() & Qt::ItemIsEnabled))
            ++first;
        m_list->setCurrentIndex(m_filter->index(first, 0));
        m_list->scrollToTop();
    } else {
        m_nothing->setText(
            !offer.isEmpty()
                ? tr("This is not in the catalog. Press Enter to ask for it.")
                : tr("Nothing has all of the words \"%1\". Try fewer or shorter ones.").arg(typed.trimmed()));
    }
}

/// The keyboard stays in the line, so nobody else tells a screen reader where the list is.
void PickerPopup::announce(const QModelIndex &current)
{
    m_line->setAccessibleDescription(current.data(Qt::AccessibleTextRole).toString());
    if (!current.isValid() || !isVisible())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

void PickerPopup::choose(const QModelIndex &index)
{
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    const QString id = index.data(CatalogModel::IdRole).toString();
    close();
    Q_EMIT chosen(id);
}

void PickerPopup::ask()
{
    const QString typed = m_line->text().trimmed();
    close();
    Q_EMIT asked(typed);
}

bool PickerPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (movesInList(*key)) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace plimsoll
