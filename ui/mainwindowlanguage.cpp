// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/controls/fetchbar.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/planpanel.h"
#include "ui/documents/autosave.h"
#include "ui/documents/documentstore.h"
#include "ui/documents/recentmenu.h"
#include "ui/documents/unsavedwork.h"
#include "ui/figures/figurepreferences.h"
#include "ui/logs/logdialog.h"
#include "ui/mainwindow.h"
#include "ui/preferences/preferences.h"
#include "ui/reports/reportmaker.h"
#include "ui/settings.h"
#include "ui/thiscomputer/gpuprobing.h"
#include "ui/thiscomputer/thiscomputer.h"
#include "ui/views/answertabs.h"

#include <QScrollBar>
#include <QSplitter>

#include <array>

namespace plimsoll {

namespace {

struct LanguageAction {
    ActionId id;
    QLatin1String choice;
};

constexpr QLatin1String kSystem("system");
constexpr std::array kLanguages{LanguageAction{ActionId::LanguageSystem, kSystem},
                                LanguageAction{ActionId::LanguageEnglish, QLatin1String("en")},
                                LanguageAction{ActionId::LanguageChinese, QLatin1String("zh_CN")}};

} // namespace

void MainWindow::connectLanguages()
{
    for (const LanguageAction &each : kLanguages) {
        connect((*m_actions)[each.id], &QAction::triggered, this, [this, choice = QString(each.choice)] {
            Preferences wanted = preferences();
            wanted.language = choice == kSystem ? QString() : choice;
            setPreferences(wanted);
        });
    }
}

void MainWindow::setLanguage(const QString &choice)
{
    for (const LanguageAction &each : kLanguages) {
        if (choice == each.choice)
            (*m_actions)[each.id]->setChecked(true);
    }
}

void MainWindow::continueFrom(MainWindow &previous)
{
    restoreGeometry(previous.saveGeometry());
    resize(previous.size()); // geometry that is restored is kept within the screen, which the last window may exceed
    m_sides->restoreState(previous.m_sides->saveState());
    m_parts->restoreState(previous.m_parts->saveState());
    m_tabs->setFitPreferences(previous.m_tabs->fitPreferences());
    m_tabs->showPage(previous.m_tabs->currentId());
    setUnit(previous.m_unit);
    if (previous.m_theme != m_theme)
        setTheme(previous.m_theme);
    m_fetchBar->setFetcher(previous.m_fetchBar->takeFetcher());
    const bool showsComputer = previous.m_planPanel->gpu()->computerButton()->isChecked();
    m_computer->setProbing(previous.m_computer->takeProbing());
    m_planPanel->gpu()->computerButton()->setChecked(showsComputer);
    *m_preferences = *previous.m_preferences;
    *m_figurePreferences = *previous.m_figurePreferences;
    setReportCommand(previous.m_reports->command());
    m_recent->setFiles(previous.m_recent->files());
    m_settings = std::move(previous.m_settings);
    m_store->continueFrom(*previous.m_store);
    m_autosave = std::move(previous.m_autosave);
    m_foundWork = std::move(previous.m_foundWork);
    m_moreWork = previous.m_moreWork;
    if (m_autosave) {
        m_autosave->setStore(m_store);
        listenToAutosave();
    }
    if (previous.m_unsavedNotice->isVisibleTo(&previous))
        showUnsavedNotice();
    if (previous.m_logs && previous.m_logs->isVisible())
        logs()->continueFrom(*previous.m_logs);
    showPlan();
    showAnswer();
    const int scrolled = previous.m_planPanel->verticalScrollBar()->value();
    m_planPanel->verticalScrollBar()->setValue(scrolled);
}

} // namespace plimsoll
