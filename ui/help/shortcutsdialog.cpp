// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/shortcutsdialog.h"

#include "ui/views/roomydelegate.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {

namespace {

struct Row {
    QString keys, name, effect;
};

std::vector<Row> rowsOf(const QList<QAction *> &actions)
{
    std::vector<Row> rows;
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys += sequence.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            rows.push_back({keys.join(QStringLiteral(", ")),
                            action->text().remove(QLatin1Char('&')).remove(QStringLiteral("...")),
                            action->statusTip()});
    }
    return rows;
}

} // namespace

QString shortcutsText(const QList<QAction *> &actions)
{
    const std::vector<Row> rows = rowsOf(actions);
    qsizetype keys = 0, name = 0;
    for (const Row &row : rows) {
        keys = std::max(keys, row.keys.size());
        name = std::max(name, row.name.size());
    }
    QString text;
    for (const Row &row : rows)
        text += row.keys.leftJustified(keys + 2) + row.name.leftJustified(name + 2) + row.effect + QLatin1Char('\n');
    return text;
}

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
    , m_line(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_filter(new QSortFilterProxyModel(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *model = new QStandardItemModel(0, 3, this);
    model->setHorizontalHeaderLabels({tr("Keys"), tr("Action"), tr("What it does")});
    for (const Row &row : rowsOf(actions)) {
        QList<QStandardItem *> items;
        for (const QString &text : {row.keys, row.name, row.effect})
            items += new QStandardItem(text);
        items.last()->setToolTip(row.effect);
        model->appendRow(items);
    }
    m_filter->setSourceModel(model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_line->setPlaceholderText(tr("Search: copy, ctrl+s ..."));
    m_line->setAccessibleName(tr("Search the shortcuts"));
    m_line->setClearButtonEnabled(true);
    connect(m_line, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);

    m_list->setModel(m_filter);
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy as text"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    const QString text = shortcutsText(actions);
    connect(copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(140 * fontMetrics().averageCharWidth(), 30 * fontMetrics().height());
}

} // namespace plimsoll
