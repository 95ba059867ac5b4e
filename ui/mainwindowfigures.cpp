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
#include "ui/documents/planfiledialogs.h"
#include "ui/figures/figuredialog.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"
#include "ui/views/breakdownview.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QStatusBar>
#include <QTreeView>

#include <algorithm>
#include <map>

namespace plimsoll {

namespace {

constexpr int kMessageMs = 6000;
constexpr QLatin1String kBreakdown("breakdown");

} // namespace

QString MainWindow::figureChart() const
{
    const QString shown = chartOfPage(m_breakdown->tree()->hasFocus() ? kBreakdown : m_tabs->currentId());
    return shown.isEmpty() ? QLatin1String(chartRegistry().front().id) : shown;
}

Figure MainWindow::makeFigure(const QString &chart) const
{
    const ResolvedPlan &resolved = m_document->resolved();
    return Figure(makeChart(chart), {planTitle(resolved, QLocale()), {}, m_document->plan()});
}

void MainWindow::drawFigure(Figure &figure, const FigurePreferences &options) const
{
    ChartValues shown = values();
    std::vector<ComparedPlan> pinned;
    if (figure.chart().comparesPlans())
        pinned = m_tabs->pinnedAnswers();
    shown.pinned = &pinned;
    figure.setCaption(options.captioned ? figureCaption(shown.plan, m_document->catalog(), QLocale()) : QString());
    FigureLook look = options.look(); // of one size and type whatever the window looks like
    look.font = font();
    figure.draw(shown, look);
}

bool MainWindow::saveFigure(const QString &path, const QString &chart)
{
    if (!m_document->hasAnswer())
        return false;
    Figure saved = makeFigure(chart);
    drawFigure(saved, *m_figurePreferences);
    if (const std::optional<Error> error = saved.save(path, m_figurePreferences->scale)) {
        m_fileNotice->setNotice(error->text, tr("D&ismiss"));
        return false;
    }
    m_fileNotice->clear();
    rememberFolder(path);
    statusBar()->showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), kMessageMs);
    return true;
}

void MainWindow::askSaveFigure()
{
    if (!m_document->hasAnswer())
        return;
    // One of each chart for all the pictures of the dialog: a sweep keeps its curve.
    const auto drawn = std::make_shared<std::map<QString, Figure>>();
    const auto draw = [this, drawn](const QString &chart, const FigurePreferences &options, QSize most) {
        auto found = drawn->find(chart);
        if (found == drawn->end())
            found = drawn->emplace(chart, makeFigure(chart)).first;
        Figure &figure = found->second;
        drawFigure(figure, options);
        const QSizeF size = figure.size();
        return figure.image(
            std::min({most.width() / size.width(), most.height() / size.height(), 1.0 * options.scale}));
    };
    m_figureDialog = new FigureDialog(figureChart(), *m_figurePreferences, draw, this);
    m_figureDialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto keep = [this](const FigurePreferences &options) {
        *m_figurePreferences = options;
        if (m_settings)
            m_settings->setFigurePreferences(options);
    };
    connect(m_figureDialog, &FigureDialog::saveChosen, this,
            [this, keep](const QString &chart, const FigurePreferences &options) {
                keep(options);
                askFigureFile(chart);
            });
    connect(m_figureDialog, &FigureDialog::copyChosen, this,
            [this, keep](const QString &chart, const FigurePreferences &options) {
                keep(options);
                copyFigure(chart);
            });
    m_figureDialog->open();
}

FigureDialog *MainWindow::figureDialog() const
{
    return m_figureDialog;
}

void MainWindow::askFigureFile(const QString &chart)
{
    askWhereToWrite(
        this, folder() + QStringLiteral("/plimsoll-%1.svg").arg(chart),
        {tr("Save the chart"), tr("Vector drawing (*.svg);;Document (*.pdf);;Picture (*.png)"), QStringLiteral("svg")},
        [this, chart](const QString &path) { saveFigure(path, chart); });
}

void MainWindow::copyFigure(const QString &chart)
{
    if (!m_document->hasAnswer())
        return;
    Figure copied = makeFigure(chart);
    drawFigure(copied, *m_figurePreferences);
    auto *content = new QMimeData;
    content->setImageData(copied.image(m_figurePreferences->scale));
    // Made into a PNG by the clipboard, the picture would lose its plan.
    content->setData(QStringLiteral("image/png"), copied.bytes(FigureFormat::Png, m_figurePreferences->scale));
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
