// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figures/caption.h"
#include "core/planning/commandline.h"
#include "core/planning/launch/launchcommand.h"
#include "core/planning/launch/launchreader.h"
#include "core/planning/plancomparison.h"
#include "core/planning/sentences.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/figure.h"
#include "ui/controls/noticebar.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QStatusBar>

namespace plimsoll {

namespace {

constexpr int kMessageMs = 6000;

} // namespace

Figure MainWindow::figure() const
{
    std::unique_ptr<ChartPanel> chart = makeChartOfPage(m_tabs->currentId());
    if (!chart)
        chart = chartRegistry().front().make();
    // For a document: light, of one size and type whatever the window looks like.
    ChartValues shown = values();
    std::vector<ComparedPlan> pinned;
    if (chart->comparesPlans())
        pinned = m_tabs->pinnedAnswers();
    shown.pinned = &pinned;
    const ResolvedPlan &resolved = m_document->resolved();
    Figure figure(std::move(chart), {planTitle(resolved, QLocale()),
                                     figureCaption(resolved, m_document->catalog(), QLocale()), m_document->plan()});
    FigureLook look;
    look.font = font();
    figure.draw(shown, look);
    return figure;
}

bool MainWindow::saveFigure(const QString &path)
{
    if (!m_document->hasAnswer())
        return false;
    if (const std::optional<Error> error = figure().save(path, kFigureScale)) {
        m_fileNotice->setNotice(error->text, tr("D&ismiss"));
        return false;
    }
    m_fileNotice->clear();
    if (m_settings)
        m_settings->setLastFolder(QFileInfo(path).absolutePath());
    statusBar()->showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), kMessageMs);
    return true;
}

void MainWindow::askSaveFigure()
{
    const QString proposed = folder() + QStringLiteral("/plimsoll-%1.svg").arg(m_tabs->currentId());
    QString path = QFileDialog::getSaveFileName(this, tr("Save the chart"), proposed,
                                                tr("Vector drawing (*.svg);;Document (*.pdf);;Picture (*.png)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".svg");
    saveFigure(path);
}

void MainWindow::copyFigure()
{
    if (!m_document->hasAnswer())
        return;
    const Figure copied = figure();
    auto *content = new QMimeData;
    content->setImageData(copied.image(kFigureScale));
    // Made into a PNG by the clipboard, the picture would lose its plan.
    content->setData(QStringLiteral("image/png"), copied.bytes(FigureFormat::Png, kFigureScale));
    content->setData(QStringLiteral("image/svg+xml"), copied.bytes(FigureFormat::Svg, 1));
    QGuiApplication::clipboard()->setMimeData(content);
    statusBar()->showMessage(tr("The chart is on the clipboard"), kMessageMs);
}

void MainWindow::copyLaunch()
{
    if (!m_document->valid())
        return;
    const Result<LaunchCommand> command = launchCommand(m_document->resolved());
    if (!command) {
        m_fileNotice->setNotice(command.error().text, tr("D&ismiss"));
        return;
    }
    QGuiApplication::clipboard()->setText(launchScript(*command));
    statusBar()->showMessage(tr("On the clipboard: %1").arg(command->arguments.join(QLatin1Char(' '))), kMessageMs);
}

void MainWindow::pasteLaunch()
{
    const Result<LaunchReading> reading = readLaunchCommand(QGuiApplication::clipboard()->text(), m_document->plan());
    if (!reading) {
        m_fileNotice->setNotice(tr("The clipboard: %1").arg(reading.error().text), tr("D&ismiss"));
        return;
    }
    m_document->setPlan(reading->plan, tr("Paste engine command"));
    const QString read = tr("Read from the command: %1.").arg(reading->fields.join(QLatin1String(", ")));
    m_fileNotice->setNotice(
        reading->unread.isEmpty()
            ? read
            : read + QLatin1Char(' ')
                  + tr("It also has what says nothing of memory: %1.").arg(reading->unread.join(QLatin1String(", "))),
        tr("D&ismiss"));
}

void MainWindow::copyCommand()
{
    const QString command = estimateCommand(m_document->plan());
    if (command.isEmpty()) {
        m_fileNotice->setNotice(tr("This plan carries an architecture of its own, which no option can say. Save the "
                                   "plan, then: plimsoll estimate --plan FILE"),
                                tr("D&ismiss"));
        return;
    }
    QGuiApplication::clipboard()->setText(command);
    statusBar()->showMessage(tr("On the clipboard: %1").arg(command), kMessageMs);
}

} // namespace plimsoll
