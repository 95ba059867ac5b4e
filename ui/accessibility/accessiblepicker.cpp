// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/accessiblepicker.h"

#include "ui/controls/pickerpopup.h"
#include "ui/controls/searchpicker.h"

namespace plimsoll {

AccessiblePicker::AccessiblePicker(SearchPicker *picker)
    : QAccessibleWidget(picker, QAccessible::ComboBox)
{
}

SearchPicker *AccessiblePicker::picker() const
{
    return static_cast<SearchPicker *>(widget());
}

int AccessiblePicker::childCount() const
{
    return picker() && picker()->isOpen() ? 1 : 0;
}

QAccessibleInterface *AccessiblePicker::child(int index) const
{
    return index == 0 && childCount() > 0 ? QAccessible::queryAccessibleInterface(picker()->popup()) : nullptr;
}

int AccessiblePicker::indexOfChild(const QAccessibleInterface *child) const
{
    return childCount() > 0 && child && child->object() == picker()->popup() ? 0 : -1;
}

QString AccessiblePicker::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Value && picker())
        return picker()->text();
    return QAccessibleWidget::text(kind);
}

QAccessible::State AccessiblePicker::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.hasPopup = true;
    state.expandable = true;
    state.expanded = childCount() > 0;
    state.collapsed = childCount() == 0;
    return state;
}

QStringList AccessiblePicker::actionNames() const
{
    return QStringList{pressAction(), showMenuAction()} + QAccessibleWidget::actionNames();
}

void AccessiblePicker::doAction(const QString &name)
{
    if (!picker())
        return;
    if (name == pressAction() || name == showMenuAction())
        picker()->click();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace plimsoll
