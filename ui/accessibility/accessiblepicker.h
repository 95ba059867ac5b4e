// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace plimsoll {

class SearchPicker;

/// A picker to assistive programs: a combo box whose child is its list, which Qt leaves out of the tree as a window of
/// its own.
class AccessiblePicker : public QAccessibleWidget
{
public:
    explicit AccessiblePicker(SearchPicker *picker);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text kind) const override;
    QAccessible::State state() const override;
    QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    SearchPicker *picker() const;
};

} // namespace plimsoll
