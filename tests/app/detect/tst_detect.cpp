// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/core/detect/systemfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace plimsoll::test;
using plimsoll::systemfiles::card;
using plimsoll::systemfiles::write;

namespace {
constexpr qint64 kMiB = 1 << 20;
}

/// plimsoll detect with stand-ins for NVIDIA's library and made-up trees of /sys.
class DetectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        standin(QStringLiteral("none"), {});
    }

    void listsSeveral()
    {
        standin(QStringLiteral("new"), QStringLiteral("gpus=4 mig"));
        plimsoll::systemfiles::memory(m_root->path(), 127609344, 100000000);
        amdCard();
        const QJsonObject answer = detected();
        QCOMPARE(gpus(answer).size(), 5);
        QCOMPARE(at(answer, QStringLiteral("gpus.0.name")).toString(), QStringLiteral("NVIDIA H100 80GB HBM3"));
        QCOMPARE(at(answer, QStringLiteral("gpus.0.catalogId")).toString(), QStringLiteral("nvidia-h100-sxm-80gb"));
        QCOMPARE(at(answer, QStringLiteral("gpus.0.pciAddress")).toString(), QStringLiteral("0000:3b:00.0"));
        QCOMPARE(at(answer, QStringLiteral("gpus.0.pciId")).toString(), QStringLiteral("10de:2330"));
        QCOMPARE(at(answer, QStringLiteral("gpus.0.uuid")).toString(), QStringLiteral("GPU-0001"));
        QCOMPARE(at(answer, QStringLiteral("gpus.0.memory.totalBytes")).toInteger(), 81559 * kMiB);
        QCOMPARE(at(answer, QStringLiteral("gpus.0.memory.freeBytes")).toInteger(), 70000 * kMiB);
        QCOMPARE(at(answer, QStringLiteral("gpus.0.driverVersion")).toString(), QStringLiteral("550.54.15"));
        QCOMPARE(at(answer, QStringLiteral("gpus.1.pciAddress")).toString(), QStringLiteral("0000:3c:00.0"));
        QCOMPARE(at(answer, QStringLiteral("gpus.1.catalogId")).toString(), QStringLiteral("nvidia-rtx-4090-24gb"));
        // Its memory is the computer's, which /proc/meminfo has.
        QVERIFY(at(answer, QStringLiteral("gpus.2.memory.unified")).toBool());
        QCOMPARE(at(answer, QStringLiteral("gpus.2.memory.totalBytes")).toInteger(), 127609344 * 1024LL);
        QCOMPARE(at(answer, QStringLiteral("gpus.2.catalogId")).toString(),
                 QStringLiteral("nvidia-dgx-spark-gb10-128gb"));
        QVERIFY(at(answer, QStringLiteral("gpus.3.catalogId")).isNull());
        QCOMPARE(at(answer, QStringLiteral("gpus.3.catalogRecord.memory_mib")).toInteger(), 50000);
        QCOMPARE(at(answer, QStringLiteral("gpus.4.catalogId")).toString(), QStringLiteral("amd-rx-7900-xtx-24gb"));
    }

    void listsProcesses()
    {
        standin(QStringLiteral("new"), {});
        const QJsonArray processes = at(detected(), QStringLiteral("gpus.0.processes")).toArray();
        QCOMPARE(processes.size(), 40); // 39 that compute, one that draws alone
        QCOMPARE(processes[1][QLatin1String("usedBytes")].toInteger(), 8 * kMiB); // on two instances
        QCOMPARE(processes[2][QLatin1String("usedBytes")].toInteger(), 2 * kMiB); // computes and draws
        QCOMPARE(processes[2][QLatin1String("name")].toString(), QStringLiteral("python3.11"));
        QCOMPARE(processes[39][QLatin1String("pid")].toInteger(), 9999);
        QVERIFY(processes[39][QLatin1String("usedBytes")].isNull() && processes[39][QLatin1String("name")].isNull());
    }

    void listsInstances()
    {
        standin(QStringLiteral("new"), QStringLiteral("mig"));
        const QJsonObject mig = at(detected(), QStringLiteral("gpus.0.mig")).toObject();
        QVERIFY(mig[QLatin1String("enabled")].toBool());
        const QJsonArray instances = mig[QLatin1String("instances")].toArray();
        QCOMPARE(instances.size(), 2);
        QCOMPARE(instances[0][QLatin1String("profile")].toString(), QStringLiteral("1g.10gb"));
        QCOMPARE(instances[0][QLatin1String("catalogId")].toString(), QStringLiteral("nvidia-h100-sxm-80gb/1g.10gb"));
        QCOMPARE(instances[1][QLatin1String("totalBytes")].toInteger(), 40448 * kMiB);
        QCOMPARE(instances[1][QLatin1String("freeBytes")].toInteger(), 40000 * kMiB);
        QCOMPARE(instances[1][QLatin1String("uuid")].toString(), QStringLiteral("MIG-0001"));

        standin(QStringLiteral("new"), {});
        QVERIFY(!at(detected(), QStringLiteral("gpus.0.mig.enabled")).toBool());
    }

    void asksOldDrivers()
    {
        standin(QStringLiteral("old"), {});
        const QJsonObject answer = detected();
        QCOMPARE(at(answer, QStringLiteral("gpus.0.catalogId")).toString(), QStringLiteral("nvidia-h100-sxm-80gb"));
        QCOMPARE(at(answer, QStringLiteral("gpus.0.memory.freeBytes")).toInteger(), 70000 * kMiB);
        QCOMPARE(at(answer, QStringLiteral("gpus.0.pciId")).toString(), QStringLiteral("10de:2330"));
        const QJsonArray processes = at(answer, QStringLiteral("gpus.0.processes")).toArray();
        QCOMPARE(processes.size(), 2);
        QCOMPARE(processes[1][QLatin1String("pid")].toInteger(), 78);
        QCOMPARE(processes[1][QLatin1String("usedBytes")].toInteger(), 4 * kMiB);
    }

    void saysWhatFailed_data()
    {
        QTest::addColumn<QString>("library");
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *library, const char *settings, const char *state,
                            const char *words) { QTest::newRow(name) << library << settings << state << words; };
        row("no calls", "bare", "", "failed", "lacks nvmlDeviceGetHandleByIndex_v2");
        row("no driver", "new", "fail=nvmlInit_v2:9", "failed", "not loaded (9)");
        row("two versions", "new", "fail=nvmlInit_v2:18", "failed", "different versions");
        row("no count", "new", "fail=nvmlDeviceGetCount_v2:999", "failed", "error 999");
        row("a crash", "new", "crash=nvmlDeviceGetName", "failed", "broke off");
        row("blocked at once", "new", "block=nvmlInit_v2", "timed-out", "did not answer within 1 second.");
        row("blocked later", "new", "block=nvmlDeviceGetMemoryInfo_v2", "timed-out", "did not answer within 1 second.");
    }

    /// One vendor's trouble is told, and does not keep the answers of the others.
    void saysWhatFailed()
    {
        QFETCH(QString, library);
        QFETCH(QString, settings);
        QFETCH(QString, state);
        QFETCH(QString, words);
        standin(library, settings);
        amdCard();
        const QJsonObject answer = detected({QStringLiteral("--timeout"), QStringLiteral("1")});
        QCOMPARE(at(answer, QStringLiteral("drivers.0.state")).toString(), state);
        const QString problem = at(answer, QStringLiteral("drivers.0.problem")).toString();
        QVERIFY2(problem.contains(words), qPrintable(problem));
        QCOMPARE(gpus(answer).size(), 1);
        QCOMPARE(at(answer, QStringLiteral("gpus.0.vendor")).toString(), QStringLiteral("AMD"));

        const Run text = run({QStringLiteral("--timeout"), QStringLiteral("1")});
        QCOMPARE(text.status, 0);
        QVERIFY2(text.err.contains(words.toUtf8()) && text.out.contains("7900"), text.described().constData());
    }

    void leavesOutWhatFails()
    {
        standin(QStringLiteral("new"), QStringLiteral("gpus=2 fail2=nvmlDeviceGetHandleByIndex_v2:15"));
        QJsonObject answer = detected();
        QCOMPARE(gpus(answer).size(), 1);
        QVERIFY(at(answer, QStringLiteral("drivers.0.problem")).toString().contains(QLatin1String("GPU 1 of NVIDIA")));

        standin(QStringLiteral("new"), QStringLiteral("fail=nvmlDeviceGetName:999"));
        answer = detected();
        QCOMPARE(at(answer, QStringLiteral("gpus.0.name")).toString(), QStringLiteral("NVIDIA 10de:2330"));
        QVERIFY(at(answer, QStringLiteral("gpus.0.catalogId")).isNull());
        QCOMPARE(at(answer, QStringLiteral("gpus.0.notes")).toArray().size(), 1);

        // The newer call fails, the older one still answers.
        standin(QStringLiteral("new"), QStringLiteral("fail=nvmlDeviceGetMemoryInfo_v2:25"));
        QCOMPARE(at(detected(), QStringLiteral("gpus.0.memory.totalBytes")).toInteger(), 81559 * kMiB);
        standin(QStringLiteral("new"), QStringLiteral("fail=nvmlDeviceGetMemoryInfo:4"));
        QCOMPARE(at(detected(), QStringLiteral("gpus.0.memory.freeBytes")).toInteger(), 70000 * kMiB);

        for (const char *call :
             {"nvmlDeviceGetPciInfo_v3", "nvmlSystemGetDriverVersion", "nvmlDeviceGetUUID",
              "nvmlDeviceGetComputeRunningProcesses_v3", "nvmlDeviceGetGraphicsRunningProcesses_v3",
              "nvmlDeviceGetMigMode", "nvmlDeviceGetMigDeviceHandleByIndex", "nvmlSystemGetProcessName"}) {
            standin(QStringLiteral("new"), QStringLiteral("mig fail=%1:4").arg(QLatin1String(call)));
            QCOMPARE(at(detected(), QStringLiteral("gpus.0.catalogId")).toString(),
                     QStringLiteral("nvidia-h100-sxm-80gb"));
        }
        standin(QStringLiteral("new"), QStringLiteral("mig fail=nvmlDeviceGetMaxMigDeviceCount:4"));
        QCOMPARE(at(detected(), QStringLiteral("gpus.0.notes")).toArray().size(), 1);
    }

    void readsPastWhatALibraryPrints()
    {
        standin(QStringLiteral("new"), QStringLiteral("print"));
        QCOMPARE(gpus(detected()).size(), 1);
    }

    /// The blocked process is gone, too.
    void endsWhatBlocks()
    {
        standin(QStringLiteral("new"), QStringLiteral("block=nvmlDeviceGetName"));
        const QString note = m_root->filePath(QStringLiteral("pid"));
        m_environment.insert(QStringLiteral("PLIMSOLL_STANDIN_PID"), note);
        detected({QStringLiteral("--timeout"), QStringLiteral("1")});
        QFile file(note);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString process = QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(file.readAll()));
        // Where nobody reaps it, it stays as a zombie.
        QTRY_VERIFY([&] {
            QFile stat(process);
            return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
        }());
    }

    /// A parent that was killed cannot end it: it ends by itself.
    void endsWithoutAParent()
    {
        standin(QStringLiteral("new"), QStringLiteral("block=nvmlDeviceGetName"));
        QProcess child;
        child.setProcessEnvironment(m_environment);
        child.start(QStringLiteral(PLIMSOLL_PROGRAM),
                    {QStringLiteral("detect"), QStringLiteral("--ask"), QStringLiteral("NVIDIA"),
                     QStringLiteral("--timeout"), QStringLiteral("1")});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QVERIFY(child.readAllStandardOutput().isEmpty());
    }

    void asksAMac()
    {
        const QString programs = m_root->filePath(QStringLiteral("bin"));
        const auto script = [&](const char *name, const char *answer) {
            const QString path =
                writeFile(programs, QLatin1String(name), QByteArray("#!/bin/sh\necho '") + answer + "'\n");
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        };
        script("system_profiler", R"({"SPDisplaysDataType": [{"sppci_model": "Apple M3 Max", "sppci_cores": "40"}]})");
        script("sysctl", "68719476736");
        script("sw_vers", "14.5");
        m_environment.insert(QStringLiteral("PATH"), programs + QLatin1Char(':') + qEnvironmentVariable("PATH"));
        const QJsonObject answer = detected();
        QCOMPARE(at(answer, QStringLiteral("gpus.0.catalogId")).toString(), QStringLiteral("apple-m3-max-64gb"));
        QCOMPARE(at(answer, QStringLiteral("drivers.3.state")).toString(), QStringLiteral("answered"));
    }

    void saysWhereNoneIs()
    {
        const QJsonObject answer = detected();
        QCOMPARE(answer[QLatin1String("gpus")], QJsonValue(QJsonArray()));
        for (int driver = 0; driver < 4; ++driver)
            QCOMPARE(at(answer, QStringLiteral("drivers.%1.state").arg(driver)).toString(), QStringLiteral("absent"));
        const Run text = run({});
        QVERIFY2(text.status == 0 && text.out.isEmpty(), text.described().constData());
        QVERIFY2(text.err.contains("no GPU was found") && text.err.contains("plimsoll catalog gpus"),
                 text.err.constData());
    }

    void saysWhereADriverIsMissing()
    {
        const QString folder = QStringLiteral("sys/bus/pci/devices/0000:01:00.0/");
        write(m_root->path(), folder + QStringLiteral("vendor"), QStringLiteral("0x10de"));
        write(m_root->path(), folder + QStringLiteral("device"), QStringLiteral("0x2684"));
        write(m_root->path(), folder + QStringLiteral("class"), QStringLiteral("0x030200"));
        const QJsonObject answer = detected();
        QCOMPARE(at(answer, QStringLiteral("drivers.0.state")).toString(), QStringLiteral("failed"));
        QVERIFY(at(answer, QStringLiteral("drivers.0.problem")).toString().contains(QLatin1String("10de:2684")));
    }

    void speaksInATable()
    {
        standin(QStringLiteral("new"), QStringLiteral("gpus=4 mig"));
        const Run text = run({QStringLiteral("--unit"), QStringLiteral("GB")});
        QVERIFY2(text.ended && text.status == 0, text.described().constData());
        // 81,559 MiB are 85.52 GB.
        for (const char *word :
             {"NVIDIA H100 80GB HBM3", "85.5 GB", "nvidia-h100-sxm-80gb/1g.10gb", "550.54.15", "0000:3b:00.0",
              "python3.11", "9999", "MIG is switched on", "shared with the processor"})
            QVERIFY2(text.out.contains(word), text.described().constData());
        QVERIFY2(text.err.contains("plimsoll detect --catalog"), text.err.constData());
    }

    /// What --catalog prints is a catalog file; with it the GPU is known, to detect and to plans.
    void addsToTheCatalog()
    {
        standin(QStringLiteral("new"), QStringLiteral("gpus=4"));
        const Run own = run({QStringLiteral("--catalog")});
        QCOMPARE(own.status, 0);
        QVERIFY2(own.json()[QLatin1String("gpus")].toArray().size() >= 1, own.described().constData());
        writeFile(m_root->filePath(QStringLiteral("plimsoll")), QStringLiteral("catalog.json"), own.out);
        m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_root->path());
        const Run with = runPlimsollWith(
            {QStringLiteral("detect"), QStringLiteral("--json"), QStringLiteral("--root"), m_root->path()}, {},
            m_environment);
        const QString id = at(with.json(), QStringLiteral("gpus.3.catalogId")).toString();
        QVERIFY2(id.startsWith(QLatin1String("own-nvidia-test-card")), with.described().constData());
        const Run plan = runPlimsollWith(
            {QStringLiteral("estimate"), QStringLiteral("--gpu"), id, QStringLiteral("--json")}, {}, m_environment);
        QVERIFY2(plan.status == 0 && at(plan.json(), QStringLiteral("verdict.fits")).toBool(),
                 plan.described().constData());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("a word") << QStringList{"nvidia"};
        QTest::newRow("no number") << QStringList{"--timeout", "soon"};
        QTest::newRow("no time") << QStringList{"--timeout", "0"};
        QTest::newRow("too long") << QStringList{"--timeout", "601"};
        QTest::newRow("a unit") << QStringList{"--unit", "TB"};
        QTest::newRow("a driver of nobody") << QStringList{"--ask", "nobody"};
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        const Run wrong = run(arguments);
        QVERIFY2(wrong.ended && wrong.status == 2 && wrong.complainedOnce(), wrong.described().constData());
    }

private:
    void standin(const QString &library, const QString &settings)
    {
        m_environment.insert(QStringLiteral("LD_LIBRARY_PATH"), QStringLiteral(PLIMSOLL_STANDINS "/") + library);
        m_environment.insert(QStringLiteral("PLIMSOLL_STANDIN"), settings);
    }

    void amdCard()
    {
        const QString folder = card(m_root->path(), 0, QStringLiteral("0x1002"), QStringLiteral("0x744c"),
                                    QStringLiteral("0xc8"), QStringLiteral("amdgpu"), QStringLiteral("0000:83:00.0"));
        write(m_root->path(), folder + QStringLiteral("product_name"), QStringLiteral("AMD Radeon RX 7900 XTX"));
        write(m_root->path(), folder + QStringLiteral("mem_info_vram_total"), QStringLiteral("25753026560"));
        write(m_root->path(), folder + QStringLiteral("mem_info_vram_used"), QStringLiteral("1000000000"));
    }

    Run run(const QStringList &more)
    {
        // What follows --ask has to stand first.
        return runPlimsollWith(
            QStringList{QStringLiteral("detect")} + more
                + QStringList{QStringLiteral("--root"), m_root->path(), QStringLiteral("--no-user-data")},
            {}, m_environment);
    }

    QJsonObject detected(const QStringList &more = {})
    {
        const Run done = run(QStringList{QStringLiteral("--json")} + more);
        if (!done.ended || done.status != 0 || !done.err.isEmpty())
            qWarning("%s", done.described().constData());
        return done.json();
    }

    static QJsonArray gpus(const QJsonObject &answer) { return answer[QLatin1String("gpus")].toArray(); }

    std::unique_ptr<QTemporaryDir> m_root;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(DetectTest)
#include "tst_detect.moc"
