// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/sizeformat.h"
#include "ui/theme.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QGraphicsOpacityEffect)
QT_FORWARD_DECLARE_CLASS(QMimeData)
QT_FORWARD_DECLARE_CLASS(QSplitter)

namespace plimsoll {

class Actions;
class AnswerTabs;
class Autosave;
class CatalogLoader;
class BreakdownView;
class Figure;
class FigureDialog;
struct FigurePreferences;
struct ChartValues;
class DocumentStore;
class ElidedLabel;
class FetchBar;
class GpuProbing;
struct FitChoice;
class HistoryDialog;
class CalibrationBook;
class CalibrationDialog;
class LocalModelsDialog;
class LogDialog;
class ModelFetcher;
class NoticeBar;
class PlanDocument;
class PlanPanel;
struct Plan;
struct Preferences;
class PreferencesDialog;
class Presentation;
class ProblemLabel;
class RecentMenu;
struct ReportCommand;
class ReportMaker;
class SearchPalette;
class ThisComputer;
class Settings;
struct Table;
struct TableLook;
class UnsavedQuestion;
struct UnsavedWork;
class VerdictView;

/// The window: what a person chooses at the left, what follows at the right. It puts the parts together
/// and hands them the answer of the document; it knows no rule and does no arithmetic.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(PlanDocument *document, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Takes up where the last window left off, and remembers this one when it closes.
    /// Without this call nothing is read or written. `withPlan`: the last plan too.
    void remember(std::unique_ptr<Settings> settings, bool withPlan = true);

    /// With one, the window offers to ask the Hugging Face Hub; without one it never does.
    void setModelFetcher(std::unique_ptr<ModelFetcher> fetcher);

    /// With one, the window shows the GPUs of this computer where it is asked to; without one it never asks.
    void setGpuProbing(std::unique_ptr<GpuProbing> probing);

    Preferences preferences() const;
    /// Takes effect at once, and is stored where the window remembers.
    void setPreferences(const Preferences &wanted);

    SizeUnit unit() const { return m_unit; }
    void setUnit(SizeUnit unit);
    void setTheme(ThemeChoice theme);
    /// Which language the menu shows as chosen: "system", "en" or "zh_CN". The window itself speaks the language that
    /// was installed when it was made.
    void setLanguage(const QString &choice);
    /// Shows all as `previous` does and takes over what it remembers and fetches with; that one is of no use any more.
    void continueFrom(MainWindow &previous);

    /// Keeps unsaved changes in that folder, and takes up those of a program that was killed: at once, or where `asked`
    /// (for another plan than theirs) when the person says so.
    void keepUnsaved(const QString &folder, bool asked = false);

    /// Without asking about unsaved changes. False, with a notice in the window, where it failed.
    bool openPlan(const QString &path);
    bool savePlan(const QString &path);
    /// Runs `next` at once, or after the person has saved or discarded unsaved changes; not where they cancel.
    void unlessUnsaved(std::function<void()> next);
    /// A model file or folder becomes the plan's model. False, with a notice in the window and the plan as it was,
    /// where it cannot be read.
    bool openModel(const QString &path);
    /// The list of models that other programs keep on this computer. Made when first asked for.
    LocalModelsDialog *localModels();
    CalibrationBook *calibrationBook() const { return m_calibrationBook; }
    CalibrationDialog *calibrationDialog();
    /// Start-up logs measured beside predicted. Made when first asked for.
    LogDialog *logs();
    /// Reads a start-up log in the background; what comes of it is shown there.
    void openLog(const QString &path);
    /// A plan, a model, a figure or a start-up log, whichever it is.
    bool openFile(const QString &path);
    /// The calculation step by step, over the whole screen. The one that is open, where there is one; null while the
    /// plan never had an answer.
    Presentation *present();
    /// Everything to search in, over the window. It goes when it is closed.
    SearchPalette *openPalette();
    /// The chart that figures are of unless somebody chooses: the visible one, the breakdown where the keyboard is in
    /// it, the first where none is visible.
    QString figureChart() const;
    /// Writes that chart; the ending of the name says as what.
    bool saveFigure(const QString &path) { return saveFigure(path, figureChart()); }
    bool saveFigure(const QString &path, const QString &chart);
    /// What a person chose for figures.
    const FigurePreferences &figurePreferences() const { return *m_figurePreferences; }
    /// Asks for these; null while it is not open.
    FigureDialog *figureDialog() const;
    /// Writes the table of the visible page, or the breakdown where the keyboard is in it.
    bool saveTable(const QString &path);
    /// With it the window offers reports on the plan; without it never.
    void setReportCommand(const ReportCommand &command);
    /// In the background; a notice in the window says what went wrong.
    void saveReport(const QString &path);

    PlanPanel *planPanel() const { return m_planPanel; }
    VerdictView *verdict() const { return m_verdict; }
    AnswerTabs *answers() const { return m_tabs; }
    BreakdownView *breakdown() const { return m_breakdown; }
    /// About the plan: why it has no answer.
    NoticeBar *planNotice() const { return m_planNotice; }
    /// About files.
    NoticeBar *fileNotice() const { return m_fileNotice; }
    /// About unsaved changes of an earlier start.
    NoticeBar *unsavedNotice() const { return m_unsavedNotice; }
    ThisComputer *thisComputer() const { return m_computer; }
    DocumentStore *store() const { return m_store; }
    Autosave *autosave() const { return m_autosave.get(); }
    RecentMenu *recentMenu() const { return m_recent; }
    /// While a model is fetched.
    FetchBar *fetchBar() const { return m_fetchBar; }
    /// What a reader should know about the answer.
    ProblemLabel *warnings() const { return m_warnings; }
    Actions *actions() const { return m_actions; }

    QSize sizeHint() const override;

Q_SIGNALS:
    /// By a person; for what is outside the window.
    void preferencesChanged(const plimsoll::Preferences &preferences);
    /// A person wants the program in this language, as in setLanguage().
    void languageChosen(const QString &choice);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActions();
    void makeParts();
    void arrangeParts();
    void connectDocument();
    void chainTabOrder();

    void showPlan();
    void showAnswer();
    void showPage();
    void showError();
    void showWarnings();
    void showStatus();
    void showTitle();
    void connectFetching();
    void connectComparing();
    void pinPlan();
    void connectExplaining();
    void connectLanguages();
    void connectLogs();
    void askOpenLog();
    void pasteLog();
    void connectComputer();
    /// What the plan names but was not fetched yet; empty where nothing is missing.
    QString missingModel() const;

    void connectDocuments();
    void connectPreferences();
    void connectCalibration();
    void showPreferences();
    void setPrice(std::optional<double> perGpuHour);
    void storePreferences();
    void showHistory();
    /// What "New" begins with.
    Plan beginning() const;
    void askNew();
    void askOpen();
    void askOpenFile(const QString &path);
    void askSave(std::function<void()> next = {});
    void askSaveAs(std::function<void()> next = {});
    void rememberFile();
    void setRecent(const QStringList &files);
    void openRecent(const QString &path);
    void listenToAutosave();
    void showUnsavedNotice();
    void restoreWork();
    /// What the settings say of the last plan: its file, or itself.
    void openLast();
    /// Its file, or what it plans; empty where it has neither.
    QString documentName() const;
    QString shownName() const;
    void askSaveFigure();
    void askFigureFile(const QString &chart);
    void copyFigure(const QString &chart);
    void connectTables();
    std::optional<Table> table();
    void copyTable(const std::function<QMimeData *(const Table &, const TableLook &)> &write);
    void askSaveTable();
    void connectReports();
    void askSaveReport();
    void copyCommand();
    void copyLaunch();
    void pasteLaunch();
    void planWith(const FitChoice &choice);
    void connectHelp();
    /// Help on the control that has the keyboard.
    void showHelp();
    void showShortcuts();
    QString folder() const;
    Figure makeFigure(const QString &chart) const;
    void drawFigure(Figure &figure, const FigurePreferences &options) const;
    /// The last good answer, for charts.
    ChartValues values() const;
    void rememberFolder(const QString &path);

    PlanDocument *m_document;
    DocumentStore *m_store;
    std::unique_ptr<Autosave> m_autosave;
    std::unique_ptr<UnsavedWork> m_foundWork; ///< not taken up yet
    int m_moreWork = 0;
    RecentMenu *m_recent = nullptr;
    QPointer<UnsavedQuestion> m_question;
    NoticeBar *m_unsavedNotice = nullptr;
    std::unique_ptr<Settings> m_settings;
    Actions *m_actions = nullptr;
    PlanPanel *m_planPanel = nullptr;
    VerdictView *m_verdict = nullptr;
    AnswerTabs *m_tabs = nullptr;
    BreakdownView *m_breakdown = nullptr;
    NoticeBar *m_planNotice = nullptr;
    NoticeBar *m_fileNotice = nullptr;
    FetchBar *m_fetchBar = nullptr;
    ProblemLabel *m_warnings = nullptr;
    ElidedLabel *m_status = nullptr;
    QGraphicsOpacityEffect *m_dimming = nullptr; ///< of the table, while it shows an older answer
    QSplitter *m_sides = nullptr;
    QSplitter *m_parts = nullptr;
    SizeUnit m_unit = SizeUnit::GiB;
    ThemeChoice m_theme = ThemeChoice::System;
    LocalModelsDialog *m_localModels = nullptr;
    CalibrationBook *m_calibrationBook = nullptr;
    CalibrationDialog *m_calibrationDialog = nullptr;
    LogDialog *m_logs = nullptr;
    ThisComputer *m_computer = nullptr;
    HistoryDialog *m_history = nullptr;
    std::unique_ptr<Preferences> m_preferences; ///< but for those that the window has itself: see preferences()
    PreferencesDialog *m_preferencesDialog = nullptr;
    CatalogLoader *m_catalogLoader = nullptr;
    QPointer<Presentation> m_presentation; ///< while it is open
    std::unique_ptr<FigurePreferences> m_figurePreferences;
    QPointer<FigureDialog> m_figureDialog;
    ReportMaker *m_reports = nullptr;
    bool m_mayClose = false; ///< the person was asked
};

} // namespace plimsoll
