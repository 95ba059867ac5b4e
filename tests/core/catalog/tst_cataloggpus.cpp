// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a GPU's record becomes: memory that can be used, MIG slices, packages of several devices.

#include "core/catalog/catalog.h"

#include <QtTest>

using namespace plimsoll;

class TestCatalogGpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGpuHasUsableMemory();
    void gpuFigures_data();
    void gpuFigures();
    void migSliceIsAGpuOfItsOwn();
    void packagesOfSeveralDevicesAreSeenAsDevices();

private:
    const Catalog m_catalog = Catalog::builtIn();
};

void TestCatalogGpus::everyGpuHasUsableMemory()
{
    for (const CatalogEntry &entry : m_catalog.gpus()) {
        const Result<Gpu> gpu = m_catalog.gpu(entry.id, {});
        QVERIFY2(gpu.ok(), qPrintable(entry.id));
        QCOMPARE(gpu->id, entry.id);
        QCOMPARE(gpu->usable.count(), entry.size);
        QVERIFY2(gpu->usable.gibibytes() <= gpu->memoryGb * 1.001, qPrintable(entry.id));
        QVERIFY2(gpu->usable.gibibytes() >= gpu->memoryGb * 0.49, qPrintable(entry.id));
        QVERIFY2(!gpu->usableBasis.isEmpty(), qPrintable(entry.id));
        QVERIFY2(gpu->maxPerNode >= 1, qPrintable(entry.id));
    }
}

void TestCatalogGpus::gpuFigures_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<qint64>("usableMiB");
    QTest::addColumn<bool>("measured");
    QTest::addColumn<int>("perNode");
    // cudaMemGetInfo totals and default limits as they were read, in MiB.
    QTest::newRow("H100 SXM: vLLM runs, 79.19 GiB") << "nvidia-h100-sxm-80gb" << 81090LL << true << 8;
    QTest::newRow("A100 40 GB SXM: torch total") << "nvidia-a100-sxm-40gb" << 40514LL << true << 16;
    QTest::newRow("RTX 4090: torch total, Linux") << "nvidia-rtx-4090-24gb" << 24081LL << true << 8;
    QTest::newRow("M3 Max 128 GB: wired limit 3/4") << "apple-m3-max-128gb" << 98304LL << true << 1;
    QTest::newRow("DGX Spark: CUDA total") << "nvidia-dgx-spark-gb10-128gb" << 124610LL << true << 1;
    QTest::newRow("Strix Halo: half of RAM") << "amd-ryzen-ai-max-395-128gb" << 65536LL << false << 1;
    QTest::newRow("MI300X: torch total") << "amd-mi300x-192gb" << 196290LL << true << 8;
    QTest::newRow("Jetson: marketed size less 2 GiB") << "nvidia-jetson-orin-nano-8gb" << 6144LL << false << 1;
    QTest::newRow("Arc B580: marketed size less 420 + 1.7 x 12") << "intel-arc-b580-12gb" << 11848LL << false << 8;
}

void TestCatalogGpus::gpuFigures()
{
    QFETCH(QString, id);
    QFETCH(qint64, usableMiB);
    QFETCH(bool, measured);
    QFETCH(int, perNode);
    const Result<Gpu> gpu = m_catalog.gpu(id, {});
    QVERIFY(gpu.ok());
    QCOMPARE(gpu->usable, Bytes::fromMiB(usableMiB));
    QCOMPARE(gpu->usableIsMeasured, measured);
    QCOMPARE(gpu->maxPerNode, perNode);
}

void TestCatalogGpus::migSliceIsAGpuOfItsOwn()
{
    // nvidia-smi mig -lgip on an H100: 1g.10gb is 9,984 MiB, not 10 GB.
    const Result<Gpu> slice = m_catalog.gpu(QStringLiteral("nvidia-h100-sxm-80gb/1g.10gb"), {});
    QVERIFY(slice.ok());
    QCOMPARE(slice->usable, Bytes::fromMiB(9984));
    QVERIFY(slice->usableIsMeasured);
    QVERIFY(slice->usableBasis.startsWith(QLatin1String("MIG:")));
    QCOMPARE(slice->migOf, QStringLiteral("nvidia-h100-sxm-80gb"));
    QVERIFY(slice->migProfiles.isEmpty());
    QCOMPARE(slice->maxPerNode, 1);
    QCOMPARE(slice->interconnect, 0.0);

    // Only the name is known: 71 GiB times what an H200 leaves usable of its 141.
    const Result<Gpu> named = m_catalog.gpu(QStringLiteral("nvidia-h200-sxm-141gb/3g.71gb"), {});
    QVERIFY(named.ok());
    QVERIFY(!named->usableIsMeasured);
    QCOMPARE(named->usable, Bytes::fromMiB(qint64(71.0 * 143156 / 141)));

    const Result<Gpu> unknown =
        m_catalog.gpu(QStringLiteral("nvidia-h100-sxm-80gb/9g.90gb"), QStringLiteral("gpus[0].id"));
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().code, QStringLiteral("unknown-gpu"));
}

void TestCatalogGpus::packagesOfSeveralDevicesAreSeenAsDevices()
{
    const Result<Gpu> k80 = m_catalog.gpu(QStringLiteral("nvidia-k80-24gb"), {});
    QVERIFY(k80.ok());
    QCOMPARE(k80->memoryGb, 12.0);
    QCOMPARE(k80->bandwidth, 240.0); // 480 GB/s a board
    QCOMPARE(k80->cloud.front().instance, QStringLiteral("p2.xlarge"));
    QCOMPARE(k80->cloud.front().gpuCount, 1); // half a board
    const Result<Gpu> trainium = m_catalog.gpu(QStringLiteral("aws-trainium2"), {});
    QVERIFY(trainium.ok());
    QCOMPARE(trainium->memoryGb, 24.0);
    QCOMPARE(trainium->maxPerNode, 64);
}

QTEST_GUILESS_MAIN(TestCatalogGpus)
#include "tst_cataloggpus.moc"
