// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/cutoff.h"
#include "ui/controls/enginepanel.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/workloadpanel.h"
#include "ui/localmodels/localmodelsdialog.h"
#include "ui/logs/logdialog.h"
#include "ui/logs/logview.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"

#include <QApplication>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>
#include <QTranslator>
#include <QVBoxLayout>

namespace plimsoll {

using namespace test;

namespace {

/// A language that no person speaks: every text with accents, so that one that is not translated shows, and longer by
/// two fifths, as German or Finnish may be.
class PseudoTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    QString translate(const char *, const char *source, const char *, int) const override
    {
        return inPseudo(QString::fromUtf8(source));
    }

    static QString inPseudo(const QString &text)
    {
        static const QString plain = QStringLiteral("aeiouAEIOU"), accented = QStringLiteral("åéîöüÅÉÎÖÜ");
        static const QRegularExpression kept(QStringLiteral("%L?[0-9n]+|</?[a-z]+[0-9]?[^<>]*>|[^%<]+|[%<]"));
        QString said;
        qsizetype letters = 0;
        for (auto parts = kept.globalMatch(text); parts.hasNext();) {
            const QString part = parts.next().captured();
            const bool isMark =
                part.size() > 1 && (part.front() == QLatin1Char('%') || part.front() == QLatin1Char('<'));
            for (const QChar each : part) {
                const qsizetype at = isMark ? -1 : plain.indexOf(each);
                said += at < 0 ? each : accented.at(at);
                letters += !isMark && each.isLetter() ? 1 : 0;
            }
        }
        if (letters < 3) // a unit or a pattern of numbers
            return said;
        for (qsizetype i = 0; i < (letters * 2 + 4) / 5; ++i)
            said += i % 6 == 0 ? QLatin1Char(' ') : QChar(u'õ');
        return said;
    }
};

} // namespace

/// A text that is longer in another language is not cut off in the smallest window that the program is made for.
class PseudoTranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void longerAndInItsPlace();
    void findsWhatIsCutOff();
    void everyPage_data();
    void everyPage();
    void everyFoldOpen();
    void anError();
    void localModels();
    void startUpLog();

private:
    void open();
    void nothingCutOff(const QWidget &window);

    PseudoTranslator m_pseudo;
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void PseudoTranslationTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
    QVERIFY(QCoreApplication::installTranslator(&m_pseudo));
}

void PseudoTranslationTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void PseudoTranslationTest::cleanupTestCase()
{
    QCoreApplication::removeTranslator(&m_pseudo);
}

void PseudoTranslationTest::open()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1024, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QCOMPARE(m_window->size(), QSize(1024, 700)); // no text makes it wider
}

void PseudoTranslationTest::nothingCutOff(const QWidget &window)
{
    QStringList found;
    const bool nothing = QTest::qWaitFor([&] {
        found = cutOff(window) + elidedWithoutTip(window);
        return found.isEmpty() && QThreadPool::globalInstance()->activeThreadCount() == 0;
    });
    QVERIFY2(nothing, qPrintable(found.join(QLatin1Char('\n'))));
}

void PseudoTranslationTest::longerAndInItsPlace()
{
    QCOMPARE(PseudoTranslator::inPseudo(QStringLiteral("%1: %2")), QStringLiteral("%1: %2"));
    const QString said = PseudoTranslator::inPseudo(QStringLiteral("<b>&Weights</b> in %1 of %n"));
    QVERIFY2(said.startsWith(QStringLiteral("<b>&Wéîghts</b> în %1 öf %n ")), qPrintable(said));
    QVERIFY(said.size() >= 31); // 11 letters and two fifths more
    open();
    QCOMPARE(m_window->menuBar()->actions().constFirst()->text(), PseudoTranslator::inPseudo(QStringLiteral("&File")));
}

/// The test itself: a label that has too little room is found, one that wraps is not.
void PseudoTranslationTest::findsWhatIsCutOff()
{
    QWidget window;
    auto *label = new QLabel(QStringLiteral("a text that needs its room"), &window);
    label->resize(label->sizeHint());
    window.resize(400, 100);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(cutOff(window).isEmpty());
    label->resize(label->width() - 8, label->height());
    QCOMPARE(cutOff(window).size(), 1);
}

void PseudoTranslationTest::everyPage_data()
{
    QTest::addColumn<QString>("page");
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    for (const QString &page : m_window->answers()->pageIds())
        QTest::newRow(qPrintable(page)) << page;
    cleanup();
}

void PseudoTranslationTest::everyPage()
{
    QFETCH(QString, page);
    open();
    m_document->setGpuCount(8);
    m_document->flush();
    QVERIFY(m_window->answers()->showPage(page));
    nothingCutOff(*m_window);
}

void PseudoTranslationTest::everyFoldOpen()
{
    open();
    m_window->planPanel()->engine()->optionsButton()->setChecked(true);
    m_window->planPanel()->gpu()->moreButton()->setChecked(true);
    m_window->planPanel()->workload()->moreButton()->setChecked(true);
    nothingCutOff(*m_window);
    const QWidget *contents = m_window->planPanel()->widget();
    QVERIFY(contents->minimumSizeHint().width() <= m_window->planPanel()->viewport()->width());
}

void PseudoTranslationTest::anError()
{
    open();
    m_document->setGpuCount(3); // 32 heads cannot be divided by three
    m_document->flush();
    QVERIFY(!m_document->valid());
    nothingCutOff(*m_window);
}

void PseudoTranslationTest::localModels()
{
    open();
    LocalModelsDialog *dialog = m_window->localModels();
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    nothingCutOff(*dialog);
}

void PseudoTranslationTest::startUpLog()
{
    open();
    LogDialog *dialog = m_window->logs();
    m_window->openLog(QStringLiteral(PLIMSOLL_TEST_DATA "/logs/vllm-two-starts.log"));
    QTRY_VERIFY(dialog->view()->answer());
    QVERIFY(dialog->width() <= 1024);
    nothingCutOff(*dialog);
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::PseudoTranslationTest)
#include "tst_pseudotranslation.moc"
