// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/controls/fetchbar.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/planpanel.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/controlhelp.h"
#include "ui/help/helpwindow.h"
#include "ui/help/shortcutsdialog.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"
#include "ui/views/breakdownview.h"
#include "ui/views/verdictview.h"

#include <QTabBar>
#include <QTreeView>
#include <QWhatsThis>

namespace plimsoll {

void MainWindow::connectHelp()
{
    setControlHelp(*m_planPanel);
    m_verdict->setWhatsThis(
        tr("Whether the plan fits, on what, and how much is left or missing. Below it the total with "
           "its interval, which holds 9 of 10 measured deployments of this kind, and the next best "
           "step."));
    m_tabs->bar()->setWhatsThis(tr("The answer in several views. Left and Right go from one to the next."));
    m_breakdown->tree()->setWhatsThis(
        tr("Where the memory goes, item by item; the squares are the colours of the chart. "
           "Right opens a row to its formula, the plan's numbers and the source."));
    m_unsavedNotice->setWhatsThis(
        tr("Changes that were not saved when the program last ended, and what can be done about them."));
    m_fileNotice->setWhatsThis(tr("What happened to a file, and what can be done about it."));
    m_planNotice->setWhatsThis(tr("Why the plan has no answer, and what would give it one."));
    m_fetchBar->setWhatsThis(tr("A model that is being fetched from the Hugging Face Hub: configuration and headers, "
                                "never weights. It can be stopped."));

    const Actions &actions = *m_actions;
    connect(actions[ActionId::Help], &QAction::triggered, this, &MainWindow::showHelp);
    connect(actions[ActionId::WhatsThis], &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
    connect(actions[ActionId::Shortcuts], &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(actions[ActionId::About], &QAction::triggered, this, [this] {
        auto *about = new AboutDialog(m_document->catalog(), this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
}

void MainWindow::showHelp()
{
    const QWidget *control = focusWidget();
    HelpText help = helpFor(control ? control : m_planPanel);
    if (help.text.isEmpty())
        help = helpFor(m_tabs->currentPage());
    auto *window = findChild<HelpWindow *>();
    if (!window) {
        window = new HelpWindow(this);
        connect(window, &HelpWindow::shortcutsAsked, this, &MainWindow::showShortcuts);
    }
    window->show(help);
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_actions->all(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace plimsoll
