// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"
#include "ui/charts/chartview.h"
#include "ui/charts/waterfallchart.h"
#include "ui/explain/presentation.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/verdictview.h"

#include <QLabel>
#include <QPointer>
#include <QTest>

namespace plimsoll {

class PresentationTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;

    Presentation *shown() { return m_window->findChild<Presentation *>(); }

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
        m_window = std::make_unique<MainWindow>(m_document.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_document->flush();
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void f11OpensAndCloses()
    {
        QVERIFY(!shown());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QPointer<Presentation> presentation = shown();
        QVERIFY(presentation && presentation->isVisible() && presentation->isFullScreen());
        QVERIFY(QTest::qWaitForWindowActive(presentation));
        QTest::keyClick(presentation, Qt::Key_F11);
        QTRY_VERIFY(!presentation);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        presentation = shown();
        QVERIFY(presentation);
        QTest::keyClick(presentation, Qt::Key_Escape);
        QTRY_VERIFY(!presentation);
    }

    void keysStepThrough()
    {
        Presentation *page = m_window->present();
        const auto &rows = static_cast<WaterfallChart *>(page->chart()->panel())->input().rows;
        QCOMPARE(page->stepCount(), int(rows.size()) + 1);
        QCOMPARE(page->step(), 0);
        QVERIFY(page->heading().startsWith(QStringLiteral("Rule of thumb")));
        QCOMPARE(page->formula(), QStringLiteral("M = P \u00d7 Q/8 \u00d7 1.2"));
        QTest::keyClick(page, Qt::Key_Left); // nothing before the first
        QCOMPARE(page->step(), 0);
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_PageDown, Qt::Key_Down, Qt::Key_Space}) {
            const int before = page->step();
            QTest::keyClick(page, key);
            QCOMPARE(page->step(), before + 1);
            QVERIFY(page->heading().startsWith(rows[size_t(page->step())].label));
            QCOMPARE(page->formula(), rows[size_t(page->step())].formula);
        }
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_PageUp, Qt::Key_Up}) {
            const int before = page->step();
            QTest::keyClick(page, key);
            QCOMPARE(page->step(), before - 1);
        }
        QTest::keyClick(page, Qt::Key_End);
        QCOMPARE(page->step(), page->stepCount() - 1);
        QVERIFY(page->heading().startsWith(QStringLiteral("The answer")));
        QTest::keyClick(page, Qt::Key_Right); // nor behind the last
        QCOMPARE(page->step(), page->stepCount() - 1);
        QTest::keyClick(page, Qt::Key_Home);
        QCOMPARE(page->step(), 0);
    }

    void everyStepIsReadAloud()
    {
        Presentation *page = m_window->present();
        for (int step = 0; step < page->stepCount(); ++step) {
            page->setStep(step);
            QVERIFY(page->accessibleName().contains(page->heading()));
            QVERIFY(page->accessibleDescription().contains(page->formula()));
        }
    }

    void followsThePlan()
    {
        Presentation *page = m_window->present();
        page->setStep(2);
        m_document->setModel(QStringLiteral("meta-llama/Llama-3.1-70B-Instruct"));
        m_document->flush();
        QCOMPARE(page->step(), 2);
        QCOMPARE(page->verdict()->sign(), VerdictMark::Sign::Missing);
        QVERIFY(page->numbers().contains(QStringLiteral("70,553,706,496")));
    }

    /// A 31st of the height is what a person sees eight heights away as a page at arm's length.
    void readFromTheLastRow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("engine");
        for (const QSize &size : {QSize(1360, 860), QSize(1920, 1080)}) {
            for (const char *engine : {"vllm", "llama.cpp", "sglang"})
                QTest::addRow("%d %s", size.width(), engine) << size << QString::fromLatin1(engine);
        }
    }

    void readFromTheLastRow()
    {
        QFETCH(QSize, size);
        QFETCH(QString, engine);
        m_document->setEngine(engine);
        m_document->flush();
        Presentation *page = m_window->present();
        page->showNormal();
        page->resize(size);
        QTRY_COMPARE(page->size(), size);
        const auto *chart = static_cast<WaterfallChart *>(page->chart()->panel());
        for (int step = 0; step < page->stepCount(); ++step) {
            page->setStep(step);
            QCOMPARE(page->chart()->height() > size.height() / 3, true);
            for (const QLabel *label : page->findChildren<QLabel *>()) {
                if (!label->isVisible())
                    continue;
                QVERIFY2(label->fontInfo().pixelSize() >= size.height() / 44, qPrintable(label->text()));
                // Laid out in the next turn of the event loop.
                QTRY_VERIFY2(label->heightForWidth(label->width()) <= label->height() + 1
                                 || label->sizeHint().height() <= label->height() + 1,
                             qPrintable(label->text()));
                const QPoint end = label->mapTo(page, label->rect().bottomRight());
                QVERIFY2(page->rect().contains(end), qPrintable(label->text()));
            }
        }
        for (const auto &texts : chart->picture().stepTexts) {
            QVERIFY(!texts.empty());
            for (const PlacedText &text : texts)
                QVERIFY(text.font.pixelSize() >= size.height() / 36);
        }
    }
};

} // namespace plimsoll

QTEST_MAIN(plimsoll::PresentationTest)
#include "tst_presentation.moc"
