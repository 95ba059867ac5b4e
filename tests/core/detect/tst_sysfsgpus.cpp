// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/drmclients.h"
#include "core/detect/sysfsgpus.h"
#include "tests/core/detect/systemfiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace plimsoll;

/// Made-up trees in the form of Linux 6: amdgpu's, amdkfd's, xe's and i915's own documentation of their files.
class SysfsGpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }

    void readsAmdCards()
    {
        amd(10, QStringLiteral("0x744c"), QStringLiteral("0xc8"), QStringLiteral("0000:83:00.0"), 25753026560,
            1000000000);
        const QString second =
            amd(2, QStringLiteral("0x740f"), QStringLiteral("0x02"), QStringLiteral("0000:03:00.0"), 68702699520, 2);
        write(second + QStringLiteral("unique_id"), QStringLiteral("cafe0123"));
        // Outputs, render nodes and cards of others are in the same folder.
        write(QStringLiteral("sys/class/drm/card2-DP-1/device/vendor"), QStringLiteral("0x1002"));
        write(QStringLiteral("sys/class/drm/renderD128/device/vendor"), QStringLiteral("0x1002"));
        systemfiles::card(m_root->path(), 0, QStringLiteral("0x10de"), QStringLiteral("0x2684"), QStringLiteral("0xa1"),
                          QStringLiteral("nvidia"), QStringLiteral("0000:01:00.0"));
        write(QStringLiteral("usr/share/libdrm/amdgpu.ids"),
              QStringLiteral("# a comment\n1.0.0\n740F,\t02,\tAMD Instinct MI210\n744C,\tC7,\tNobody\n744C,\tC8,\tAMD "
                             "Radeon RX 7900 XTX"));
        write(QStringLiteral("sys/module/amdgpu/version"), QStringLiteral("6.12.12"));

        const VendorAnswer answer = amdGpus(tree());
        QCOMPARE(answer.state, DriverState::Answered);
        QCOMPARE(answer.gpus.size(), 2);
        const DetectedGpu &first = answer.gpus[0];
        QCOMPARE(first.name, QStringLiteral("AMD Instinct MI210"));
        QCOMPARE(first.uuid, QStringLiteral("cafe0123"));
        QCOMPARE(first.pciAddress, QStringLiteral("0000:03:00.0"));
        QCOMPARE(first.pciId, QStringLiteral("1002:740f"));
        QCOMPARE(first.driverVersion, QStringLiteral("6.12.12"));
        QVERIFY(!first.unifiedMemory && first.notes.isEmpty());
        QCOMPARE(answer.gpus[1].name, QStringLiteral("AMD Radeon RX 7900 XTX"));
        QCOMPARE(answer.gpus[1].total, Bytes(25753026560));
        QCOMPARE(answer.gpus[1].free, Bytes(24753026560));
    }

    void readsAmdProcesses()
    {
        amd(0, QStringLiteral("0x740f"), QStringLiteral("0x02"), QStringLiteral("0000:c3:00.0"), 68702699520, 0);
        const QString nodes = QStringLiteral("sys/class/kfd/kfd/topology/nodes/");
        write(nodes + QStringLiteral("0/properties"), QStringLiteral("cpu_cores_count 64\nlocation_id 0\ndomain 0"));
        write(nodes + QStringLiteral("0/gpu_id"), QStringLiteral("0"));
        // c3:00.0 is bus 195, device 0, function 0: 195 x 256.
        write(nodes + QStringLiteral("1/properties"), QStringLiteral("simd_count 416\nlocation_id 49920\ndomain 0"));
        write(nodes + QStringLiteral("1/gpu_id"), QStringLiteral("51234"));
        write(nodes + QStringLiteral("2/properties"), QStringLiteral("simd_count 416\nlocation_id 49920\ndomain 1"));
        write(nodes + QStringLiteral("2/gpu_id"), QStringLiteral("777"));
        const QString processes = QStringLiteral("sys/class/kfd/kfd/proc/");
        write(processes + QStringLiteral("1000/vram_51234"), QStringLiteral("5368709120"));
        write(processes + QStringLiteral("999/vram_51234"), QStringLiteral("42"));
        write(processes + QStringLiteral("998/vram_51234"), QStringLiteral("0"));
        write(processes + QStringLiteral("997/vram_777"), QStringLiteral("42"));
        write(QStringLiteral("proc/1000/comm"), QStringLiteral("python3"));

        const QList<GpuProcess> expected{{999, QString(), Bytes(42)},
                                         {1000, QStringLiteral("python3"), Bytes(5368709120)}};
        QCOMPARE(amdGpus(tree()).gpus.constFirst().processes, expected);
    }

    void readsDrmClients()
    {
        const QString address = QStringLiteral("0000:03:00.0");
        const QString device = intel(0, QStringLiteral("0xe20b"), QStringLiteral("xe"), address);
        write(device + QStringLiteral("tile0/physical_vram_size_bytes"), QStringLiteral("12884901888"));
        intel(1, QStringLiteral("0xe20b"), QStringLiteral("xe"), QStringLiteral("0000:04:00.0"));
        const auto file = [&](const char *path, const QString &client, const char *rest) {
            write(QLatin1String(path),
                  QStringLiteral("pos:\t0\ndrm-driver:\txe\ndrm-client-id:\t%1\ndrm-pdev:\t0000:03:00.0\n%2")
                      .arg(client, QLatin1String(rest)));
        };
        file("proc/500/fdinfo/7", QStringLiteral("4"),
             "drm-total-vram0:\t9 MiB\ndrm-resident-vram0:\t3 MiB\ndrm-total-gtt:\t99 MiB");
        file("proc/500/fdinfo/8", QStringLiteral("4"), "drm-resident-vram0:\t3 MiB"); // the same, duplicated
        file("proc/500/fdinfo/9", QStringLiteral("5"), "drm-memory-vram:\t1024 KiB\ndrm-memory-gtt:\t5 KiB");
        file("proc/60/fdinfo/3", QStringLiteral("6"), "drm-total-local0:\t4096\ndrm-total-local1:\t1 KiB");
        file("proc/61/fdinfo/3", QStringLiteral("7"), "drm-resident-vram0:\t0");
        write(QStringLiteral("proc/62/fdinfo/3"), QStringLiteral("pos:\t0\nflags:\t02"));
        write(QStringLiteral("proc/500/comm"), QStringLiteral("ollama"));

        const QList<DetectedGpu> gpus = intelGpus(tree()).gpus;
        const QList<GpuProcess> expected{{60, QString(), Bytes(4096 + 1024)},
                                         {500, QStringLiteral("ollama"), Bytes(4 << 20)}};
        QCOMPARE(gpus[0].processes, expected);
        QVERIFY(gpus[1].processes.isEmpty());
    }

    /// What the compute driver and the graphics driver say of one process is the same memory.
    void countsAProcessOnce()
    {
        const QList<GpuProcess> both =
            joined({{7, QStringLiteral("a"), Bytes(5)}, {3, {}, {}}},
                   {{7, QStringLiteral("a"), Bytes(9)}, {3, {}, Bytes(1)}, {8, {}, Bytes(2)}});
        const QList<GpuProcess> expected{{3, {}, Bytes(1)}, {7, QStringLiteral("a"), Bytes(9)}, {8, {}, Bytes(2)}};
        QCOMPARE(both, expected);
    }

    void addsSharedMemoryOfAmd()
    {
        const QString device = amd(1, QStringLiteral("0x1586"), QStringLiteral("0xc1"), QStringLiteral("0000:c1:00.0"),
                                   536870912, 100000000);
        write(device + QStringLiteral("mem_info_gtt_total"), QStringLiteral("66571993088"));
        write(device + QStringLiteral("mem_info_gtt_used"), QStringLiteral("20000000"));
        systemfiles::memory(m_root->path(), 130023424, 50000000);
        const DetectedGpu gpu = amdGpus(tree()).gpus.constFirst();
        QVERIFY(gpu.unifiedMemory);
        QCOMPARE(gpu.total, Bytes(536870912 + 66571993088));
        QCOMPARE(gpu.shared, Bytes(536870912) + Bytes(130023424) * 1024);
        // The pages that the driver would still give are more than the computer has left.
        QCOMPARE(gpu.free, Bytes(436870912) + Bytes(50000000) * 1024);
    }

    void readsIntel()
    {
        const QString b580 = intel(1, QStringLiteral("0xe20b"), QStringLiteral("xe"), QStringLiteral("0000:03:00.0"));
        write(b580 + QStringLiteral("tile0/physical_vram_size_bytes"), QStringLiteral("12884901888"));
        const QString max = intel(2, QStringLiteral("0x0bd5"), QStringLiteral("xe"), QStringLiteral("0000:9a:00.0"));
        write(max + QStringLiteral("tile0/physical_vram_size_bytes"), QStringLiteral("68719476736"));
        write(max + QStringLiteral("tile1/physical_vram_size_bytes"), QStringLiteral("68719476736"));
        intel(3, QStringLiteral("0x56a0"), QStringLiteral("i915"), QStringLiteral("0000:b0:00.0"));
        write(QStringLiteral("sys/class/drm/card3/lmem_total_bytes"), QStringLiteral("17179869184"));
        write(QStringLiteral("sys/class/drm/card3/lmem_avail_bytes"), QStringLiteral("17000000000"));
        intel(4, QStringLiteral("0x56a1"), QStringLiteral("i915"), QStringLiteral("0000:b1:00.0"));
        intel(0, QStringLiteral("0x46a6"), QStringLiteral("i915"), QStringLiteral("0000:00:02.0"));
        systemfiles::memory(m_root->path(), 32000000, 20000000);
        write(QStringLiteral("usr/share/misc/pci.ids"),
              QStringLiteral(
                  "# list\n1002  AMD\n\te20b  Not this\n8086  Intel Corporation\n\te20b  Battlemage G21 [Arc B580]\n"
                  "\t\t8086 1100  A board\n\t56a0  DG2 [Arc A770]\n9005  Adaptec\n\t0bd5  Nor this"));
        write(QStringLiteral("proc/sys/kernel/osrelease"), QStringLiteral("6.12.9"));

        const QList<DetectedGpu> gpus = intelGpus(tree()).gpus;
        QCOMPARE(gpus.size(), 5);
        QVERIFY(gpus[0].unifiedMemory);
        QCOMPARE(gpus[0].total, Bytes(32768000000));
        QCOMPARE(gpus[0].free, Bytes(20480000000));
        QCOMPARE(gpus[0].driverVersion, QStringLiteral("Linux 6.12.9"));
        QCOMPARE(gpus[1].name, QStringLiteral("Arc B580"));
        QCOMPARE(gpus[1].total, Bytes(12884901888));
        QVERIFY(!gpus[1].free && gpus[1].notes.size() == 1);
        QCOMPARE(gpus[2].name, QStringLiteral("Intel 8086:0bd5"));
        QCOMPARE(gpus[2].total, Bytes(2 * 68719476736));
        QCOMPARE(gpus[3].total, Bytes(17179869184));
        QCOMPARE(gpus[3].free, Bytes(17000000000));
        QVERIFY(!gpus[4].total && !gpus[4].unifiedMemory && gpus[4].notes.size() == 1);
    }

    void saysWhereTheDriverIsMissing()
    {
        QCOMPARE(amdGpus(tree()).state, DriverState::Absent);
        QCOMPARE(intelGpus(tree()).state, DriverState::Absent);
        pciDevice(QStringLiteral("0000:00:1f.3"), QStringLiteral("0x8086"), QStringLiteral("0x040300"));
        QCOMPARE(intelGpus(tree()).state, DriverState::Absent);
        pciDevice(QStringLiteral("0000:03:00.0"), QStringLiteral("0x8086"), QStringLiteral("0x030000"));
        pciDevice(QStringLiteral("0000:04:00.0"), QStringLiteral("0x1002"), QStringLiteral("0x038000"));
        QCOMPARE(intelGpus(tree()).state, DriverState::Failed);
        QVERIFY(amdGpus(tree()).problem.contains(QLatin1String("1002:1234")));
    }

    void takesNonsense()
    {
        const QString device =
            amd(0, QStringLiteral("0x744c"), QStringLiteral("0xc8"), QStringLiteral("rubbish"), -5, 1);
        QVERIFY(!amdGpus(tree()).gpus.constFirst().total);
        write(device + QStringLiteral("mem_info_vram_total"), QStringLiteral("100"));
        write(device + QStringLiteral("mem_info_vram_used"), QStringLiteral("900"));
        QCOMPARE(amdGpus(tree()).gpus.constFirst().free, Bytes(0));
        write(device + QStringLiteral("mem_info_vram_total"), QStringLiteral("many"));
        const DetectedGpu gpu = amdGpus(tree()).gpus.constFirst();
        QVERIFY(!gpu.total && !gpu.free && gpu.notes.size() == 1);
    }

private:
    SystemTree tree() const { return SystemTree(m_root->path()); }
    void write(const QString &file, const QString &text) { systemfiles::write(m_root->path(), file, text); }

    QString amd(int number, const QString &device, const QString &revision, const QString &address, qint64 total,
                qint64 used)
    {
        const QString folder = systemfiles::card(m_root->path(), number, QStringLiteral("0x1002"), device, revision,
                                                 QStringLiteral("amdgpu"), address);
        write(folder + QStringLiteral("mem_info_vram_total"), QString::number(total));
        write(folder + QStringLiteral("mem_info_vram_used"), QString::number(used));
        return folder;
    }

    QString intel(int number, const QString &device, const QString &driver, const QString &address)
    {
        return systemfiles::card(m_root->path(), number, QStringLiteral("0x8086"), device, QStringLiteral("0x00"),
                                 driver, address);
    }

    void pciDevice(const QString &address, const QString &vendor, const QString &kind)
    {
        const QString folder = QStringLiteral("sys/bus/pci/devices/%1/").arg(address);
        write(folder + QStringLiteral("vendor"), vendor);
        write(folder + QStringLiteral("device"), QStringLiteral("0x1234"));
        write(folder + QStringLiteral("class"), kind);
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

QTEST_GUILESS_MAIN(SysfsGpusTest)
#include "tst_sysfsgpus.moc"
