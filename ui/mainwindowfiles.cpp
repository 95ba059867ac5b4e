// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logfiles.h"
#include "core/sources/modelfile.h"
#include "core/sources/modelfolder.h"
#include "ui/controls/noticebar.h"
#include "ui/documents/documentstore.h"
#include "ui/documents/droppedfile.h"
#include "ui/documents/planfiledialogs.h"
#include "ui/localmodels/localmodelsdialog.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/settings.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>

namespace plimsoll {

bool MainWindow::openPlan(const QString &path)
{
    if (const std::optional<Error> error = m_store->open(path)) {
        m_fileNotice->setNotice(error->text, tr("D&ismiss"));
        return false;
    }
    m_fileNotice->clear();
    return true;
}

bool MainWindow::openModel(const QString &path)
{
    const Result<ModelSource> source = openModelFile(path);
    const QString why = source ? whyNotServed(*source) : source.error().text;
    if (!why.isEmpty()) {
        const QString name = QFileInfo(path).fileName();
        m_fileNotice->setNotice(source ? tr("%1: %2").arg(name, why) : why, tr("D&ismiss"));
        return false;
    }
    m_fileNotice->clear();
    m_document->setModel(path);
    rememberFolder(path);
    return true;
}

LocalModelsDialog *MainWindow::localModels()
{
    if (!m_localModels) {
        m_localModels = new LocalModelsDialog(this);
        m_localModels->setUnit(m_unit);
        connect(m_localModels, &LocalModelsDialog::chosen, this, &MainWindow::openModel);
    }
    return m_localModels;
}

bool MainWindow::openFile(const QString &path)
{
    if (looksLikeModel(path))
        return openModel(path);
    if (!looksLikeLogFile(path))
        return openPlan(path);
    openLog(path);
    return true;
}

bool MainWindow::savePlan(const QString &path)
{
    if (const std::optional<Error> error = m_store->save(path)) {
        m_fileNotice->setNotice(error->text, tr("D&ismiss"));
        return false;
    }
    m_fileNotice->clear();
    return true;
}

void MainWindow::rememberFolder(const QString &path)
{
    if (m_settings)
        m_settings->setLastFolder(QFileInfo(path).absolutePath());
}

QString MainWindow::folder() const
{
    if (!m_store->path().isEmpty())
        return QFileInfo(m_store->path()).absolutePath();
    const QString last = m_settings ? m_settings->lastFolder() : QString();
    return last.isEmpty() ? QDir::homePath() : last;
}

void MainWindow::askOpenFile(const QString &path)
{
    if (looksLikeModel(path))
        openModel(path);
    else if (looksLikeLogFile(path))
        openLog(path);
    else
        unlessUnsaved([this, path] { openPlan(path); });
}

void MainWindow::askOpen()
{
    askWhatToOpen(this, folder(), [this](const QString &path) { askOpenFile(path); });
}

void MainWindow::askSave(std::function<void()> next)
{
    if (m_store->path().isEmpty())
        askSaveAs(std::move(next));
    else if (savePlan(m_store->path()) && next)
        next();
}

void MainWindow::askSaveAs(std::function<void()> next)
{
    const QString proposed = m_store->path().isEmpty() ? folder() + QStringLiteral("/plan.plimsoll") : m_store->path();
    askWhereToSave(this, proposed, [this, next = std::move(next)](const QString &path) {
        if (savePlan(path) && next)
            next();
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    askOpenFile(path);
}

} // namespace plimsoll
