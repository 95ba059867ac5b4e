// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/core/sources/safetensorswriter.h"
#include "tests/core/sources/tinymodels.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace plimsoll::test;

namespace {

const QString kConfigs = QStringLiteral(PLIMSOLL_TEST_DATA "/configs/");

/// Llama with hidden_size 64, 4 layers of 4 heads and 2 KV heads, intermediate_size 160, 1,000 words, by hand: two
/// embeddings of 64,000, and a layer of 64*64 + 2*64*32 + 64*64 + 3*64*160 + 2*64, and the last norm.
constexpr qint64 kGroupedQuery = 2 * 64'000 + 4 * (2 * 64 * 64 + 2 * 64 * 32 + 3 * 64 * 160 + 2 * 64) + 64;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Model files on the command line: by path, beside a plan, inside a plan; and those that cannot be read.
class ModelFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void inspectConfig();
    void inspectGguf();
    void inspectFolderOfSafetensors();
    void estimateOfAFile();
    void encodersHaveNoCache();
    void besideThePlan();
    void insideThePlan();
    void unknownArchitecture();
    void wrong_data();
    void wrong();

private:
    QString put(const QString &name, const QByteArray &content) { return writeFile(m_folder->path(), name, content); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ModelFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ModelFilesTest::inspectConfig()
{
    const Run run = runPlimsoll(
        {QStringLiteral("inspect"), kConfigs + QStringLiteral("grouped-query.json"), QStringLiteral("--json")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("parameters.text")).toInteger(), kGroupedQuery);
    QCOMPARE(at(run.json(), QStringLiteral("kvBytesPerToken.fp16")).toInteger(), 4 * 2 * 2 * 16 * 2);
    QVERIFY(at(run.json(), QStringLiteral("tensors")).isNull());
}

void ModelFilesTest::inspectGguf()
{
    const QString path = put(QStringLiteral("tiny.gguf"), tinymodels::gguf());
    const Run run = runPlimsoll({QStringLiteral("inspect"), path, QStringLiteral("--json")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    constexpr qint64 count = 2 * 64 * 96 + 2 * 64 * 64 + 2 * 64 * 32 + 3 * 64 * 160 + 3 * 64;
    QCOMPARE(at(run.json(), QStringLiteral("parameters.text")).toInteger(), count);
    QCOMPARE(at(run.json(), QStringLiteral("tensors.count")).toInteger(), 12);
    QCOMPARE(at(run.json(), QStringLiteral("tensors.bytes")).toInteger(), count * 4);
    QCOMPARE(at(run.json(), QStringLiteral("tensors.byType.F32.count")).toInteger(), 12);
    const Run text = runPlimsoll({QStringLiteral("inspect"), path});
    QVERIFY2(text.out.contains("Tensors") && text.out.contains("F32"), text.described().constData());
}

void ModelFilesTest::inspectFolderOfSafetensors()
{
    SafetensorsWriter out;
    out.bf16("model.embed_tokens.weight", {1000, 64}).bf16("lm_head.weight", {1000, 64});
    put(QStringLiteral("model.safetensors"), out.file());
    put(QStringLiteral("config.json"), contentOf(kConfigs + QStringLiteral("grouped-query.json")));
    const Run run = runPlimsoll({QStringLiteral("inspect"), m_folder->path(), QStringLiteral("--json")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("tensors.byType.BF16.bytes")).toInteger(), 2 * 64'000 * 2);
    QCOMPARE(at(run.json(), QStringLiteral("layers")).toInteger(), 4); // as the config says
}

void ModelFilesTest::estimateOfAFile()
{
    const QString path = put(QStringLiteral("config.json"), contentOf(kConfigs + QStringLiteral("grouped-query.json")));
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"), path,
                                 QStringLiteral("--engine"), QStringLiteral("rule-of-thumb"),
                                 QStringLiteral("--engine-option"), QStringLiteral("overhead=0")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("total.bytes.weights")).toInteger(), kGroupedQuery * 2);
    QCOMPARE(at(run.json(), QStringLiteral("plan.model")).toString(), path);
    QCOMPARE(at(run.json(), QStringLiteral("plan.contextLength")).toInteger(), 4096); // the model's limit
    const Run served = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--model"), path,
                                    QStringLiteral("--gpu"), QStringLiteral("nvidia-h100-sxm-80gb")});
    QVERIFY2(served.ended && served.status == 0, served.described().constData());
}

void ModelFilesTest::encodersHaveNoCache()
{
    for (const char *engine : {"rule-of-thumb", "vllm"}) {
        const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"),
                                     kConfigs + QStringLiteral("encoder.json"), QStringLiteral("--engine"),
                                     QLatin1String(engine), QStringLiteral("--sequences"), QStringLiteral("8"),
                                     QStringLiteral("--gpu"), QStringLiteral("nvidia-h100-sxm-80gb")});
        QVERIFY2(run.ended && run.status == 0, run.described().constData());
        QCOMPARE(at(run.json(), QStringLiteral("total.bytes.kvCache")).toInteger(-1), 0);
        QCOMPARE(at(run.json(), QStringLiteral("kvCache.bytesPerToken")).toInteger(-1), 0);
        QCOMPARE(at(run.json(), QStringLiteral("verdict.fits")).toBool(), true);
    }
}

void ModelFilesTest::besideThePlan()
{
    put(QStringLiteral("config.json"), contentOf(kConfigs + QStringLiteral("grouped-query.json")));
    const QString plan =
        put(QStringLiteral("plan.plimsoll"), R"({"schema": "plimsoll.plan/1", "model": "config.json"})");
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), plan});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("model.parameters.total")).toInteger(), kGroupedQuery);
}

void ModelFilesTest::insideThePlan()
{
    const QByteArray config = contentOf(kConfigs + QStringLiteral("grouped-query.json"));
    const QByteArray plan = R"({"schema": "plimsoll.plan/1", "model": {"config": )" + config + "}}";
    const Run run = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), QStringLiteral("-")}, plan);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("model.parameters.total")).toInteger(), kGroupedQuery);
    const Run wrong = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), QStringLiteral("-")},
        R"({"schema": "plimsoll.plan/1", "model": {"config": {"model_type": "not-known"}}})");
    QCOMPARE(wrong.status, 3);
    QVERIFY2(wrong.complainedOnce() && wrong.err.contains("hidden_size"), wrong.described().constData());
}

void ModelFilesTest::unknownArchitecture()
{
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"),
                                 kConfigs + QStringLiteral("unknown.json")});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QVERIFY2(run.out.contains("unknown-architecture"), run.described().constData());
}

void ModelFilesTest::wrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("not there") << "nowhere.gguf" << QByteArray() << QByteArray("nowhere.gguf");
    QTest::newRow("no JSON") << "config.json" << QByteArray("{") << QByteArray("config.json");
    QTest::newRow("no model") << "config.json" << QByteArray("{}") << QByteArray("config.json");
    QTest::newRow("cut short") << "short.gguf" << tinymodels::gguf().left(100) << QByteArray("short.gguf");
    QTest::newRow("no GGUF") << "wrong.gguf" << QByteArray("nothing of the kind") << QByteArray("wrong.gguf");
    QTest::newRow("no safetensors") << "wrong.safetensors" << QByteArray("nothing of the kind, and long enough")
                                    << QByteArray("wrong.safetensors");
    QTest::newRow("another kind") << "./picture.png" << QByteArray("\x89PNG") << QByteArray("config.json");
    QTest::newRow("an empty folder") << "empty/" << QByteArray() << QByteArray("no model");
    QTest::newRow("a pipe that nobody writes to") << "pipe.gguf" << QByteArray("fifo") << QByteArray("pipe.gguf");
}

void ModelFilesTest::wrong()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, says);
    const QString path = m_folder->filePath(name);
    if (name.endsWith(QLatin1Char('/')))
        QVERIFY(QDir().mkpath(path));
    else if (content == "fifo")
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    else if (!content.isEmpty())
        put(name, content);
    for (const QStringList &arguments : {QStringList{QStringLiteral("inspect"), path},
                                         QStringList{QStringLiteral("estimate"), QStringLiteral("--model"), path}}) {
        const Run run = runPlimsoll(arguments);
        QVERIFY2(run.ended && run.status == 3 && run.complainedOnce(), run.described().constData());
        QVERIFY2(run.err.contains(says), run.described().constData());
    }
}

QTEST_GUILESS_MAIN(ModelFilesTest)
#include "tst_modelfiles.moc"
