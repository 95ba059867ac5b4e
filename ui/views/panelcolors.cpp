// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/panelcolors.h"

#include <QAbstractItemView>
#include <QHeaderView>

namespace plimsoll {

void takePanelColors(QAbstractItemView *view, Theme theme)
{
    QPalette colors; // of no other role, so that those follow the theme
    colors.setColor(QPalette::Base, theme.color(ThemeColor::Panel));
    colors.setColor(QPalette::AlternateBase, theme.color(ThemeColor::Panel));
    colors.setColor(QPalette::Text, theme.color(ThemeColor::Text));
    if (colors != view->palette())
        view->setPalette(colors);
    QFont bold = view->font();
    bold.setBold(true);
    for (QHeaderView *header : view->findChildren<QHeaderView *>()) {
        if (header->orientation() == Qt::Horizontal && header->font() != bold)
            header->setFont(bold);
    }
}

} // namespace plimsoll
