// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace plimsoll {

class CatalogFilter;
class CatalogModel;

/// The list of a SearchPicker: a line to search in and the rows that match. Up, Down, PageUp and
/// PageDown move in the list while the line keeps the keyboard, and a screen reader is told which row they reach; Enter
/// chooses, Escape closes. Rows that are not enabled are shown and cannot be chosen. The actions of its parent stand
/// below, for what the list does not have.
class PickerPopup : public QFrame
{
    Q_OBJECT

public:
    /// What is offered for a text that somebody types, besides the rows; empty for nothing.
    using Offer = std::function<QString(const QString &typed)>;

    /// `filter` is of `model` and becomes the popup's own; null: one that knows no groups.
    PickerPopup(const QString &name, const QString &hint, CatalogModel *model, QWidget *parent,
                CatalogFilter *filter = nullptr);

    /// In the upper middle of a window.
    void openOver(const QWidget *window);
    void openBelow(QWidget *anchor, const QString &currentId, const QString &typed);

    QLineEdit *searchLine() const { return m_line; }
    QListView *list() const { return m_list; }
    void setOffer(const Offer &offer) { m_offerFor = offer; }
    QPushButton *offerButton() const { return m_offer; }

Q_SIGNALS:
    void chosen(const QString &id);
    /// The offer was taken: what was typed.
    void asked(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &typed);
    void choose(const QModelIndex &index);
    void ask();
    void placeBelow(const QWidget *anchor);
    QSize wantedSize(int width) const;
    void announce(const QModelIndex &current);
    void addActions(QVBoxLayout *column);

    CatalogModel *m_model;
    CatalogFilter *m_filter;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_nothing;
    QPushButton *m_offer;
    Offer m_offerFor;
    int m_actionsHeight = 0; ///< of the buttons below the list, in pixels
};

} // namespace plimsoll
