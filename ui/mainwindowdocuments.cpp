// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planning/sentences.h"
#include "ui/actions.h"
#include "ui/controls/noticebar.h"
#include "ui/documents/autosave.h"
#include "ui/documents/documentstore.h"
#include "ui/documents/documenttexts.h"
#include "ui/documents/historydialog.h"
#include "ui/documents/recentmenu.h"
#include "ui/documents/unsavedquestion.h"
#include "ui/documents/unsavedwork.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/preferences/preferences.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QLocale>
#include <QSplitter>

namespace plimsoll {

void MainWindow::connectDocuments()
{
    const Actions &actions = *m_actions;
    m_recent = new RecentMenu(actions[ActionId::OpenRecent]->text(), this);
    actions[ActionId::OpenRecent]->setMenu(m_recent);
    connect(actions[ActionId::New], &QAction::triggered, this, &MainWindow::askNew);
    connect(actions[ActionId::History], &QAction::triggered, this, &MainWindow::showHistory);
    connect(m_store, &DocumentStore::fileChanged, this, &MainWindow::showTitle);
    connect(m_store, &DocumentStore::fileChanged, this, &MainWindow::rememberFile);
    connect(m_store, &DocumentStore::fileChanged, m_unsavedNotice, [this] {
        if (!m_foundWork)
            m_unsavedNotice->clear();
    });
    connect(m_recent, &RecentMenu::chosen, this, &MainWindow::openRecent);
    connect(m_recent, &RecentMenu::clearChosen, this, [this] { setRecent({}); });
    connect(m_unsavedNotice, &NoticeBar::firstChosen, this, [this] {
        m_unsavedNotice->clear();
        m_foundWork.reset(); // the next start offers it again
    });
    connect(m_unsavedNotice, &NoticeBar::secondChosen, this, [this] {
        m_unsavedNotice->clear();
        if (m_foundWork)
            unlessUnsaved([this] { restoreWork(); });
        else
            m_store->discardChanges();
    });
}

QString MainWindow::documentName() const
{
    if (!m_store->path().isEmpty())
        return QFileInfo(m_store->path()).fileName();
    return m_document->hasAnswer() ? planTitle(m_document->resolved(), QLocale()) : QString();
}

QString MainWindow::shownName() const
{
    const QString name = documentName();
    return name.isEmpty() ? tr("this plan") : name;
}

void MainWindow::unlessUnsaved(std::function<void()> next)
{
    if (m_question) {
        m_question->raise();
        return;
    }
    if (!m_store->isModified()) {
        next();
        return;
    }
    m_question = new UnsavedQuestion(shownName(), this);
    connect(m_question, &UnsavedQuestion::saveChosen, this, [this, next] { askSave(next); });
    connect(m_question, &UnsavedQuestion::discardChosen, this, next);
    m_question->open();
}

void MainWindow::showHistory()
{
    if (!m_history)
        m_history = new HistoryDialog(m_document->undoStack(), this);
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

Plan MainWindow::beginning() const
{
    const Plan plan = newPlan(*m_preferences);
    // The GPU may be of a catalog that is no longer there.
    const bool isKnown = plan.gpus.empty() || m_document->catalog().gpu(plan.gpus.front().id, {}).ok();
    return isKnown ? plan : PlanDocument::startPlan();
}

void MainWindow::askNew()
{
    unlessUnsaved([this] {
        m_fileNotice->clear();
        m_store->startNew(beginning());
    });
}

void MainWindow::rememberFile()
{
    if (m_store->path().isEmpty())
        return;
    rememberFolder(m_store->path());
    if (m_settings)
        m_settings->setLastFile(m_store->path());
    // Another window may have added to the list since.
    setRecent(withRecentFile(m_settings ? m_settings->recentFiles() : m_recent->files(), m_store->path()));
}

void MainWindow::setRecent(const QStringList &files)
{
    m_recent->setFiles(files);
    if (m_settings)
        m_settings->setRecentFiles(files);
}

void MainWindow::openRecent(const QString &path)
{
    if (QFileInfo::exists(path))
        unlessUnsaved([this, path] { openPlan(path); });
    else
        m_fileNotice->setNotice(fileGoneText(path), tr("D&ismiss"));
}

void MainWindow::openLast()
{
    const QString file = m_settings->lastFile();
    if (!file.isEmpty() && QFileInfo::exists(file)) {
        openPlan(file);
        return;
    }
    const Plan plan = m_settings->lastPlan().value_or(beginning());
    if (plan != m_document->plan())
        m_store->startNew(plan);
    if (!file.isEmpty())
        m_fileNotice->setNotice(fileGoneText(file), tr("D&ismiss"));
}

void MainWindow::keepUnsaved(const QString &folder, bool asked)
{
    m_autosave = std::make_unique<Autosave>(m_document, m_store, folder);
    listenToAutosave();
    FoundWork found = findUnsavedWork(folder);
    if (!found.setAside.isEmpty())
        m_fileNotice->setNotice(filesSetAsideText(found.setAside), tr("D&ismiss"));
    if (!found.newest)
        return;
    m_foundWork = std::make_unique<UnsavedWork>(std::move(*found.newest));
    m_moreWork = found.more;
    const QString path = m_foundWork->state.path;
    if (!asked || (!path.isEmpty() && path == m_store->path())) {
        restoreWork();
        return;
    }
    showUnsavedNotice();
}

void MainWindow::listenToAutosave()
{
    connect(m_autosave.get(), &Autosave::failed, m_fileNotice,
            [this](const Error &error) { m_fileNotice->setNotice(error.text, tr("D&ismiss")); });
}

void MainWindow::showUnsavedNotice()
{
    if (!m_foundWork) {
        m_unsavedNotice->setNotice(workRestoredText(shownName(), m_moreWork), tr("&Keep"), tr("Dis&card changes"));
        return;
    }
    const QString path = m_foundWork->state.path;
    const QString name = path.isEmpty() ? tr("a plan without a file") : QFileInfo(path).fileName();
    m_unsavedNotice->setNotice(workWaitingText(name), tr("&Later"), tr("&Restore"));
}

void MainWindow::restoreWork()
{
    const UnsavedState state = m_foundWork->state;
    m_autosave->adopt(std::move(*m_foundWork));
    m_foundWork.reset();
    m_store->restore(state);
    if (m_store->isModified()) // else it was saved in the last moment
        showUnsavedNotice();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_store->isModified()) {
        event->ignore();
        unlessUnsaved([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    if (m_settings) {
        m_settings->setWindowGeometry(saveGeometry());
        m_settings->setSplitterState(QStringLiteral("sides"), m_sides->saveState());
        m_settings->setSplitterState(QStringLiteral("answers"), m_parts->saveState());
        m_settings->setPage(m_tabs->currentId());
        m_settings->setFitPreferences(m_tabs->fitPreferences());
        m_settings->setUnit(m_unit);
        m_settings->setTheme(m_theme);
        m_settings->setLastFile(m_store->path());
        m_settings->setLastPlan(m_store->saved());
        m_settings->save();
    }
    if (m_autosave)
        m_autosave->forget();
    QMainWindow::closeEvent(event);
}

} // namespace plimsoll
