// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/core/detect/systemfiles.h"
#include "tests/core/sources/local/storefiles.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace plimsoll::test;
using plimsoll::systemfiles::card;
using plimsoll::systemfiles::write;

/// plimsoll fit --question here, with a stand-in for NVIDIA's library and an empty home folder.
class FitHereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("HOME"), m_home->path());
        for (const char *name : {"HF_HOME", "HF_HUB_CACHE", "LLAMA_CACHE", "OLLAMA_MODELS", "XDG_CACHE_HOME"})
            m_environment.remove(QLatin1String(name));
        standin(QStringLiteral("new"), {});
    }

    /// 70,000 MiB of the H100 are free; what is reserved is the rest of what can be used of it.
    void plansWithWhatIsFree()
    {
        const QJsonObject answer = asked({});
        const QJsonObject plan = answer[QLatin1String("plan")].toObject();
        QCOMPARE(plan[QLatin1String("gpus")][0][QLatin1String("id")].toString(),
                 QStringLiteral("nvidia-h100-sxm-80gb"));
        const qint64 usable = h100();
        QVERIFY(usable > 70'000LL << 20);
        QCOMPARE(plan[QLatin1String("reserve")].toInteger(), usable - (70'000LL << 20));
        const QJsonArray rows = answer[QLatin1String("answer")].toArray();
        QVERIFY(rows.size() > 50);
        QCOMPARE(rows[0][QLatin1String("model")], plan[QLatin1String("model")]);
    }

    void reservesWhatWasTyped()
    {
        for (const char *size : {"0", "3GiB"}) {
            const QJsonObject answer = asked({QStringLiteral("--reserve"), QLatin1String(size),
                                              QStringLiteral("--engine"), QStringLiteral("rule-of-thumb")});
            QCOMPARE(answer[QLatin1String("plan")].toObject()[QLatin1String("reserve")].toInteger(),
                     QLatin1String(size) == QLatin1String("0") ? 0 : 3LL << 30);
        }
    }

    void takesAnUnknownGpuAsItIs()
    {
        standin(QStringLiteral("none"), {});
        const QString folder = card(m_home->path(), 0, QStringLiteral("0x1002"), QStringLiteral("0xfff1"),
                                    QStringLiteral("0x00"), QStringLiteral("amdgpu"), QStringLiteral("0000:05:00.0"));
        write(m_home->path(), folder + QStringLiteral("mem_info_vram_total"), QString::number(20LL << 30));
        write(m_home->path(), folder + QStringLiteral("mem_info_vram_used"), QString::number(4LL << 30));
        const QJsonObject answer = asked({QStringLiteral("--engine"), QStringLiteral("rule-of-thumb")});
        const QJsonObject plan = answer[QLatin1String("plan")].toObject();
        QVERIFY(plan[QLatin1String("gpus")][0][QLatin1String("id")].toString().startsWith(QLatin1String("own-")));
        // At most 16 GiB of 8 bits x 1.2 or more: nothing above 14.3 billion parameters but in 4 bits.
        for (const QJsonValue row : answer[QLatin1String("answer")].toArray()) {
            const double least = row[QLatin1String("format")] == QLatin1String("int4") ? 0.5 : 1;
            if (row[QLatin1String("format")] != QLatin1String("native"))
                QVERIFY(row[QLatin1String("parameters")].toDouble() * least * 1.2 <= double(16LL << 30));
        }
    }

    void takesTheGpusOfThePlan()
    {
        standin(QStringLiteral("new"), QStringLiteral("block=nvmlInit_v2")); // which is not asked then
        const QJsonObject answer =
            asked({QStringLiteral("--gpu"), QStringLiteral("nvidia-rtx-4090-24gb:2"), QStringLiteral("--reserve"),
                   QStringLiteral("2GiB"), QStringLiteral("--engine"), QStringLiteral("rule-of-thumb")});
        const QJsonObject plan = answer[QLatin1String("plan")].toObject();
        QCOMPARE(plan[QLatin1String("gpus")][0][QLatin1String("count")].toInt(), 2);
        QCOMPARE(plan[QLatin1String("reserve")].toInteger(), 2LL << 30);
    }

    void hasTheFilesOfThisDisk()
    {
        storefiles::write(m_home->filePath(QStringLiteral(".lmstudio/models/org/x/tiny.gguf")), tinymodels::gguf());
        const QJsonArray rows =
            asked({QStringLiteral("--engine"), QStringLiteral("rule-of-thumb")})[QLatin1String("answer")].toArray();
        QStringList stores;
        for (const QJsonValue &row : rows) {
            if (row[QLatin1String("store")].isString())
                stores << row[QLatin1String("store")].toString() + QLatin1Char(' ')
                              + row[QLatin1String("engine")].toString();
        }
        QCOMPARE(stores, QStringList{"LM Studio llama.cpp"});
    }

    void asText()
    {
        const Run run = runPlimsollWith(arguments({QStringLiteral("--engine"), QStringLiteral("rule-of-thumb")}), {},
                                        m_environment);
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.startsWith("Model "));
        QVERIFY2(run.err.contains("1 \u00d7 NVIDIA H100 80GB HBM3"), run.err.constData());
    }

    void withoutAGpuSaysWhatToDo()
    {
        standin(QStringLiteral("none"), {});
        const Run run = runPlimsollWith(arguments({QStringLiteral("--json")}), {}, m_environment);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.complainedOnce() && run.err.contains("--gpu"), run.err.constData());
    }

private:
    void standin(const QString &folder, const QString &behaviour)
    {
        m_environment.insert(QStringLiteral("LD_LIBRARY_PATH"), QStringLiteral(PLIMSOLL_STANDINS "/") + folder);
        m_environment.insert(QStringLiteral("PLIMSOLL_STANDIN"), behaviour);
    }
    QStringList arguments(const QStringList &more) const
    {
        return QStringList{"fit", "--question", "here", "--no-user-data", "--root", m_home->path()} + more;
    }
    QJsonObject asked(const QStringList &more) const
    {
        const Run run = runPlimsollWith(arguments(more) + QStringList{"--json"}, {}, m_environment);
        if (!run.ended || run.status != 0)
            qFatal("%s", run.described().constData());
        return QJsonDocument::fromJson(run.out).object();
    }
    static qint64 h100()
    {
        const Run run = runPlimsoll({"estimate", "--gpu", "nvidia-h100-sxm-80gb", "--json"});
        return QJsonDocument::fromJson(run.out)
            .object()[QLatin1String("devices")][0][QLatin1String("usableBytes")]
            .toInteger();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(FitHereTest)
#include "tst_fithere.moc"
