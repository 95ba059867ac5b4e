// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/charts/chartview.h"
#include "ui/controls/combobox.h"
#include "ui/controls/countbox.h"
#include "ui/controls/engineoptionsform.h"
#include "ui/controls/enginepanel.h"
#include "ui/controls/fieldslider.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/precisionpanel.h"
#include "ui/controls/precisionslider.h"
#include "ui/controls/searchpicker.h"
#include "ui/controls/slider.h"
#include "ui/controls/workloadpanel.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"
#include "ui/views/verdictview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace plimsoll {

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void startsOnAnAnswer();
    void choosesAModelByTyping();
    void dragsPrecisionToInt4AndBack();
    void clickOnAColumnChoosesIt();
    void parameterSliderMakesAFreeSize();
    void typedContextIsOneUndoStep();
    void contextBeyondTheModelStillAnswers();
    void choosesAGpuAndACount();
    void withoutAGpu();
    void illegalCountSaysWhyAndOffersTheNearest();
    void illegalCountUndoes();
    void everyFormatShows();
    void everyKvFormatShows();
    void keysAndValuesApartShow();
    void engineAndVersion();
    void buildsOfAnEngine();
    void engineOptions();
    void badOptionIsKeptAndExplained();
    void everythingUndoesBackToTheStart();
    void unitsChangeEverywhere();
    void themesSwitch();
    void remembersTheNextTime();
    void remembersNothingUnlessTold();

private:
    PlanPanel *panel() { return m_window->planPanel(); }
    void settle() { m_document->flush(); }
    void pick(SearchPicker *picker, const QString &typed);

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void MainWindowTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void MainWindowTest::pick(SearchPicker *picker, const QString &typed)
{
    QTest::mouseClick(picker, Qt::LeftButton);
    QTest::keyClicks(picker->popup()->searchLine(), typed);
    QTest::keyClick(picker->popup()->searchLine(), Qt::Key_Return);
    settle();
}

void MainWindowTest::startsOnAnAnswer()
{
    QVERIFY(panel()->model()->picker()->text().contains(QStringLiteral("Llama-3.1-8B"))
            || panel()->model()->picker()->text().contains(QStringLiteral("Llama 3.1 8B")));
    QVERIFY(panel()->gpu()->picker()->text().contains(QStringLiteral("4090")));
    QCOMPARE(panel()->workload()->context()->field()->text(), QStringLiteral("8,192"));
    QCOMPARE(panel()->workload()->users()->field()->text(), QStringLiteral("1"));
    QCOMPARE(panel()->precision()->slider()->stop(), 1); // published in BF16
    QCOMPARE(m_window->verdict()->sign(), VerdictMark::Sign::Fits);
    QVERIFY(m_window->planNotice()->isHidden());
    QVERIFY(m_window->fileNotice()->isHidden());
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void MainWindowTest::choosesAModelByTyping()
{
    pick(panel()->model()->picker(), QStringLiteral("qwen2.5 7b"));
    const auto *named = std::get_if<NamedModel>(&m_document->plan().model);
    QVERIFY(named);
    QVERIFY2(named->id.startsWith(QStringLiteral("Qwen/Qwen2.5-7B")), qPrintable(named->id));
    QVERIFY(panel()->model()->picker()->text().contains(QStringLiteral("7B")));
    // Qwen2.5-7B has 7,615,616,512 parameters (models.json).
    QCOMPARE(panel()->model()->parameters()->value(), 7'615'616'512);
    QCOMPARE(panel()->model()->parameters()->field()->text(), QStringLiteral("7.62 B"));
}

void MainWindowTest::dragsPrecisionToInt4AndBack()
{
    PrecisionSlider *precision = panel()->precision()->slider();
    Slider *bar = precision->slider();
    const int y = bar->height() / 2;
    QTest::mousePress(bar, Qt::LeftButton, {}, QPoint(bar->handleCentre(bar->value()), y));
    for (int x = bar->handleCentre(bar->value()); x < bar->width(); x += 5)
        QTest::mouseMove(bar, QPoint(x, y));
    QTest::mouseRelease(bar, Qt::LeftButton, {}, QPoint(bar->width() - 1, y));
    settle();
    QCOMPARE(m_document->resolved().ownSlot, 3);
    QCOMPARE(precision->stop(), 3);
    QCOMPARE(panel()->precision()->weights()->currentData().toString(), m_document->plan().weights);
    QCOMPARE(m_document->undoStack()->count(), 1);

    m_document->undoStack()->undo();
    settle();
    QCOMPARE(precision->stop(), 1);
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
}

void MainWindowTest::clickOnAColumnChoosesIt()
{
    ChartView *chart = m_window->answers()->currentChart();
    QVERIFY(chart);
    QVERIFY(chart->panel()->targetCount() >= 4);
    const QPoint column = chart->panel()->targetRect(2).center().toPoint();
    QTest::mouseMove(chart, column);
    QTest::mouseClick(chart, Qt::LeftButton, {}, column);
    settle();
    QCOMPARE(m_document->resolved().ownSlot, 2);
    QCOMPARE(panel()->precision()->slider()->stop(), 2);
    QCOMPARE(chart->panel()->chosenTarget(), 2);
}

void MainWindowTest::parameterSliderMakesAFreeSize()
{
    FieldSlider *parameters = panel()->model()->parameters();
    parameters->field()->setFocus();
    parameters->field()->selectAll();
    QTest::keyClicks(parameters->field(), QStringLiteral("70b"));
    QTest::keyClick(parameters->field(), Qt::Key_Return);
    settle();
    QCOMPARE(std::get<FreeSize>(m_document->plan().model).parameters, 70'000'000'000);
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QVERIFY(!panel()->model()->picker()->text().contains(QStringLiteral("Llama")));
    QCOMPARE(panel()->model()->parameters()->value(), 70'000'000'000);
}

void MainWindowTest::typedContextIsOneUndoStep()
{
    FieldSlider *context = panel()->workload()->context();
    context->field()->setFocus();
    context->field()->selectAll();
    QTest::keyClicks(context->field(), QStringLiteral("32k"));
    QTest::keyClick(context->field(), Qt::Key_Tab);
    settle();
    QCOMPARE(m_document->resolved().workload.contextLength, 32768);
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    settle();
    QCOMPARE(context->field()->text(), QStringLiteral("8,192"));
}

void MainWindowTest::contextBeyondTheModelStillAnswers()
{
    FieldSlider *context = panel()->workload()->context();
    QTest::keyClick(context->slider(), Qt::Key_End);
    settle();
    QCOMPARE(m_document->resolved().workload.contextLength, 2 * 131072);
    QVERIFY(m_document->valid());
    QVERIFY(m_document->estimate().warnings.test(size_t(Warning::BeyondModelContext)));
}

void MainWindowTest::choosesAGpuAndACount()
{
    pick(panel()->gpu()->picker(), QStringLiteral("h100 sxm"));
    QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-h100-sxm-80gb"));
    QVERIFY(panel()->gpu()->layoutBox()->isHidden());
    QSpinBox *count = panel()->gpu()->count();
    count->setFocus();
    count->selectAll();
    QTest::keyClicks(count, QStringLiteral("4"));
    QTest::keyClick(count, Qt::Key_Return);
    settle();
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QCOMPARE(m_document->resolved().layout.gpus, 4);
    QComboBox *layout = panel()->gpu()->layoutBox();
    QVERIFY(!layout->isHidden());
    QCOMPARE(layout->currentText(), QStringLiteral("TP 4 \u00b7 PP 1"));
    layout->setFocus();
    QTest::keyClick(layout, Qt::Key_Down);
    settle();
    QCOMPARE(m_document->plan().parallel, std::optional<Parallel>({2, 2, 1, 1}));
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
}

void MainWindowTest::withoutAGpu()
{
    pick(panel()->gpu()->picker(), QStringLiteral("no gpu"));
    QVERIFY(m_document->plan().gpus.empty());
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QCOMPARE(m_window->verdict()->sign(), VerdictMark::Sign::NoGpu);
    QVERIFY(!panel()->gpu()->count()->isEnabled());
    QCOMPARE(panel()->gpu()->picker()->text(), QStringLiteral("No GPU"));
}

void MainWindowTest::illegalCountSaysWhyAndOffersTheNearest()
{
    panel()->gpu()->count()->setValue(3);
    settle();
    QCOMPARE(m_window->verdict()->sign(), VerdictMark::Sign::Error);
    QCOMPARE(m_window->verdict()->details(), m_document->error().text);
    NoticeBar *notice = m_window->planNotice();
    QVERIFY(notice->isVisible());
    QVERIFY(!m_window->answers()->isEnabled());
    QCOMPARE(panel()->gpu()->count()->value(), 3);
    QVERIFY(notice->secondButton()->isVisible());
    QTest::mouseClick(notice->secondButton(), Qt::LeftButton);
    settle();
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QVERIFY(notice->isHidden());
    QVERIFY(m_window->answers()->isEnabled());
}

void MainWindowTest::illegalCountUndoes()
{
    panel()->gpu()->count()->setValue(3);
    settle();
    QVERIFY(!m_document->valid());
    QTest::mouseClick(m_window->planNotice()->firstButton(), Qt::LeftButton);
    settle();
    QVERIFY(m_document->valid());
    QCOMPARE(panel()->gpu()->count()->value(), 1);
    QCOMPARE(m_window->verdict()->sign(), VerdictMark::Sign::Fits);
}

void MainWindowTest::everyFormatShows()
{
    QComboBox *weights = panel()->precision()->weights();
    QTRY_VERIFY(weights->count() > 30);
    int formats = 0;
    for (int index = 0; index < weights->count(); ++index) {
        const QString id = weights->itemData(index).toString();
        if (id.isEmpty())
            continue;
        ++formats;
        m_document->setWeights(id);
        settle();
        QVERIFY2(m_document->valid(), qPrintable(id + QLatin1String(": ") + m_document->error().text));
        QCOMPARE(weights->currentData().toString(), id);
        const bool isStop = m_document->resolved().ownSlot < kComparisonFormats;
        QCOMPARE(panel()->precision()->slider()->stop() >= 0, isStop);
    }
    QVERIFY(formats > 30);
}

void MainWindowTest::everyKvFormatShows()
{
    QComboBox *kvCache = panel()->precision()->kvCache();
    QTRY_VERIFY(kvCache->count() > 3);
    for (int index = 0; index < kvCache->count(); ++index) {
        const QString id = kvCache->itemData(index).toString();
        m_document->setKvCache(id, id);
        settle();
        QVERIFY2(m_document->valid(), qPrintable(id + QLatin1String(": ") + m_document->error().text));
        QCOMPARE(kvCache->currentData().toString(), id);
    }
}

void MainWindowTest::keysAndValuesApartShow()
{
    PrecisionPanel *precision = panel()->precision();
    QVERIFY(!precision->kvValues()->isVisible());
    m_document->setKvCache(QStringLiteral("q8_0"), QStringLiteral("q4_0"));
    settle();
    QVERIFY(precision->kvValues()->isVisible());
    QVERIFY(precision->apart()->isChecked());
    QCOMPARE(precision->kvCache()->currentData().toString(), QStringLiteral("q8_0"));
    QCOMPARE(precision->kvValues()->currentData().toString(), QStringLiteral("q4_0"));
    m_document->undoStack()->undo();
    settle();
    QCOMPARE(precision->kvCache()->currentData().toString(), QStringLiteral("auto"));
    QCOMPARE(precision->kvValues()->currentData().toString(), QStringLiteral("auto"));
}

void MainWindowTest::engineAndVersion()
{
    EnginePanel *engine = panel()->engine();
    QCOMPARE(engine->engine()->currentData().toString(), QStringLiteral("vllm"));
    QCOMPARE(engine->version()->currentIndex(), 0); // the newest
    engine->version()->setFocus();
    QTest::keyClick(engine->version(), Qt::Key_Down);
    settle();
    QVERIFY(!m_document->plan().engineVersion.isEmpty());
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QCOMPARE(engine->version()->currentIndex(), 1);

    engine->engine()->setFocus();
    QTest::keyClick(engine->engine(), Qt::Key_End);
    settle();
    QCOMPARE(m_document->plan().engine, QStringLiteral("rule-of-thumb"));
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QVERIFY(engine->version()->isHidden());
}

/// A build between two records shows the one whose rules it takes, by the name that people give it.
void MainWindowTest::buildsOfAnEngine()
{
    EnginePanel *engine = panel()->engine();
    m_document->setEngine(QStringLiteral("llama.cpp"), QStringLiteral("b9000"));
    settle();
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QCOMPARE(engine->version()->currentText(), QStringLiteral("b8619"));
    QCOMPARE(engine->version()->itemText(0), QStringLiteral("0.5"));
    engine->version()->setFocus();
    QTest::keyClick(engine->version(), Qt::Key_Down);
    settle();
    QCOMPARE(m_document->plan().engineVersion, QStringLiteral("b7774"));
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
}

void MainWindowTest::engineOptions()
{
    m_document->setEngine(QStringLiteral("rule-of-thumb"));
    m_document->setFreeSize(13'000'000'000);
    m_document->setWeights(QStringLiteral("fp16"));
    settle();
    // product.md: 13e9 x 2 x 1.2 = 31.2 GB.
    QCOMPARE(m_document->estimate().total.total().count(), 31'200'000'000);
    EnginePanel *engine = panel()->engine();
    QVERIFY(engine->options()->isHidden());
    QTest::mouseClick(engine->optionsButton(), Qt::LeftButton);
    QVERIFY(!engine->options()->isHidden());
    auto *overhead = qobject_cast<QLineEdit *>(engine->options()->editor(QStringLiteral("overhead")));
    QVERIFY(overhead);
    QVERIFY(overhead->placeholderText().contains(QStringLiteral("0.2")));
    overhead->setFocus();
    QTest::keyClicks(overhead, QStringLiteral("0.5"));
    QTest::keyClick(overhead, Qt::Key_Return);
    settle();
    QCOMPARE(m_document->estimate().total.total().count(), 39'000'000'000);
    overhead->clear();
    QTest::keyClick(overhead, Qt::Key_Return);
    settle();
    QVERIFY(m_document->plan().engineOptions.isEmpty());
    QCOMPARE(m_document->estimate().total.total().count(), 31'200'000'000);
}

void MainWindowTest::badOptionIsKeptAndExplained()
{
    EnginePanel *engine = panel()->engine();
    QTest::mouseClick(engine->optionsButton(), Qt::LeftButton);
    auto *share = qobject_cast<QLineEdit *>(engine->options()->editor(QStringLiteral("gpuMemoryUtilization")));
    QVERIFY(share);
    share->setFocus();
    QTest::keyClicks(share, QStringLiteral("lots"));
    QTest::keyClick(share, Qt::Key_Return);
    settle();
    QVERIFY(!m_document->valid());
    QCOMPARE(share->text(), QStringLiteral("lots"));
    QVERIFY(m_window->verdict()->details().contains(QStringLiteral("gpuMemoryUtilization")));
    m_document->undoStack()->undo();
    settle();
    QVERIFY(m_document->valid());
    QVERIFY(share->text().isEmpty());
}

void MainWindowTest::everythingUndoesBackToTheStart()
{
    const qint64 total = m_document->estimate().total.total().count();
    pick(panel()->model()->picker(), QStringLiteral("qwen 32"));
    QTest::keyClick(panel()->precision()->slider()->slider(), Qt::Key_End);
    QTest::keyClick(panel()->workload()->context()->slider(), Qt::Key_Right);
    QTest::keyClick(panel()->workload()->users()->slider(), Qt::Key_PageUp);
    panel()->gpu()->count()->setValue(2);
    settle();
    const Plan end = m_document->plan();
    const int steps = m_document->undoStack()->count();
    QVERIFY(steps >= 5);
    QAction *undo = (*m_window->actions())[ActionId::Undo];
    for (int i = 0; i < steps; ++i)
        undo->trigger();
    settle();
    QVERIFY(!undo->isEnabled());
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
    QCOMPARE(m_document->estimate().total.total().count(), total);
    QCOMPARE(panel()->workload()->users()->field()->text(), QStringLiteral("1"));
    QAction *redo = (*m_window->actions())[ActionId::Redo];
    for (int i = 0; i < steps; ++i)
        redo->trigger();
    QCOMPARE(m_document->plan(), end);
}

void MainWindowTest::unitsChangeEverywhere()
{
    QVERIFY(m_window->verdict()->sentence().contains(QStringLiteral("GiB")));
    (*m_window->actions())[ActionId::UnitGB]->trigger();
    QVERIFY(!m_window->verdict()->sentence().contains(QStringLiteral("GiB")));
    QVERIFY(m_window->verdict()->sentence().contains(QStringLiteral("GB")));
    QCOMPARE(m_document->undoStack()->count(), 0);
    (*m_window->actions())[ActionId::UnitGiB]->trigger();
    QVERIFY(m_window->verdict()->sentence().contains(QStringLiteral("GiB")));
}

void MainWindowTest::themesSwitch()
{
    (*m_window->actions())[ActionId::ThemeDark]->trigger();
    QTRY_VERIFY(Theme::forPalette(m_window->palette()).isDark());
    (*m_window->actions())[ActionId::ThemeLight]->trigger();
    QTRY_VERIFY(!Theme::forPalette(m_window->palette()).isDark());
    (*m_window->actions())[ActionId::ThemeDark]->trigger();
    (*m_window->actions())[ActionId::ThemeSystem]->trigger();
    QTRY_VERIFY(!Theme::forPalette(m_window->palette()).isDark()); // the offscreen platform is light
}

void MainWindowTest::remembersTheNextTime()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("window.ini"));
    m_window->remember(std::make_unique<Settings>(file));
    m_document->setSequences(17);
    m_window->setUnit(SizeUnit::GB);
    m_window->resize(1111, 777);
    QVERIFY(m_window->savePlan(folder.filePath(QStringLiteral("plan.plimsoll"))));
    QVERIFY(m_window->close());

    PlanDocument document(m_catalog);
    MainWindow window(&document);
    window.remember(std::make_unique<Settings>(file));
    window.show();
    QCOMPARE(document.resolved().workload.sequences, 17);
    QCOMPARE(document.undoStack()->count(), 0);
    QCOMPARE(window.unit(), SizeUnit::GB);
    QCOMPARE(window.size(), QSize(1111, 777));
    QCOMPARE(window.planPanel()->workload()->users()->field()->text(), QStringLiteral("17"));
}

void MainWindowTest::remembersNothingUnlessTold()
{
    m_document->setSequences(17);
    m_window->close();
    QVERIFY(!QFile::exists(Settings::defaultFile()));
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::MainWindowTest)
#include "tst_mainwindow.moc"
