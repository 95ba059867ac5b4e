// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "core/engines/enginerules.h"
#include "core/planning/fit/fitquestions.h"
#include "core/planning/layouts.h"
#include "core/planning/sentences.h"
#include "ui/actions.h"
#include "ui/charts/chartview.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/engineoptionsform.h"
#include "ui/controls/enginepanel.h"
#include "ui/controls/fetchbar.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/problemlabel.h"
#include "ui/controls/searchpicker.h"
#include "ui/documents/autosave.h"
#include "ui/documents/documentstore.h"
#include "ui/documents/documenttexts.h"
#include "ui/documents/recentmenu.h"
#include "ui/documents/unsavedquestion.h"
#include "ui/documents/unsavedwork.h"
#include "ui/explain/presentation.h"
#include "ui/figures/figuredialog.h"
#include "ui/localmodels/localmodelsdialog.h"
#include "ui/logs/logdialog.h"
#include "ui/plandocument.h"
#include "ui/preferences/preferences.h"
#include "ui/settings.h"
#include "ui/thiscomputer/thiscomputer.h"
#include "ui/views/answertabs.h"
#include "ui/views/breakdownview.h"
#include "ui/views/verdictview.h"
#include "ui/whatfits/fitchoice.h"

#include <QApplication>
#include <QComboBox>
#include <QGraphicsOpacityEffect>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {
namespace {

constexpr std::pair<ActionId, ThemeChoice> kThemeActions[] = {
    {ActionId::ThemeSystem, ThemeChoice::System},
    {ActionId::ThemeLight, ThemeChoice::Light},
    {ActionId::ThemeDark, ThemeChoice::Dark},
    {ActionId::ThemeContrastLight, ThemeChoice::ContrastLight},
    {ActionId::ThemeContrastDark, ThemeChoice::ContrastDark},
};

} // namespace

MainWindow::MainWindow(PlanDocument *document, QWidget *parent)
    : QMainWindow(parent)
    , m_document(document)
    , m_store(new DocumentStore(document, this))
    , m_preferences(std::make_unique<Preferences>())
    , m_figurePreferences(std::make_unique<FigurePreferences>())
{
    setTheme(m_theme);
    makeActions();
    makeParts();
    arrangeParts();
    connectDocument();
    connectDocuments();
    connectPreferences();
    connectCalibration();
    connectFetching();
    connectComparing();
    connectExplaining();
    connectTables();
    connectReports();
    connectHelp();
    connectLanguages();
    connectLogs();
    connectComputer();
    chainTabOrder();
    setAcceptDrops(true);
    showPlan();
    showAnswer();
}

MainWindow::~MainWindow()
{
    delete m_figureDialog; // it draws with what is gone before children are
}

void MainWindow::makeActions()
{
    m_actions = new Actions(m_document->undoStack(), this);
    m_actions->fillMenus(menuBar());
    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_actions->fillToolBar(bar);

    const Actions &actions = *m_actions;
    connect(actions[ActionId::Open], &QAction::triggered, this, &MainWindow::askOpen);
    connect(actions[ActionId::LocalModels], &QAction::triggered, this, [this] { localModels()->show(); });
    connect(actions[ActionId::Save], &QAction::triggered, this, [this] { askSave(); });
    connect(actions[ActionId::SaveAs], &QAction::triggered, this, [this] { askSaveAs(); });
    connect(actions[ActionId::SaveFigure], &QAction::triggered, this, &MainWindow::askSaveFigure);
    connect(actions[ActionId::CopyFigure], &QAction::triggered, this, [this] { copyFigure(figureChart()); });
    connect(actions[ActionId::CopyCommand], &QAction::triggered, this, &MainWindow::copyCommand);
    connect(actions[ActionId::CopyLaunch], &QAction::triggered, this, &MainWindow::copyLaunch);
    connect(actions[ActionId::PasteLaunch], &QAction::triggered, this, &MainWindow::pasteLaunch);
    connect(actions[ActionId::Search], &QAction::triggered, this, &MainWindow::openPalette);
    connect(actions[ActionId::Quit], &QAction::triggered, this, &QWidget::close);
    connect(actions[ActionId::UnitGiB], &QAction::triggered, this, [this] { setUnit(SizeUnit::GiB); });
    connect(actions[ActionId::UnitGB], &QAction::triggered, this, [this] { setUnit(SizeUnit::GB); });
    for (const auto &[id, theme] : kThemeActions)
        connect(actions[id], &QAction::triggered, this, [this, choice = theme] { setTheme(choice); });
}

void MainWindow::makeParts()
{
    m_planPanel = new PlanPanel(m_document, this);
    m_planPanel->model()->picker()->addAction((*m_actions)[ActionId::LocalModels]);
    m_verdict = new VerdictView(this);
    m_verdict->setMinimumHeight(1); // its height follows from its width; as narrow as can be, it would be a tower
    m_tabs = new AnswerTabs(m_document->catalog(), this);
    m_tabs->setRefresh([this] { showPage(); });
    m_breakdown = new BreakdownView(this);
    m_dimming = new QGraphicsOpacityEffect(m_breakdown->tree());
    m_dimming->setOpacity(0.4);
    m_dimming->setEnabled(false);
    m_breakdown->tree()->viewport()->setGraphicsEffect(m_dimming); // of the table alone, so that its card stays
    m_planNotice = new NoticeBar(this);
    m_fileNotice = new NoticeBar(this);
    m_unsavedNotice = new NoticeBar(this);
    m_fetchBar = new FetchBar(this);
    m_warnings = new ProblemLabel(this, ThemeColor::WarnMark);
    m_status = new ElidedLabel(this);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::arrangeParts()
{
    constexpr int kMargin = 10;
    m_parts = new QSplitter(Qt::Vertical, this);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(kMargin);
    m_parts->addWidget(m_tabs);
    m_parts->addWidget(m_breakdown);
    m_parts->setStretchFactor(0, 1);
    m_parts->setStretchFactor(1, 0);
    const int line = fontMetrics().height();
    m_parts->setSizes({30 * line, 16 * line}); // the table in full, the chart with what is left

    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kMargin);
    column->addWidget(m_fetchBar);
    column->addWidget(m_unsavedNotice);
    column->addWidget(m_fileNotice);
    column->addWidget(m_verdict);
    column->addWidget(m_planNotice);
    column->addWidget(m_warnings);
    column->addWidget(m_parts, 1);

    m_sides = new QSplitter(Qt::Horizontal, this);
    m_sides->setChildrenCollapsible(false);
    m_sides->setHandleWidth(kMargin);
    m_sides->addWidget(m_planPanel);
    m_sides->addWidget(right);
    m_sides->setStretchFactor(0, 0);
    m_sides->setStretchFactor(1, 1);

    auto *whole = new QWidget(this);
    auto *frame = new QVBoxLayout(whole);
    frame->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    frame->addWidget(m_sides);
    setCentralWidget(whole);
}

void MainWindow::connectDocument()
{
    connect(m_document, &PlanDocument::planChanged, this, &MainWindow::showPlan);
    connect(m_document, &PlanDocument::estimateChanged, this, &MainWindow::showAnswer);
    connect(m_tabs, &AnswerTabs::contextChosen, m_document, &PlanDocument::setContextLength);
    connect(m_tabs, &AnswerTabs::sequencesChosen, m_document, &PlanDocument::setSequences);
    connect(m_tabs, &AnswerTabs::parametersChosen, m_document, &PlanDocument::setFreeSize);
    connect(m_tabs, &AnswerTabs::dragStarted, m_document, &PlanDocument::beginDrag);
    connect(m_tabs, &AnswerTabs::dragFinished, m_document, &PlanDocument::endDrag);
    connect(m_tabs, &AnswerTabs::pageChanged, this, &MainWindow::chainTabOrder);
    connect(m_tabs, &AnswerTabs::formatChosen, m_document, [this](int slot) {
        if (m_document->hasAnswer())
            m_document->setWeights(m_document->resolved().formats[size_t(slot)].id);
    });
    connect(m_tabs, &AnswerTabs::planChosen, m_document, &PlanDocument::takeOver);
    connect(m_tabs, &AnswerTabs::fitChosen, this, &MainWindow::planWith);
    connect(m_planNotice, &NoticeBar::firstChosen, m_document->undoStack(), &QUndoStack::undo);
    connect(m_planNotice, &NoticeBar::secondChosen, m_document, [this] {
        if (const QString missing = missingModel(); !missing.isEmpty())
            m_fetchBar->fetch(missing);
        else if (m_document->nearestLayout())
            m_document->setParallel(*m_document->nearestLayout());
    });
    connect(m_fileNotice, &NoticeBar::firstChosen, m_fileNotice, &NoticeBar::clear);
    connect(m_planPanel->engine()->options(), &EngineOptionsForm::rowsChanged, this, &MainWindow::chainTabOrder);
}

void MainWindow::planWith(const FitChoice &choice)
{
    const GpuFit &fit = choice.fit;
    Plan plan = m_document->plan();
    plan.gpus = {{fit.gpu, fit.count}};
    plan.parallel.reset();
    if (fit.parallel.pipeline > 1) // tensor parallel over all of them is the default
        plan.parallel = fit.parallel;
    if (!choice.format.isEmpty())
        plan.weights = choice.format;
    if (!choice.model.isEmpty())
        plan.model = NamedModel{choice.model};
    m_document->setPlan(plan, tr("Plan with %1 × %2").arg(fit.count).arg(fit.name));
}

void MainWindow::chainTabOrder()
{
    QList<QWidget *> order = m_planPanel->tabOrder();
    order += {m_fetchBar->choices(), m_fetchBar->takeButton(), m_fetchBar->cancelButton()};
    order += {m_unsavedNotice->secondButton(), m_unsavedNotice->firstButton()};
    order += {m_fileNotice->firstButton(), m_planNotice->secondButton(), m_planNotice->firstButton()};
    order += m_tabs->bar();
    order += m_tabs->pageTabOrder();
    order += m_breakdown->tree();
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void MainWindow::showPlan()
{
    m_planPanel->showPlan();
    showTitle();
}

void MainWindow::showAnswer()
{
    m_tabs->setEnabled(m_document->valid());
    m_breakdown->setEnabled(m_document->valid());
    m_dimming->setEnabled(!m_document->valid());
    if (!m_document->valid()) {
        showError();
        return;
    }
    m_planNotice->clear();
    const ResolvedPlan &plan = m_document->resolved();
    const Estimate &estimate = m_document->estimate();
    const Comparison &comparison = m_document->comparison();
    m_verdict->show(plan, estimate, comparison, m_unit);
    showPage();
    m_breakdown->show(plan, estimate, comparison, m_unit);
    m_planPanel->showAnswer(m_unit);
    showWarnings();
    showStatus();
}

/// A page that is shown for the first time while the plan has no answer shows the last one, as the others do.
void MainWindow::showPage()
{
    if (!m_document->hasAnswer())
        return;
    m_tabs->setPlan(m_document->plan(), m_document->valid());
    m_tabs->show(values());
}

ChartValues MainWindow::values() const
{
    return {m_document->resolved(), m_document->estimate(), m_document->comparison(), m_unit, nullptr,
            &m_document->catalog()};
}

void MainWindow::showError()
{
    m_verdict->showError(m_document->error());
    const QString nearest =
        m_document->nearestLayout() ? tr("Use %1").arg(layoutText(*m_document->nearestLayout())) : QString();
    const QString other = missingModel().isEmpty() ? nearest : tr("Ask the Hub");
    const QString undo = m_document->undoStack()->canUndo() ? tr("U&ndo") : QString();
    m_planNotice->setNotice(tr("Below is the answer to the plan before this change."), undo, other);
    m_warnings->setProblems({});
    m_planPanel->gpu()->setStale(true);
}

void MainWindow::showWarnings()
{
    QStringList texts;
    for (const WarningText &warning : warningTexts(m_document->resolved(), m_document->estimate()))
        texts += warning.text;
    m_warnings->setProblems(texts);
}

void MainWindow::showStatus()
{
    const ResolvedPlan &plan = m_document->resolved();
    const Catalog &catalog = m_document->catalog();
    const QString engine = plan.engineVersion.isEmpty() ? plan.engine->name()
                                                        : plan.engine->name() + QLatin1Char(' ')
                                                              + shortVersionName(*plan.engine, plan.engineVersion);
    const auto whole = std::count_if(catalog.gpus().begin(), catalog.gpus().end(),
                                     [](const CatalogEntry &gpu) { return !gpu.id.contains(QLatin1Char('/')); });
    QStringList parts{tr("%1 rules").arg(engine), intervalBasis(plan),
                      tr("catalog of %1 models and %2 GPUs").arg(catalog.models().size()).arg(whole)};
    if (catalog.hasUserData())
        parts += tr("with your own catalog");
    parts += tr("works offline");
    parts.removeAll(QString());
    m_status->setText(parts.join(QStringLiteral(" · ")));
}

void MainWindow::showTitle()
{
    const QString name = documentName();
    setWindowTitle(name.isEmpty() ? tr("Plimsoll") : tr("%1[*] - Plimsoll").arg(name));
    setWindowModified(m_store->isModified());
}

void MainWindow::setUnit(SizeUnit unit)
{
    (*m_actions)[unit == SizeUnit::GB ? ActionId::UnitGB : ActionId::UnitGiB]->setChecked(true);
    if (unit == m_unit)
        return;
    m_unit = unit;
    if (m_localModels)
        m_localModels->setUnit(unit);
    if (m_logs)
        m_logs->setUnit(unit);
    m_computer->setUnit(unit);
    showAnswer();
}

void MainWindow::setTheme(ThemeChoice theme)
{
    m_theme = theme;
    QApplication::setPalette(QPalette()); // back to the desktop's own, to see what it is
    QApplication::setPalette(paletteFor(theme, QApplication::palette()));
    if (m_actions) {
        for (const auto &[id, choice] : kThemeActions) {
            if (choice == theme)
                (*m_actions)[id]->setChecked(true);
        }
    }
}

void MainWindow::remember(std::unique_ptr<Settings> settings, bool withPlan)
{
    m_settings = std::move(settings);
    if (!m_settings)
        return;
    restoreGeometry(m_settings->windowGeometry());
    m_sides->restoreState(m_settings->splitterState(QStringLiteral("sides")));
    m_parts->restoreState(m_settings->splitterState(QStringLiteral("answers")));
    setUnit(m_settings->unit());
    if (m_settings->theme() != m_theme)
        setTheme(m_settings->theme());
    *m_preferences = m_settings->preferences();
    *m_figurePreferences = m_settings->figurePreferences();
    m_tabs->setFitPreferences(m_settings->fitPreferences());
    m_tabs->showPage(m_settings->page());
    m_recent->setFiles(m_settings->recentFiles());
    if (const QString aside = m_settings->setAsideAs(); !aside.isEmpty())
        m_fileNotice->setNotice(settingsSetAsideText(aside), tr("D&ismiss"));
    if (withPlan)
        openLast();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange && m_theme == ThemeChoice::System)
        setTheme(ThemeChoice::System);
}

QSize MainWindow::sizeHint() const
{
    return {1360, 860};
}

} // namespace plimsoll
