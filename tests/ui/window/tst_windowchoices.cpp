// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figures/figureplan.h"
#include "core/planning/commandline.h"
#include "ui/actions.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/chartview.h"
#include "ui/controls/combobox.h"
#include "ui/controls/countbox.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/precisionpanel.h"
#include "ui/controls/quantityfield.h"
#include "ui/controls/searchpicker.h"
#include "ui/controls/workloadpanel.h"
#include "ui/explain/explainview.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"
#include "ui/views/breakdownview.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace plimsoll {

/// What a person chooses on demand (K and V apart, a slice, reserved memory), the pages of the answer, and what
/// they take out of the window.
class WindowChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void keysAndValuesApart();
    void oneFormatAgain();
    void sliceOfAGpu();
    void sliceFoundBySearching();
    void reserved_data();
    void reserved();
    void reservedThatCannotBeRead();
    void reservedInGigabytes();
    void lengthsOfRequests();
    void everyPageShowsAndUndoIsUntouched();
    void pageFirstShownWithoutAnAnswer();
    void clickingTheContextChart();
    void explanationFollowsThePlan();
    void copiesTheCommand();
    void savesFigures_data();
    void savesFigures();
    void figureThatCannotBeWritten();
    void copiesTheFigure();
    void remembersThePage();

private:
    PrecisionPanel *precision() { return m_window->planPanel()->precision(); }
    GpuPanel *gpu() { return m_window->planPanel()->gpu(); }
    void settle() { m_document->flush(); }
    void choose(QComboBox *combo, const QString &data);
    void pickGpu(const QString &typed);

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void WindowChoicesTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void WindowChoicesTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(precision()->weights()->count() > 1); // they come after the first frame
}

void WindowChoicesTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

/// With the keyboard, as a person would: by the first letters of the item.
void WindowChoicesTest::choose(QComboBox *combo, const QString &data)
{
    const int index = combo->findData(data);
    QVERIFY2(index >= 0, qPrintable(data));
    combo->setFocus();
    for (int step = 0; step < combo->count() && combo->currentIndex() != index; ++step)
        QTest::keyClick(combo, combo->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    QCOMPARE(combo->currentIndex(), index);
    settle();
}

void WindowChoicesTest::pickGpu(const QString &typed)
{
    QTest::mouseClick(gpu()->picker(), Qt::LeftButton);
    QTest::keyClicks(gpu()->picker()->popup()->searchLine(), typed);
    QTest::keyClick(gpu()->picker()->popup()->searchLine(), Qt::Key_Return);
    settle();
}

void WindowChoicesTest::keysAndValuesApart()
{
    const Bytes both = m_document->estimate().total[Item::KvCache];
    QVERIFY(!precision()->kvValues()->isVisible());
    QTest::mouseClick(precision()->apart(), Qt::LeftButton);
    QVERIFY(precision()->kvValues()->isVisible());
    QCOMPARE(m_document->undoStack()->count(), 0); // only shown, nothing chosen yet
    choose(precision()->kvValues(), QStringLiteral("fp8"));
    QCOMPARE(m_document->plan().kvValues, QStringLiteral("fp8"));
    QCOMPARE(m_document->resolved().kvKeysName, QStringLiteral("BF16"));
    // Half of the cache in half the bytes.
    QCOMPARE(m_document->estimate().total[Item::KvCache].count(), both.count() * 3 / 4);
}

void WindowChoicesTest::oneFormatAgain()
{
    m_document->setKvCache(QStringLiteral("fp16"), QStringLiteral("fp8"));
    settle();
    QTest::mouseClick(precision()->apart(), Qt::LeftButton);
    settle();
    QVERIFY(!precision()->kvValues()->isVisible());
    QCOMPARE(m_document->plan().kvValues, QStringLiteral("fp16"));
}

void WindowChoicesTest::sliceOfAGpu()
{
    pickGpu(QStringLiteral("h100 sxm5 80"));
    QVERIFY(!gpu()->slice()->isVisible());
    QTest::mouseClick(gpu()->moreButton(), Qt::LeftButton);
    QVERIFY(gpu()->slice()->isVisible());
    choose(gpu()->slice(), QStringLiteral("nvidia-h100-sxm-80gb/3g.40gb"));
    QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-h100-sxm-80gb/3g.40gb"));
    QVERIFY(gpu()->picker()->text().contains(QStringLiteral("H100 SXM5 80GB")));
    // 40,448 MiB as the driver sizes it (gpus.json).
    QVERIFY(m_document->estimate().devices[0].usable < Bytes::fromGiB(40));
    choose(gpu()->slice(), QStringLiteral("nvidia-h100-sxm-80gb"));
    QVERIFY(m_document->estimate().devices[0].usable > Bytes::fromGiB(70));
}

void WindowChoicesTest::sliceFoundBySearching()
{
    pickGpu(QStringLiteral("mig 1g.10gb h100"));
    QVERIFY(m_document->plan().gpus.front().id.contains(QStringLiteral("/1g.10gb")));
    QVERIFY(gpu()->slice()->isVisible());
    QVERIFY(gpu()->slice()->currentText().startsWith(QStringLiteral("1g.10gb")));
}

void WindowChoicesTest::reserved_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("GiB") << "1.5 GiB" << Q_INT64_C(1'610'612'736) << "1.50 GiB";
    QTest::newRow("GB") << "2GB" << Q_INT64_C(2'000'000'000) << "1.86 GiB";
    QTest::newRow("MiB") << "512 MiB" << Q_INT64_C(536'870'912) << "0.50 GiB";
    QTest::newRow("in the unit of the window") << "2" << Q_INT64_C(2'147'483'648) << "2.00 GiB";
    QTest::newRow("none") << "none" << qint64(0) << "none";
    QTest::newRow("nothing") << "" << qint64(0) << "none";
}

void WindowChoicesTest::reserved()
{
    QFETCH(QString, typed);
    QFETCH(qint64, bytes);
    QFETCH(QString, shown);
    const Bytes whole = m_document->estimate().devices[0].usable;
    QTest::mouseClick(gpu()->moreButton(), Qt::LeftButton);
    gpu()->reserve()->setFocus();
    gpu()->reserve()->selectAll();
    QTest::keyClick(gpu()->reserve(), Qt::Key_Delete);
    QTest::keyClicks(gpu()->reserve(), typed);
    QTest::keyClick(gpu()->reserve(), Qt::Key_Return);
    settle();
    QCOMPARE(m_document->plan().reserve.count(), bytes);
    QCOMPARE(gpu()->reserve()->text(), shown);
    QCOMPARE(m_document->estimate().devices[0].usable, whole - Bytes(bytes));
}

void WindowChoicesTest::reservedThatCannotBeRead()
{
    QTest::mouseClick(gpu()->moreButton(), Qt::LeftButton);
    gpu()->reserve()->setFocus();
    gpu()->reserve()->selectAll();
    QTest::keyClicks(gpu()->reserve(), QStringLiteral("lots"));
    QTest::keyClick(gpu()->reserve(), Qt::Key_Return);
    QCOMPARE(gpu()->reserve()->text(), QStringLiteral("lots"));
    QVERIFY(!gpu()->reserve()->problem().isEmpty());
    QCOMPARE(m_document->plan().reserve, Bytes());
}

void WindowChoicesTest::reservedInGigabytes()
{
    m_document->setReserve(Bytes(2'000'000'000));
    settle();
    QVERIFY(gpu()->reserve()->isVisible()); // a plan that reserves unfolds it
    m_window->setUnit(SizeUnit::GB);
    QCOMPARE(gpu()->reserve()->text(), QStringLiteral("2.00 GB"));
}

/// Folded out and typed; the cache is then sized by what is in use, and says so. A cleared line is not known again.
void WindowChoicesTest::lengthsOfRequests()
{
    WorkloadPanel *panel = m_window->planPanel()->workload();
    QVERIFY(!panel->prompt()->isVisible());
    QTest::mouseClick(panel->moreButton(), Qt::LeftButton);
    QVERIFY(panel->prompt()->isVisible());
    m_document->setSequences(4);
    settle();
    const Bytes longest = m_document->estimate().total[Item::KvCache];
    QTest::keyClicks(panel->prompt(), QStringLiteral("2k"));
    QTest::keyClick(panel->prompt(), Qt::Key_Return);
    QTest::keyClicks(panel->answer(), QStringLiteral("1,000"));
    QTest::keyClick(panel->answer(), Qt::Key_Return);
    settle();
    QCOMPARE(m_document->plan().requests.promptTokens.value_or(0), 2048);
    QCOMPARE(m_document->plan().requests.answerTokens.value_or(0), 1000);
    QVERIFY(m_document->estimate().total[Item::KvCache] < longest);
    m_window->answers()->showPage(QStringLiteral("explain"));
    QTRY_VERIFY(m_window->answers()->explanation()->toPlainText().contains(QStringLiteral("what is in use")));
    for (QuantityField *field : {panel->prompt(), panel->answer()}) {
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClick(field, Qt::Key_Return);
    }
    settle();
    QVERIFY(m_document->plan().requests.isEmpty());
    QCOMPARE(m_document->estimate().total[Item::KvCache], longest);
}

void WindowChoicesTest::everyPageShowsAndUndoIsUntouched()
{
    QTabBar *bar = m_window->answers()->bar();
    const auto charts = std::count_if(chartRegistry().begin(), chartRegistry().end(),
                                      [](const ChartEntry &entry) { return !entry.page; });
    QCOMPARE(bar->count(), int(charts) + 3); // limits, what fits, the explanation
    for (int i = 0; i < bar->count(); ++i) {
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
        QCOMPARE(bar->currentIndex(), i);
        QWidget *page = m_window->answers()->currentPage();
        QVERIFY(page->isVisible());
        if (ChartView *chart = m_window->answers()->currentChart()) {
            const bool isSpeed = chart->panel()->id() == QLatin1String("speed");
            const QString unit = isSpeed ? QStringLiteral("tokens/s") : QStringLiteral("GiB");
            QTRY_VERIFY2(chart->accessibleDescription().contains(unit), qPrintable(chart->accessibleDescription()));
        }
    }
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void WindowChoicesTest::pageFirstShownWithoutAnAnswer()
{
    m_document->setGpuCount(3); // 32 heads cannot be divided by three
    settle();
    QVERIFY(!m_document->valid());
    QVERIFY(m_window->answers()->showPage(QStringLiteral("context")));
    QTRY_VERIFY(m_window->answers()->currentChart()->panel()->targetCount() > 0);
    QVERIFY(!m_window->answers()->isEnabled());
}

void WindowChoicesTest::clickingTheContextChart()
{
    QVERIFY(m_window->answers()->showPage(QStringLiteral("context")));
    ChartView *chart = m_window->answers()->currentChart();
    QTRY_VERIFY(chart->panel()->chosenTarget() > 8);
    const int target = chart->panel()->chosenTarget() - 8; // an octave below 8,192
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->panel()->targetRect(target).center().toPoint());
    settle();
    QCOMPARE(m_document->plan().contextLength, std::optional<qint64>(4096));
    QCOMPARE(m_document->undoStack()->count(), 1);

    QVERIFY(m_window->answers()->showPage(QStringLiteral("users")));
    chart = m_window->answers()->currentChart();
    QTRY_VERIFY(chart->panel()->targetCount() > 0);
    chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Return);
    settle();
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(3)); // 1, 2, 3
}

void WindowChoicesTest::explanationFollowsThePlan()
{
    QVERIFY(m_window->answers()->showPage(QStringLiteral("explain")));
    ExplainView *page = m_window->answers()->explanation();
    // 2 x 32 layers x 8 heads x 128 x 2 bytes.
    for (const char *part : {"M = P × Q/8 × 1.2", "8,030,261,248", "Weights", "KV cache", "128 KiB", "Source:"})
        QVERIFY2(page->toPlainText().contains(QString::fromUtf8(part)), part);
    m_document->setModel(QStringLiteral("meta-llama/Llama-3.1-70B-Instruct"));
    settle();
    QVERIFY(page->toPlainText().contains(QStringLiteral("70,553,706,496")));

    const QString muted = Theme::dark().color(ThemeColor::MutedText).name();
    QVERIFY(!page->toHtml().contains(muted));
    m_window->setTheme(ThemeChoice::Dark);
    QTRY_VERIFY(page->toHtml().contains(muted));
    m_window->setTheme(ThemeChoice::System);
}

void WindowChoicesTest::copiesTheCommand()
{
    m_document->setContextLength(16384);
    (*m_window->actions())[ActionId::CopyCommand]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("plimsoll estimate --model meta-llama/Llama-3.1-8B --engine vllm --context 16384 "
                            "--gpu nvidia-rtx-4090-24gb"));
}

void WindowChoicesTest::savesFigures_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("svg") << "svg" << QByteArray("<?xml");
    QTest::newRow("pdf") << "pdf" << QByteArray("%PDF");
    QTest::newRow("png") << "png" << QByteArray("\x89PNG");
}

void WindowChoicesTest::savesFigures()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, begins);
    QTemporaryDir folder;
    for (const ChartEntry &entry : chartRegistry()) {
        if (QLatin1String(entry.id) == QLatin1String("breakdown"))
            m_window->breakdown()->tree()->setFocus();
        else
            QVERIFY(m_window->answers()->showPage(QLatin1String(entry.page ? entry.page : entry.id)));
        QCOMPARE(m_window->figureChart(), QLatin1String(entry.id));
        const QString path = folder.filePath(QLatin1String(entry.id) + QLatin1Char('.') + ending);
        QVERIFY(m_window->saveFigure(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
    }
}

void WindowChoicesTest::figureThatCannotBeWritten()
{
    QTemporaryDir folder;
    QVERIFY(!m_window->saveFigure(folder.filePath(QStringLiteral("nowhere/figure.svg"))));
    QVERIFY(!m_window->fileNotice()->isHidden());
    QVERIFY(!m_window->saveFigure(folder.filePath(QStringLiteral("figure.gif"))));
}

void WindowChoicesTest::copiesTheFigure()
{
    (*m_window->actions())[ActionId::CopyFigure]->trigger();
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->hasImage());
    QCOMPARE(qvariant_cast<QImage>(copied->imageData()).size(), QSize(1920, 960));
    for (const char *type : {"image/svg+xml", "image/png"}) {
        const Result<Plan> plan = planFromFigure(copied->data(QLatin1String(type)), QLatin1String(type));
        QVERIFY2(plan.ok(), type);
        QCOMPARE(*plan, m_document->plan());
    }
}

void WindowChoicesTest::remembersThePage()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("window.ini"));
    m_window->remember(std::make_unique<Settings>(file));
    m_window->answers()->showPage(QStringLiteral("gpus"));
    m_window->close();
    MainWindow next(m_document.get());
    next.remember(std::make_unique<Settings>(file));
    QCOMPARE(next.answers()->currentId(), QStringLiteral("gpus"));
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::WindowChoicesTest)
#include "tst_windowchoices.moc"
