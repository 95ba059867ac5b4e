// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/palette/searchpalette.h"

namespace plimsoll {

SearchPalette *MainWindow::openPalette()
{
    // Made anew each time, so that texts and availability of actions are those of now.
    QList<QAction *> actions = m_actions->all();
    actions.removeOne((*m_actions)[ActionId::Search]);
    actions.removeOne((*m_actions)[ActionId::OpenRecent]); // opens a menu, which has no place here
    auto *palette = new SearchPalette(actions, m_document, centralWidget());
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->openOver(this);
    return palette;
}

} // namespace plimsoll
