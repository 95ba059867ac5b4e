// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/detect/gpuprober.h"
#include "ui/controls/fieldslider.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/quantityfield.h"
#include "ui/controls/workloadpanel.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/thiscomputer/computersection.h"
#include "ui/thiscomputer/thiscomputer.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace plimsoll;

/// The window with the real processes that ask drivers, and a stand-in for NVIDIA's library.
class WindowDetectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("LD_LIBRARY_PATH", PLIMSOLL_STANDINS "/new"); }

    void plansWithWhatIsThere()
    {
        qputenv("PLIMSOLL_STANDIN", "gpus=2");
        open(30000);
        QTRY_COMPARE_WITH_TIMEOUT(section()->list()->model()->rowCount(), 2, 60000);
        QTest::mouseClick(section()->takeButton(), Qt::LeftButton);
        m_document->flush();
        QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-h100-sxm-80gb"));
        QCOMPARE(m_document->estimate().devices[0].usable, Bytes::fromMiB(70000));
    }

    /// A call that blocks inside the driver: the window takes typing, and says that it waits.
    void isUsableWhileADriverBlocks()
    {
        qputenv("PLIMSOLL_STANDIN", "block=nvmlInit_v2");
        open(5000);
        QTRY_COMPARE_WITH_TIMEOUT(section()->status()->text(), QStringLiteral("Waiting for the driver of NVIDIA ..."),
                                  60000);
        QWidget *context = m_window->planPanel()->workload()->context()->field();
        context->setFocus();
        QTest::keyClick(context, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(context, QStringLiteral("4096"));
        QTest::keyClick(context, Qt::Key_Return);
        m_document->flush();
        QCOMPARE(m_document->plan().contextLength, std::optional<qint64>(4096));
        QVERIFY(m_document->valid());
        QTRY_VERIFY_WITH_TIMEOUT(
            section()->status()->text().contains(QLatin1String("The driver of NVIDIA did not answer within 5 second")),
            60000);
        QVERIFY(section()->catalogButton()->isVisible());
    }

    /// Closing it waits for nobody.
    void mayCloseWhileADriverBlocks()
    {
        qputenv("PLIMSOLL_STANDIN", "block=nvmlInit_v2");
        open(60000);
        QTRY_COMPARE_WITH_TIMEOUT(section()->status()->text(), QStringLiteral("Waiting for the driver of NVIDIA ..."),
                                  60000);
        m_window.reset();
    }

private:
    ComputerSection *section() const { return m_window->thisComputer()->section(); }
    void open(int timeoutMs)
    {
        m_window.reset();
        m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
        m_window = std::make_unique<MainWindow>(m_document.get());
        const GpuDetector::Options options{QStringLiteral(PLIMSOLL_PROGRAM), QStringLiteral("/nowhere"),
                                           QStringLiteral("en"), timeoutMs};
        m_window->setGpuProbing(std::make_unique<GpuProber>(options, [] { return QStringLiteral("en"); }));
        m_window->resize(1360, 860);
        m_window->show();
        m_document->flush();
        QTest::mouseClick(m_window->planPanel()->gpu()->computerButton(), Qt::LeftButton);
        QVERIFY(section() && section()->isVisible());
    }

    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(WindowDetectTest)
#include "tst_windowdetect.moc"
