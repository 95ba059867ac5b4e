// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/detect/gpukinds.h"
#include "core/detect/gpumatch.h"

#include <QTest>

using namespace plimsoll;

namespace {

DetectedGpu card(const char *name, qint64 totalMiB, qint64 freeMiB)
{
    DetectedGpu gpu;
    gpu.name = QLatin1String(name);
    gpu.total = Bytes::fromMiB(totalMiB);
    gpu.free = Bytes::fromMiB(freeMiB);
    return gpu;
}

Detection detectionOf(const QList<DetectedGpu> &gpus)
{
    Detection detection;
    detection.answers = {{GpuVendor::Nvidia, DriverState::Answered, {}, gpus}};
    return detection;
}

} // namespace

/// What a plan takes of the GPUs of this computer.
class GpuKindsTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    QList<GpuKind> kinds(const QList<DetectedGpu> &gpus)
    {
        Detection detection = detectionOf(gpus);
        matchAll(detection, m_catalog);
        return gpuKinds(detection, m_catalog);
    }

private Q_SLOTS:
    void equalOnesAreOneKind()
    {
        const QList<GpuKind> found =
            kinds({card("NVIDIA GeForce RTX 4090", 24564, 24000), card("NVIDIA RTX A6000", 49140, 48000),
                   card("NVIDIA GeForce RTX 4090", 24564, 20000)});
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].id, QStringLiteral("nvidia-rtx-4090-24gb"));
        QCOMPARE(found[0].count, 2);
        QCOMPARE(*found[0].free, Bytes::fromMiB(20000)); // what all of them have
        QVERIFY(!found[0].record);
        // 24,081 MiB can be used of each, 20,000 are free.
        QCOMPARE(takenNow(found[0], m_catalog), Bytes::fromMiB(4081));
        QCOMPARE(mainKind(found), 1); // 49,140 MiB, and twice 24,564
        QCOMPARE(kindOf(card("NVIDIA RTX A6000", 49140, 1), found), 1);
    }

    void freeMayBeMoreThanCanBeUsed()
    {
        QCOMPARE(takenNow(kinds({card("NVIDIA GeForce RTX 4090", 24564, 24500)})[0], m_catalog), Bytes());
    }

    void freeMayNotBeKnown()
    {
        DetectedGpu second = card("NVIDIA GeForce RTX 4090", 24564, 0);
        second.free.reset();
        const QList<GpuKind> found = kinds({card("NVIDIA GeForce RTX 4090", 24564, 24000), second});
        QVERIFY(!found[0].free);
        QCOMPARE(takenNow(found[0], m_catalog), Bytes());
    }

    void instancesInsteadOfTheirGpu()
    {
        DetectedGpu gpu = card("NVIDIA H100 80GB HBM3", 81559, 81000);
        gpu.migEnabled = true;
        for (int i = 0; i < 2; ++i)
            gpu.instances.append({QStringLiteral("1g.10gb"), {}, Bytes::fromMiB(9984), Bytes::fromMiB(9000 + i), {}});
        gpu.instances.append({QStringLiteral("9g.99gb"), {}, Bytes::fromMiB(40000), Bytes::fromMiB(40000), {}});
        const QList<GpuKind> found = kinds({gpu});
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].id, QStringLiteral("nvidia-h100-sxm-80gb/1g.10gb"));
        QCOMPARE(found[0].count, 2);
        QCOMPARE(*found[0].free, Bytes::fromMiB(9000));
        QVERIFY(found[0].isInstance);
        QCOMPARE(found[0].planCount(), 1);
        QVERIFY(found[1].record); // of a profile that the catalog lacks
        QCOMPARE(kindOf(gpu, found), -1);
        QCOMPARE(kindOf(gpu, gpu.instances[1], found), 0);
        QCOMPARE(kindOf(gpu, gpu.instances[2], found), 1);
    }

    void unknownOneIsTakenIn()
    {
        const QList<GpuKind> found =
            kinds({card("NVIDIA Test Card", 50000, 49000), card("NVIDIA Test Card", 50000, 48000)});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].count, 2);
        QVERIFY(found[0].record && found[0].canBePlanned());
        Catalog catalog = m_catalog;
        QVERIFY(!takeInto(catalog, found[0]));
        const Result<Gpu> gpu = catalog.gpu(found[0].id, {});
        QVERIFY(gpu.ok());
        QCOMPARE(takenNow(found[0], catalog), gpu->usable - Bytes::fromMiB(48000));
        // It is known from then on.
        Detection again = detectionOf({card("NVIDIA Test Card", 50000, 49000)});
        matchAll(again, catalog);
        QCOMPARE(again.gpus()[0].catalogId, found[0].id);
        QVERIFY(!gpuKinds(again, catalog)[0].record);
    }

    void withoutMemoryThereIsNoPlan()
    {
        DetectedGpu gpu = card("Intel Something", 0, 0);
        gpu.total.reset();
        gpu.free.reset();
        const QList<GpuKind> found = kinds({gpu});
        QVERIFY(!found[0].canBePlanned());
        QCOMPARE(mainKind(found), -1);
    }

    void ownMemoryComesFirst()
    {
        DetectedGpu builtIn = card("Radeon 780M", 60000, 50000);
        builtIn.vendor = GpuVendor::Amd;
        builtIn.unifiedMemory = true;
        builtIn.shared = Bytes::fromMiB(60000);
        const QList<GpuKind> found = kinds({builtIn, card("NVIDIA GeForce RTX 4090", 24564, 24000)});
        QCOMPARE(found.size(), 2);
        QCOMPARE(mainKind(found), 1);
    }
};

QTEST_GUILESS_MAIN(GpuKindsTest)
#include "tst_gpukinds.moc"
