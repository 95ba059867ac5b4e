// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/fetchbar.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace plimsoll {

namespace {

/// Keeps what it is asked for; the test answers.
class FakeFetcher final : public ModelFetcher
{
public:
    explicit FakeFetcher(QStringList &asked)
        : m_asked(asked)
    {
    }
    void fetch(const QString &model) override { m_asked << model; }
    void cancel() override { m_asked << QStringLiteral("(cancel)"); }

private:
    QStringList &m_asked;
};

const QString kAddress = QStringLiteral("https://huggingface.co/org/name");

} // namespace

/// The Hub in the window: offered where the catalog has not what is typed, asked only then.
class FetchingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offered_data();
    void offered();
    void notOfferedWithoutAFetcher();
    void enterOnAnAddressAsks();
    void clickOnTheOfferAsks();
    void cancelStops();
    void aFailureIsSaid();
    void oneOfSeveralIsChosen();
    void aPlanThatLacksItsModelOffersToAsk();

private:
    SearchPicker *picker() { return m_window->planPanel()->model()->picker(); }
    PickerPopup *typed(const QString &text);
    QString model() const { return std::get<NamedModel>(m_document->plan().model).id; }

    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    FakeFetcher *m_fetcher = nullptr;
    QStringList m_asked;
};

void FetchingTest::init()
{
    m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
    m_document->flush();
    m_window = std::make_unique<MainWindow>(m_document.get());
    auto fetcher = std::make_unique<FakeFetcher>(m_asked);
    m_fetcher = fetcher.get();
    m_window->setModelFetcher(std::move(fetcher));
    m_window->resize(1360, 860);
    m_window->show();
    m_asked.clear();
}

void FetchingTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

PickerPopup *FetchingTest::typed(const QString &text)
{
    picker()->open();
    PickerPopup *popup = picker()->popup();
    popup->searchLine()->clear();
    QTest::keyClicks(popup->searchLine(), text);
    return popup;
}

void FetchingTest::offered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("offer");
    QTest::newRow("a name") << "org/name"
                            << "Ask the Hub for org/name";
    QTest::newRow("a quantisation") << "org/name:Q4_K_M"
                                    << "Ask the Hub for org/name";
    QTest::newRow("an address") << "https://huggingface.co/org/name?x"
                                << "Ask the Hub for org/name";
    QTest::newRow("the address of a file") << "https://huggingface.co/org/name/blob/main/a.gguf"
                                           << "Ask the Hub for org/name/a.gguf";
    QTest::newRow("words") << "llama 70"
                           << "";
    QTest::newRow("half a name") << "org/"
                                 << "";
    QTest::newRow("of the catalog") << "meta-llama/Llama-3.1-8B"
                                    << "";
    QTest::newRow("a dataset") << "https://huggingface.co/datasets/org/name"
                               << "";
    QTest::newRow("upwards") << "../name"
                             << "";
}

void FetchingTest::offered()
{
    QFETCH(QString, text);
    QFETCH(QString, offer);
    PickerPopup *popup = typed(text);
    QCOMPARE(popup->offerButton()->isVisible(), !offer.isEmpty());
    QCOMPARE(popup->offerButton()->toolTip(), offer);
    QVERIFY(m_asked.isEmpty());
}

void FetchingTest::notOfferedWithoutAFetcher()
{
    m_window->setModelFetcher(nullptr);
    QVERIFY(!typed(QStringLiteral("org/name"))->offerButton()->isVisible());
}

void FetchingTest::enterOnAnAddressAsks()
{
    const QString before = model();
    PickerPopup *popup = typed(kAddress + QStringLiteral("/tree/main"));
    QTest::keyClick(popup->searchLine(), Qt::Key_Return);
    QCOMPARE(m_asked, QStringList{kAddress + QStringLiteral("/tree/main")});
    QVERIFY(!popup->isVisible());
    QVERIFY(m_window->fetchBar()->isVisible());
    QCOMPARE(model(), before);
    Q_EMIT m_fetcher->progressed(1'500'000, 2, 5);
    QVERIFY2(m_window->fetchBar()->label()->text().contains(QStringLiteral("1.5")),
             qPrintable(m_window->fetchBar()->label()->text()));
    Q_EMIT m_fetcher->finished(kAddress);
    QVERIFY(!m_window->fetchBar()->isVisible());
    QCOMPARE(model(), kAddress);
    m_document->undoStack()->undo();
    QCOMPARE(model(), before);
}

void FetchingTest::clickOnTheOfferAsks()
{
    PickerPopup *popup = typed(QStringLiteral("org/name"));
    QTest::mouseClick(popup->offerButton(), Qt::LeftButton);
    QCOMPARE(m_asked, QStringList{QStringLiteral("org/name")});
}

void FetchingTest::cancelStops()
{
    const QString before = model();
    QTest::keyClick(typed(QStringLiteral("org/name"))->searchLine(), Qt::Key_Return);
    QTest::mouseClick(m_window->fetchBar()->cancelButton(), Qt::LeftButton);
    QCOMPARE(m_asked.last(), QStringLiteral("(cancel)"));
    QVERIFY(!m_window->fetchBar()->isVisible());
    QCOMPARE(model(), before);
}

void FetchingTest::aFailureIsSaid()
{
    const QString before = model();
    QTest::keyClick(typed(QStringLiteral("org/name"))->searchLine(), Qt::Key_Return);
    Q_EMIT m_fetcher->failed({QStringLiteral("hub-gated"), {}, QStringLiteral("It is gated."), ErrorKind::File}, {});
    QVERIFY(!m_window->fetchBar()->isVisible());
    QVERIFY(m_window->fileNotice()->isVisible());
    QCOMPARE(m_window->fileNotice()->text(), QStringLiteral("It is gated."));
    QCOMPARE(model(), before);
    QTest::keyClick(typed(QStringLiteral("org/name"))->searchLine(), Qt::Key_Return);
    QVERIFY(!m_window->fileNotice()->isVisible());
}

void FetchingTest::oneOfSeveralIsChosen()
{
    FetchBar *bar = m_window->fetchBar();
    QTest::keyClick(typed(QStringLiteral("org/name"))->searchLine(), Qt::Key_Return);
    Q_EMIT m_fetcher->failed(
        {QStringLiteral("several-models"), {}, {}, ErrorKind::Typed},
        {{QStringLiteral("Q4_K_M"), kAddress + QStringLiteral("/blob/main/4.gguf"), Bytes(4'000'000'000)},
         {QStringLiteral("Q8_0"), kAddress + QStringLiteral("/blob/main/8.gguf"), Bytes(8'000'000'000)}});
    QVERIFY(bar->isVisible() && bar->choices()->isVisible());
    QCOMPARE(bar->choices()->count(), 2);
    QVERIFY(bar->choices()->itemText(1).startsWith(QStringLiteral("Q8_0, 8")));
    QTest::keyClick(bar->choices(), Qt::Key_Down);
    QTest::mouseClick(bar->takeButton(), Qt::LeftButton);
    QCOMPARE(m_asked.last(), kAddress + QStringLiteral("/blob/main/8.gguf"));
    QVERIFY(!bar->choices()->isVisible());
}

void FetchingTest::aPlanThatLacksItsModelOffersToAsk()
{
    m_document->setModel(kAddress);
    m_document->flush();
    QCOMPARE(m_document->error().code, QStringLiteral("not-fetched"));
    QPushButton *ask = m_window->planNotice()->secondButton();
    QVERIFY(ask->isVisible());
    QTest::mouseClick(ask, Qt::LeftButton);
    QCOMPARE(m_asked, QStringList{kAddress});
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::FetchingTest)
#include "tst_fetching.moc"
