// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The build's catalog compiler, run as the build runs it: a bad catalog ends the build and says where.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

class TestCatalogCompiler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aGoodCatalogCompiles();
    void aBadCatalogNamesFileRecordAndField_data();
    void aBadCatalogNamesFileRecordAndField();
    void wrongUsage();

private:
    void write(const QString &name, const QByteArray &content);
    int compile();

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_errors;
};

namespace {

const QByteArray kModels = R"({"schema": "plimsoll.catalog/1", "models": [
 {"id": "me/tiny", "source": "made up", "num_hidden_layers": 2, "hidden_size": 64, "intermediate_size": 128,
  "num_attention_heads": 4, "head_dim": 16, "vocab_size": 100}]})";
const QByteArray kGpus = R"({"schema": "plimsoll.catalog/1", "gpus": [
 {"id": "my-card", "sources": ["made up"], "memory_gb": 10}]})";
const QByteArray kFormats = R"({"schema": "plimsoll.catalog/1", "formats": [
 {"id": "bf16", "source": "made up", "family": "float", "block": [2, 1]}]})";
const QByteArray kSpeed =
    R"({"id": "speed", "name": "Speed", "source": "made up", "laws": [{"engine": "vllm", "hardware": "apple"}]})";
const QByteArray kQuality = R"({"id": "quality", "name": "Quality", "source": "made up", "measurements": []})";
const QByteArray kEngine = R"({"id": "vllm", "name": "vLLM", "sources": ["made up"]})";

} // namespace

void TestCatalogCompiler::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("engines")));
    write(QStringLiteral("models.json"), kModels);
    write(QStringLiteral("gpus.json"), kGpus);
    write(QStringLiteral("formats.json"), kFormats);
    write(QStringLiteral("speed.json"), kSpeed);
    write(QStringLiteral("quality.json"), kQuality);
    write(QStringLiteral("engines/vllm.json"), kEngine);
}

void TestCatalogCompiler::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

int TestCatalogCompiler::compile()
{
    QProcess process;
    process.start(QStringLiteral(PLIMSOLL_CATALOGC), {m_folder->path(), m_folder->filePath(QStringLiteral("out.cpp"))});
    if (!process.waitForFinished(60'000))
        return -1;
    m_errors = process.readAllStandardError();
    return process.exitCode();
}

void TestCatalogCompiler::aGoodCatalogCompiles()
{
    QCOMPARE(compile(), 0);
    QVERIFY(m_errors.isEmpty());
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("out.cpp"))));
}

void TestCatalogCompiler::aBadCatalogNamesFileRecordAndField_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("says");
    const QByteArray noSource = QByteArray(kModels).replace("\"source\": \"made up\", ", "");
    const QByteArray badSize = QByteArray(kModels).replace("\"hidden_size\": 64", "\"hidden_size\": -64");
    const QByteArray badMemory = QByteArray(kGpus).replace(": 10", ": \"10\"");
    const QByteArray badBlock = QByteArray(kFormats).replace("[2, 1]", "[2]");
    QTest::newRow("model") << "models.json" << badSize << QStringList{"models.json", "me/tiny", "hidden_size"};
    QTest::newRow("model without source")
        << "models.json" << noSource << QStringList{"models.json", "me/tiny", "source"};
    QTest::newRow("gpu") << "gpus.json" << badMemory << QStringList{"gpus.json", "my-card", "memory_gb"};
    QTest::newRow("format") << "formats.json" << badBlock << QStringList{"formats.json", "bf16", "block"};
    QTest::newRow("laws of speed without source")
        << "speed.json" << QByteArray(kSpeed).replace("source", "origin") << QStringList{"speed.json", "source"};
    QTest::newRow("law of speed without engine")
        << "speed.json" << QByteArray(kSpeed).replace("engine", "maker") << QStringList{"speed.json", "laws.engine"};
    QTest::newRow("engine") << "engines/vllm.json" << QByteArray("{\"id\": \"vllm\"}")
                            << QStringList{"vllm.json", "name"};
    QTest::newRow("engine, not JSON") << "engines/vllm.json" << QByteArray("{") << QStringList{"vllm.json"};
}

void TestCatalogCompiler::aBadCatalogNamesFileRecordAndField()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QStringList, says);
    write(file, content);
    QCOMPARE(compile(), 1);
    for (const QString &word : says)
        QVERIFY2(m_errors.contains(word.toUtf8()), m_errors.constData());
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("out.cpp"))));
}

void TestCatalogCompiler::wrongUsage()
{
    QProcess process;
    process.start(QStringLiteral(PLIMSOLL_CATALOGC), QStringList());
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
}

QTEST_GUILESS_MAIN(TestCatalogCompiler)
#include "tst_catalogcompiler.moc"
