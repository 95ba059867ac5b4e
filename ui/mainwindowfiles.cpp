// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/noticebar.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/planfiles.h"
#include "ui/settings.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
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
        QFileDialog::getOpenFileName(this, tr("Open a plan"), folder(), tr("Plans (*.json);;All files (*)"));
    if (!path.isEmpty())
        openPlan(path);
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
    const QString proposed = m_path.isEmpty() ? folder() + QStringLiteral("/plan.json") : m_path;
    QString path = QFileDialog::getSaveFileName(this, tr("Save this plan"), proposed, tr("Plans (*.json)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".json");
    savePlan(path);
}

void MainWindow::showAbout()
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Plimsoll"),
                        tr("<h3>Plimsoll %1</h3>"
                           "<p>How deep a large language model loads a GPU: how much memory a deployment needs, "
                           "which GPUs carry it, how many, and why.</p>"
                           "<p>Free software under the GNU General Public License, version 3 or later. "
                           "Nothing leaves this computer.</p>")
                            .arg(QStringLiteral(PLIMSOLL_VERSION)),
                        QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
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
    openPlan(path);
}

} // namespace plimsoll
