// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/controls/noticebar.h"
#include "ui/documents/planfiledialogs.h"
#include "ui/logs/logcalibrator.h"
#include "ui/logs/logdialog.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStatusBar>

namespace plimsoll {

namespace {

constexpr int kMessageMs = 6000;

} // namespace

void MainWindow::connectLogs()
{
    const Actions &actions = *m_actions;
    connect(actions[ActionId::OpenLog], &QAction::triggered, this, &MainWindow::askOpenLog);
    connect(actions[ActionId::PasteLog], &QAction::triggered, this, &MainWindow::pasteLog);
}

LogDialog *MainWindow::logs()
{
    if (m_logs)
        return m_logs;
    m_logs = new LogDialog(m_document->catalog(), this);
    m_logs->setUnit(m_unit);
    m_logs->setPlan(m_document->plan());
    // Their keys work there as well.
    m_logs->addActions(
        {(*m_actions)[ActionId::OpenLog], (*m_actions)[ActionId::PasteLog], (*m_actions)[ActionId::WhatsThis]});
    connect(m_document, &PlanDocument::planChanged, m_logs, [this] { m_logs->setPlan(m_document->plan()); });
    connect(m_document, &PlanDocument::catalogChanged, m_logs, &LogDialog::takeCatalog);
    connect(m_logs, &LogDialog::openAsked, this, &MainWindow::askOpenLog);
    connect(m_logs, &LogDialog::fileDropped, this, &MainWindow::askOpenFile);
    connect(m_logs, &LogDialog::planChosen, m_document, [this](const Plan &plan, const QString &log) {
        m_document->setPlan(plan, tr("Plan of %1").arg(log));
        statusBar()->showMessage(tr("The plan is that of %1 now; Undo takes it back").arg(log), kMessageMs);
    });
    new LogCalibrator(m_document, m_calibrationBook, m_logs);
    return m_logs;
}

void MainWindow::openLog(const QString &path)
{
    m_fileNotice->clear();
    rememberFolder(path);
    logs()->read(logOfFile(path));
}

void MainWindow::askOpenLog()
{
    askWhichLog(m_logs && m_logs->isVisible() ? static_cast<QWidget *>(m_logs) : this, folder(),
                [this](const QString &path) { openLog(path); });
}

void MainWindow::pasteLog()
{
    logs()->read(logOfText(tr("the clipboard"), QGuiApplication::clipboard()->text()));
}

} // namespace plimsoll
