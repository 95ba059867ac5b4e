// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/detect/gpudetector.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace plimsoll;

/// The class that a window uses, with the real program and a stand-in for NVIDIA's library.
class GpuDetectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("LD_LIBRARY_PATH", PLIMSOLL_STANDINS "/new"); }

    void init()
    {
        m_options = {QStringLiteral(PLIMSOLL_PROGRAM), QStringLiteral("/nowhere"), QStringLiteral("en"), 30000};
        qputenv("PLIMSOLL_STANDIN", "gpus=2");
    }

    void answersAsOftenAsAsked()
    {
        GpuDetector detector(m_options);
        QSignalSpy finished(&detector, &GpuDetector::finished), answered(&detector, &GpuDetector::answered);
        for (int times = 1; times <= 2; ++times) {
            detector.start();
            detector.start(); // does nothing while one waits
            QVERIFY(detector.isRunning());
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), times, 60000);
            QVERIFY(!detector.isRunning());
            QCOMPARE(answered.size(), 4 * times);
            const auto detection = finished.last().constFirst().value<Detection>();
            QCOMPARE(detection.answers.size(), 4);
            QCOMPARE(detection.gpus().size(), 2);
            QCOMPARE(detection.gpus()[1].name, QStringLiteral("NVIDIA GeForce RTX 4090"));
        }
    }

    /// The event loop goes on while the driver blocks, and so does the next question.
    void staysUsableWhileADriverBlocks()
    {
        qputenv("PLIMSOLL_STANDIN", "block=nvmlDeviceGetName");
        m_options.timeoutMs = 1000;
        GpuDetector detector(m_options);
        QSignalSpy finished(&detector, &GpuDetector::finished);
        int turns = 0;
        QTimer heartbeat;
        connect(&heartbeat, &QTimer::timeout, this, [&] { ++turns; });
        heartbeat.start(20);
        detector.start();
        QCOMPARE(turns, 0); // start() itself waits for nobody
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
        QVERIFY(turns >= 10);
        QCOMPARE(finished[0].constFirst().value<Detection>().answers[0].state, DriverState::TimedOut);

        qputenv("PLIMSOLL_STANDIN", "gpus=1");
        detector.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60000);
    }

    void mayGoWhileADriverBlocks()
    {
        qputenv("PLIMSOLL_STANDIN", "block=nvmlInit_v2");
        auto detector = std::make_unique<GpuDetector>(m_options);
        QSignalSpy answered(detector.get(), &GpuDetector::answered);
        detector->start();
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 3, 60000); // all but NVIDIA's
        detector.reset();
    }

    void saysThatItCannotStart()
    {
        m_options.program = QStringLiteral("/nowhere/plimsoll");
        GpuDetector detector(m_options);
        QSignalSpy finished(&detector, &GpuDetector::finished);
        detector.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
        for (const VendorAnswer &answer : finished[0].constFirst().value<Detection>().answers) {
            QCOMPARE(answer.state, DriverState::Failed);
            QVERIFY(!answer.problem.isEmpty());
        }
    }

    void refusesAnotherProgram()
    {
        m_options.program = QStringLiteral("/bin/echo");
        GpuDetector detector(m_options);
        QSignalSpy finished(&detector, &GpuDetector::finished);
        detector.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
        const VendorAnswer answer = finished[0].constFirst().value<Detection>().answers[1];
        QCOMPARE(answer.state, DriverState::Failed);
        QCOMPARE(answer.vendor, GpuVendor::Amd);
    }

private:
    GpuDetector::Options m_options;
};

QTEST_GUILESS_MAIN(GpuDetectorTest)
#include "tst_gpudetector.moc"
