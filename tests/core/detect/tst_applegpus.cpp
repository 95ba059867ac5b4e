// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/applegpus.h"

#include <QTest>

using namespace plimsoll;

/// Answers in the form that macOS gives them.
class AppleGpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAChip()
    {
        const VendorAnswer answer = appleGpus(R"({"SPDisplaysDataType": [{"_name": "Apple M3 Max",
            "spdisplays_mtlgpufamilysupport": "spdisplays_metal3", "spdisplays_vendor": "sppci_vendor_Apple",
            "sppci_bus": "spdisplays_builtin", "sppci_cores": "40", "sppci_device_type": "spdisplays_gpu",
            "sppci_model": "Apple M3 Max"}]})",
                                              "68719476736\n", "14.5\n");
        QCOMPARE(answer.state, DriverState::Answered);
        QCOMPARE(answer.gpus.size(), 1);
        const DetectedGpu &gpu = answer.gpus.constFirst();
        QCOMPARE(gpu.name, QStringLiteral("Apple M3 Max"));
        QCOMPARE(gpu.shared, Bytes::fromGiB(64));
        QVERIFY(gpu.unifiedMemory && !gpu.free);
        QCOMPARE(gpu.driverVersion, QStringLiteral("macOS 14.5"));
    }

    void leavesOthersOut()
    {
        const VendorAnswer answer =
            appleGpus(R"({"SPDisplaysDataType": [{"sppci_model": "AMD Radeon Pro 5500M"}, {}]})", "17179869184", "");
        QCOMPARE(answer.state, DriverState::Answered);
        QVERIFY(answer.gpus.isEmpty());
    }

    void saysWhatIsMissing()
    {
        const VendorAnswer answer =
            appleGpus(R"({"SPDisplaysDataType": [{"sppci_model": "Apple M1"}]})", "unknown oid", "");
        QVERIFY(!answer.gpus.constFirst().total);
        QCOMPARE(answer.gpus.constFirst().notes.size(), 1);
    }

    void refusesOtherAnswers()
    {
        for (const QByteArray text : {"", "{", "[]", R"({"SPDisplaysDataType": 1})"}) {
            const VendorAnswer answer = appleGpus(text, "1", "1");
            QCOMPARE(answer.state, DriverState::Failed);
            QVERIFY(!answer.problem.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(AppleGpusTest)
#include "tst_applegpus.moc"
