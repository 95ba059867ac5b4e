// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/historydialog.h"

#include "ui/views/roomydelegate.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QUndoStack>
#include <QUndoView>
#include <QVBoxLayout>

namespace plimsoll {

HistoryDialog::HistoryDialog(QUndoStack *stack, QWidget *parent)
    : QDialog(parent)
    , m_list(new QUndoView(stack, this))
{
    setWindowTitle(tr("History"));
    m_list->setEmptyLabel(tr("As it began"));
    m_list->setAccessibleName(tr("Steps of this plan"));
    m_list->setAccessibleDescription(tr("The plan as it was after each step; choosing one goes there"));
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    auto *label = new QLabel(tr("&Go to the plan after this step:"), this);
    label->setBuddy(m_list);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter is for the list
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    m_list->setFocus();
    const int line = fontMetrics().height();
    resize(24 * line, 22 * line);
}

} // namespace plimsoll
