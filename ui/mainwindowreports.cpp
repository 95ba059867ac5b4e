// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/controls/noticebar.h"
#include "ui/documents/planfiledialogs.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/reports/reportmaker.h"

#include <QFileInfo>
#include <QStatusBar>

namespace plimsoll {

namespace {

constexpr int kMessageMs = 6000;

} // namespace

void MainWindow::connectReports()
{
    m_reports = new ReportMaker(this);
    QAction *save = (*m_actions)[ActionId::SaveReport];
    save->setEnabled(false); // until somebody says how reports are made
    connect(save, &QAction::triggered, this, &MainWindow::askSaveReport);
    connect(m_reports, &ReportMaker::made, this, [this](const QString &path) {
        m_fileNotice->clear();
        statusBar()->showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), kMessageMs);
    });
    connect(m_reports, &ReportMaker::failed, this,
            [this](const QString &why) { m_fileNotice->setNotice(why, tr("D&ismiss")); });
}

void MainWindow::setReportCommand(const ReportCommand &command)
{
    m_reports->setCommand(command);
    (*m_actions)[ActionId::SaveReport]->setEnabled(m_reports->canMake());
}

void MainWindow::saveReport(const QString &path)
{
    m_document->flush();
    if (!m_document->valid()) {
        m_fileNotice->setNotice(tr("There is no report on a plan without an answer."), tr("D&ismiss"));
        return;
    }
    rememberFolder(path);
    statusBar()->showMessage(tr("Making the report ..."));
    m_reports->make(m_document->plan(), m_unit, path);
}

void MainWindow::askSaveReport()
{
    askWhereToWrite(this, folder() + QStringLiteral("/plimsoll-report.html"),
                    {tr("Save a report on this plan"),
                     tr("Page that prints well (*.html);;Document (*.pdf);;Markdown (*.md)"), QStringLiteral("html")},
                    [this](const QString &path) { saveReport(path); });
}

} // namespace plimsoll
