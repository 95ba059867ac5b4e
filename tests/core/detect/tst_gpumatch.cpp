// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/gpurecord.h"
#include "core/detect/detectjson.h"
#include "core/detect/gpumatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;

namespace {

DetectedGpu card(const QString &name, qint64 mib, GpuVendor vendor = GpuVendor::Nvidia)
{
    DetectedGpu gpu;
    gpu.vendor = vendor;
    gpu.name = name;
    if (mib > 0)
        gpu.total = Bytes::fromMiB(mib);
    return gpu;
}

DetectedGpu shared(const QString &name, qint64 mib, GpuVendor vendor)
{
    DetectedGpu gpu = card(name, mib / 2, vendor);
    gpu.unifiedMemory = true;
    gpu.shared = Bytes::fromMiB(mib);
    return gpu;
}

} // namespace

/// Names as nvidia-smi, libdrm's amdgpu.ids, pci.ids and system_profiler have them, sizes as those report them.
class GpuMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What was looked up is not looked up again, but for a GPU that differs in what tells parts apart.
    void takesOverWhatIsKnown()
    {
        const Catalog catalog = Catalog::builtIn();
        Detection known;
        known.answers = {{GpuVendor::Nvidia, DriverState::Answered, {}, {card(QStringLiteral("RTX 4090"), 24564)}}};
        known.answers[0].gpus[0].catalogId = QStringLiteral("from-before");
        Detection now;
        now.answers = {{GpuVendor::Nvidia,
                        DriverState::Answered,
                        {},
                        {card(QStringLiteral("RTX 4090"), 24564), card(QStringLiteral("GeForce RTX 4090"), 24564),
                         card(QStringLiteral("GeForce RTX 4090"), 49140)}}};
        now.answers[0].gpus[0].free = Bytes::fromMiB(1);
        matchAll(now, catalog, known);
        QCOMPARE(now.gpus()[0].catalogId, QStringLiteral("from-before"));
        QCOMPARE(now.gpus()[1].catalogId, QStringLiteral("nvidia-rtx-4090-24gb"));
        QCOMPARE(now.gpus()[2].catalogId, QStringLiteral("nvidia-rtx-4090-48gb-mod"));
    }

    void matches_data()
    {
        QTest::addColumn<GpuVendor>("vendor");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("mib");
        QTest::addColumn<QString>("id");
        const auto nvidia = [](const char *name, int mib, const char *id) {
            QTest::addRow("%s, %d MiB", name, mib) << GpuVendor::Nvidia << QString::fromLatin1(name) << mib << id;
        };
        nvidia("NVIDIA H100 80GB HBM3", 81559, "nvidia-h100-sxm-80gb");
        nvidia("NVIDIA H100 PCIe", 81559, "nvidia-h100-pcie-80gb");
        nvidia("NVIDIA H100 NVL", 95830, "nvidia-h100-nvl-94gb");
        nvidia("NVIDIA H200", 143771, "nvidia-h200-sxm-141gb");
        nvidia("NVIDIA H200 NVL", 143771, "nvidia-h200-nvl-141gb");
        nvidia("NVIDIA H20", 97871, "nvidia-h20-96gb");
        nvidia("NVIDIA B200", 183359, "nvidia-b200-sxm-180gb");
        nvidia("NVIDIA GH200 480GB", 97871, "nvidia-gh200-96gb");
        nvidia("NVIDIA A100-SXM4-80GB", 81920, "nvidia-a100-sxm-80gb");
        nvidia("NVIDIA A100-SXM4-40GB", 40960, "nvidia-a100-sxm-40gb");
        nvidia("NVIDIA A100 80GB PCIe", 81920, "nvidia-a100-pcie-80gb");
        nvidia("NVIDIA A100-PCIE-40GB", 40960, "nvidia-a100-pcie-40gb");
        nvidia("Tesla V100-SXM2-32GB", 32768, "nvidia-v100-sxm2-32gb");
        nvidia("Tesla V100-SXM2-16GB", 16384, "nvidia-v100-sxm2-16gb");
        nvidia("Tesla T4", 15360, "nvidia-t4-16gb");
        nvidia("NVIDIA A10G", 23028, "nvidia-a10g-24gb");
        nvidia("NVIDIA L4", 23034, "nvidia-l4-24gb");
        nvidia("NVIDIA L40S", 46068, "nvidia-l40s-48gb");
        nvidia("NVIDIA RTX A6000", 49140, "nvidia-rtx-a6000-48gb");
        nvidia("NVIDIA RTX A6000", 46068, "nvidia-rtx-a6000-48gb"); // with error correction
        nvidia("NVIDIA RTX 6000 Ada Generation", 49140, "nvidia-rtx-6000-ada-48gb");
        nvidia("NVIDIA RTX PRO 6000 Blackwell Server Edition", 97887, "nvidia-rtx-pro-6000-blackwell-server-96gb");
        nvidia("NVIDIA RTX PRO 6000 Blackwell Workstation Edition", 97887, "nvidia-rtx-pro-6000-blackwell-ws-96gb");
        nvidia("NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition", 97887,
               "nvidia-rtx-pro-6000-blackwell-maxq-96gb");
        nvidia("NVIDIA GeForce RTX 4090", 24564, "nvidia-rtx-4090-24gb");
        nvidia("NVIDIA GeForce RTX 4090", 49140, "nvidia-rtx-4090-48gb-mod");
        nvidia("NVIDIA GeForce RTX 4090 D", 24564, "nvidia-rtx-4090-d-24gb");
        nvidia("NVIDIA GeForce RTX 4090 Laptop GPU", 16376, "nvidia-rtx-4090-laptop-16gb");
        nvidia("NVIDIA GeForce RTX 3080", 10240, "nvidia-rtx-3080-10gb");
        nvidia("NVIDIA GeForce RTX 3080", 12288, "nvidia-rtx-3080-12gb");
        nvidia("NVIDIA GeForce RTX 4060 Ti", 16380, "nvidia-rtx-4060-ti-16gb");
        nvidia("NVIDIA GeForce RTX 4060 Ti", 8188, "nvidia-rtx-4060-ti-8gb");
        nvidia("GeForce GTX 1080 Ti", 11178, "nvidia-gtx-1080-ti-11gb");
        nvidia("Quadro RTX 6000", 24576, "nvidia-quadro-rtx-6000-24gb");

        const auto amd = [](const char *name, int mib, const char *id) {
            QTest::addRow("%s, %d MiB", name, mib) << GpuVendor::Amd << QString::fromLatin1(name) << mib << id;
        };
        amd("AMD Radeon RX 7900 XTX", 24560, "amd-rx-7900-xtx-24gb");
        amd("AMD Radeon Pro W6800", 32752, "amd-pro-w6800-32gb");
        amd("AMD Instinct MI210", 65520, "amd-mi210-64gb");
        amd("AMD Instinct MI300X OAM", 196592, "amd-mi300x-192gb");
        amd("AMD Instinct MI60 / MI50", 16368, "amd-mi50-16gb");
        QTest::newRow("Arc A770 with 16 GB") << GpuVendor::Intel << "Arc A770" << 16288 << "intel-arc-a770-16gb";
        QTest::newRow("Arc A770 with 8 GB") << GpuVendor::Intel << "Arc A770" << 8192 << "intel-arc-a770-8gb";
        QTest::newRow("Arc B580") << GpuVendor::Intel << "Arc B580" << 12216 << "intel-arc-b580-12gb";
    }

    void matches()
    {
        QFETCH(GpuVendor, vendor);
        QFETCH(QString, name);
        QFETCH(int, mib);
        QFETCH(QString, id);
        QCOMPARE(matchCatalog(card(name, mib, vendor), m_catalog), id);
    }

    void staysUnknown_data()
    {
        QTest::addColumn<GpuVendor>("vendor");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("mib");
        QTest::newRow("nobody") << GpuVendor::Nvidia << "NVIDIA RTX 9990" << 24564;
        QTest::newRow("another size") << GpuVendor::Nvidia << "NVIDIA GeForce RTX 3080" << 20480;
        QTest::newRow("no size") << GpuVendor::Intel << "Arc A750" << 0;
        QTest::newRow("another vendor") << GpuVendor::Amd << "GeForce RTX 4090" << 24564;
        QTest::newRow("a word more") << GpuVendor::Nvidia << "NVIDIA GeForce RTX 4090 Super" << 24564;
        QTest::newRow("a word less") << GpuVendor::Nvidia << "NVIDIA RTX" << 24564;
        QTest::newRow("one of two that are alike") << GpuVendor::Amd << "AMD Instinct MI250X / MI250" << 65520;
        QTest::newRow("one of three") << GpuVendor::Amd << "Radeon RX 6800/6800 XT / 6900 XT" << 16368;
        // Of these the catalog has the first alone, and it cannot know that it is not the second.
        QTest::newRow("one of two, one unknown") << GpuVendor::Amd << "AMD Radeon VII / Nobody" << 16368;
        QTest::newRow("half of a partitioned GPU") << GpuVendor::Amd << "AMD Instinct MI300X VF" << 98296;
        QTest::newRow("nothing") << GpuVendor::Nvidia << "" << 24564;
    }

    void staysUnknown()
    {
        QFETCH(GpuVendor, vendor);
        QFETCH(QString, name);
        QFETCH(int, mib);
        QCOMPARE(matchCatalog(card(name, mib, vendor), m_catalog), QString());
    }

    void matchesSharedMemory()
    {
        QCOMPARE(matchCatalog(shared(QStringLiteral("Apple M3 Max"), 64 * 1024, GpuVendor::Apple), m_catalog),
                 QStringLiteral("apple-m3-max-64gb"));
        QCOMPARE(matchCatalog(shared(QStringLiteral("Apple M3 Max"), 80 * 1024, GpuVendor::Apple), m_catalog),
                 QString());
        QCOMPARE(matchCatalog(shared(QStringLiteral("NVIDIA GB10"), 122571, GpuVendor::Nvidia), m_catalog),
                 QStringLiteral("nvidia-dgx-spark-gb10-128gb"));
        QCOMPARE(
            matchCatalog(shared(QStringLiteral("AMD Radeon 8060S Graphics"), 127 * 1024, GpuVendor::Amd), m_catalog),
            QStringLiteral("amd-ryzen-ai-max-395-128gb"));
    }

    void matchesInstances()
    {
        DetectedGpu gpu = card(QStringLiteral("NVIDIA H100 80GB HBM3"), 81559);
        gpu.instances = {{QStringLiteral("1g.10gb"), {}, {}, {}, {}}, {QStringLiteral("9g.99gb"), {}, {}, {}, {}}};
        Detection detection{{{GpuVendor::Nvidia, DriverState::Answered, {}, {gpu}}}};
        matchAll(detection, m_catalog);
        const DetectedGpu matched = detection.gpus().constFirst();
        QCOMPARE(matched.catalogId, QStringLiteral("nvidia-h100-sxm-80gb"));
        QCOMPARE(matched.instances[0].catalogId, QStringLiteral("nvidia-h100-sxm-80gb/1g.10gb"));
        QCOMPARE(matched.instances[1].catalogId, QString());
    }

    /// What is printed for a person's own catalog is taken by it, and the GPU is known from then on.
    void offersARecord()
    {
        for (const DetectedGpu &gpu : {card(QStringLiteral("NVIDIA RTX 9990"), 49140),
                                       shared(QStringLiteral("AMD Radeon Graphics"), 31000, GpuVendor::Amd)}) {
            const auto record = recordOf(gpu, m_catalog);
            QVERIFY(record);
            Catalog catalog = m_catalog;
            const QJsonObject document{{QStringLiteral("schema"), QStringLiteral("plimsoll.catalog/1")},
                                       {QStringLiteral("gpus"), QJsonArray{*record}}};
            const auto merged = catalog.merge(QJsonDocument(document).toJson(), QStringLiteral("own"));
            QVERIFY2(merged.ok(), merged.ok() ? "" : qPrintable(merged.error().text));
            const QString id = record->value(QLatin1String("id")).toString();
            QCOMPARE(matchCatalog(gpu, catalog), id);
            const auto own = catalog.gpu(id, {});
            QVERIFY(own.ok() && own->usable <= *gpu.total && own->usable > Bytes(0));
            // Another of the same name gets another id.
            QVERIFY(recordOf(gpu, catalog)->value(QLatin1String("id")).toString() != id);
        }
        QVERIFY(!recordOf(card(QStringLiteral("Arc A750"), 0, GpuVendor::Intel), m_catalog));
    }

    void readsBackWhatItWrites()
    {
        DetectedGpu gpu = card(QStringLiteral("NVIDIA H100 80GB HBM3"), 81559);
        gpu.pciAddress = QStringLiteral("0000:3b:00.0");
        gpu.pciId = QStringLiteral("10de:2330");
        gpu.uuid = QStringLiteral("GPU-1");
        gpu.free = Bytes(0);
        gpu.processes = {{42, QStringLiteral("python3"), Bytes(7)}, {43, {}, {}}};
        gpu.migEnabled = true;
        gpu.instances = {
            {QStringLiteral("1g.10gb"), QStringLiteral("MIG-1"), Bytes(9), {}, QStringLiteral("x/1g.10gb")}};
        gpu.driverVersion = QStringLiteral("550.54.15");
        gpu.catalogId = QStringLiteral("x");
        gpu.notes = {QStringLiteral("A note.")};
        const Detection detection{{{GpuVendor::Nvidia,
                                    DriverState::Answered,
                                    {},
                                    {gpu, shared(QStringLiteral("NVIDIA GB10"), 4, GpuVendor::Nvidia)}},
                                   {GpuVendor::Amd, DriverState::TimedOut, QStringLiteral("Too late."), {}},
                                   {GpuVendor::Intel, DriverState::Failed, QStringLiteral("No."), {}},
                                   {GpuVendor::Apple, DriverState::Absent, {}, {}}}};
        const auto again = detectionFromJson(detectionToJson(detection, nullptr));
        QVERIFY(again.ok());
        QCOMPARE(again->answers, detection.answers);
        QVERIFY(!detectionFromJson({}).ok());
        QVERIFY(!detectionFromJson({{QStringLiteral("schema"), QStringLiteral("plimsoll.detect/1")},
                                    {QStringLiteral("drivers"), QJsonArray{QStringLiteral("x")}}})
                     .ok());
    }

private:
    Catalog m_catalog = Catalog::builtIn();
};

QTEST_GUILESS_MAIN(GpuMatchTest)
#include "tst_gpumatch.moc"
