// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sources/modelfile.h"
#include "ui/controls/noticebar.h"
#include "ui/localmodels/localmodelsdialog.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/planfiles.h"
#include "ui/settings.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace plimsoll {

namespace {

/// The one local file of a drop; empty for anything else.
QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

/// By its name alone: what is neither is a plan that cannot be read, and says so.
bool looksLikeModel(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() || hasWeightsEnding(path)
           || info.fileName().compare(QLatin1String("config.json"), Qt::CaseInsensitive) == 0;
}

} // namespace

bool MainWindow::openPlan(const QString &path)
{
    const Result<Plan> plan = loadPlanFile(path);
    if (!plan) {
        m_fileNotice->setNotice(plan.error().text, tr("D&ismiss"));
        return false;
    }
    m_fileNotice->clear();
    m_document->setPlan(*plan, tr("Open %1").arg(QFileInfo(path).fileName()));
    m_document->undoStack()->setClean();
    setPath(path);
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
    if (m_settings)
        m_settings->setLastFolder(QFileInfo(path).absolutePath());
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
    return looksLikeModel(path) ? openModel(path) : openPlan(path);
}

bool MainWindow::savePlan(const QString &path)
{
    if (const std::optional<Error> error = savePlanFile(path, m_document->plan())) {
        m_fileNotice->setNotice(error->text, tr("D&ismiss"));
        return false;
    }
    m_fileNotice->clear();
    m_document->undoStack()->setClean();
    setPath(path);
    return true;
}

void MainWindow::setPath(const QString &path)
{
    m_path = path;
    if (m_settings)
        m_settings->setLastFolder(QFileInfo(path).absolutePath());
    showTitle();
}

QString MainWindow::folder() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).absolutePath();
    const QString last = m_settings ? m_settings->lastFolder() : QString();
    return last.isEmpty() ? QDir::homePath() : last;
}

void MainWindow::askOpen()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a plan or a model"), folder(),
                                     tr("Plans and models (*.plimsoll *.json *.gguf *.safetensors);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::askSave()
{
    if (m_path.isEmpty())
        askSaveAs();
    else
        savePlan(m_path);
}

void MainWindow::askSaveAs()
{
    const QString proposed = m_path.isEmpty() ? folder() + QStringLiteral("/plan.plimsoll") : m_path;
    QString path = QFileDialog::getSaveFileName(this, tr("Save this plan"), proposed, tr("Plans (*.plimsoll *.json)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".plimsoll");
    savePlan(path);
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
    openFile(path);
}

} // namespace plimsoll
