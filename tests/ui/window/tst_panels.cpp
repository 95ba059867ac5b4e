// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/combobox.h"
#include "ui/controls/countbox.h"
#include "ui/controls/engineoptionsform.h"
#include "ui/controls/enginepanel.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/precisionpanel.h"
#include "ui/controls/precisionslider.h"
#include "ui/controls/searchpicker.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/chartsview.h"
#include "ui/views/verdictview.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace plimsoll {

class PanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void choosesAGpuAndACount();
    void withoutAGpu();
    void illegalCountSaysWhyAndOffersTheNearest();
    void illegalCountUndoes();
    void everyFormatShows();
    void everyKvFormatShows();
    void keysAndValuesApartShow();
    void engineAndVersion();
    void engineOptions();
    void badOptionIsKeptAndExplained();

private:
    PlanPanel *panel() { return m_window->planPanel(); }
    void settle() { m_document->flush(); }
    void pick(SearchPicker *picker, const QString &typed);

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void PanelsTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void PanelsTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void PanelsTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void PanelsTest::pick(SearchPicker *picker, const QString &typed)
{
    QTest::mouseClick(picker, Qt::LeftButton);
    QTest::keyClicks(picker->popup()->searchLine(), typed);
    QTest::keyClick(picker->popup()->searchLine(), Qt::Key_Return);
    settle();
}

void PanelsTest::choosesAGpuAndACount()
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

void PanelsTest::withoutAGpu()
{
    pick(panel()->gpu()->picker(), QStringLiteral("no gpu"));
    QVERIFY(m_document->plan().gpus.empty());
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QCOMPARE(m_window->verdict()->sign(), VerdictMark::Sign::NoGpu);
    QVERIFY(!panel()->gpu()->count()->isEnabled());
    QCOMPARE(panel()->gpu()->picker()->text(), QStringLiteral("No GPU"));
}

void PanelsTest::illegalCountSaysWhyAndOffersTheNearest()
{
    panel()->gpu()->count()->setValue(3);
    settle();
    QCOMPARE(m_window->verdict()->sign(), VerdictMark::Sign::Error);
    QCOMPARE(m_window->verdict()->details(), m_document->error().text);
    NoticeBar *notice = m_window->planNotice();
    QVERIFY(notice->isVisible());
    QVERIFY(!m_window->charts()->isEnabled());
    QCOMPARE(panel()->gpu()->count()->value(), 3);
    QVERIFY(notice->secondButton()->isVisible());
    QTest::mouseClick(notice->secondButton(), Qt::LeftButton);
    settle();
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QVERIFY(notice->isHidden());
    QVERIFY(m_window->charts()->isEnabled());
}

void PanelsTest::illegalCountUndoes()
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

void PanelsTest::everyFormatShows()
{
    QComboBox *weights = panel()->precision()->weights();
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

void PanelsTest::everyKvFormatShows()
{
    QComboBox *kvCache = panel()->precision()->kvCache();
    QVERIFY(kvCache->count() > 3);
    for (int index = 0; index < kvCache->count(); ++index) {
        const QString id = kvCache->itemData(index).toString();
        m_document->setKvCache(id, id);
        settle();
        QVERIFY2(m_document->valid(), qPrintable(id + QLatin1String(": ") + m_document->error().text));
        QCOMPARE(kvCache->currentData().toString(), id);
    }
}

void PanelsTest::keysAndValuesApartShow()
{
    QComboBox *kvCache = panel()->precision()->kvCache();
    const int count = kvCache->count();
    m_document->setKvCache(QStringLiteral("q8_0"), QStringLiteral("q4_0"));
    settle();
    QVERIFY(kvCache->currentText().contains(QStringLiteral("Q8_0")));
    QVERIFY(kvCache->currentText().contains(QStringLiteral("Q4_0")));
    m_document->undoStack()->undo();
    settle();
    QCOMPARE(kvCache->count(), count);
    QCOMPARE(kvCache->currentData().toString(), QStringLiteral("auto"));
}

void PanelsTest::engineAndVersion()
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

void PanelsTest::engineOptions()
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

void PanelsTest::badOptionIsKeptAndExplained()
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

} // namespace plimsoll

QTEST_MAIN(plimsoll::PanelsTest)
#include "tst_panels.moc"
