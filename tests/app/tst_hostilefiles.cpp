// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace plimsoll::test;

/// Whatever is wrong in a file is one line on standard error that names it, and exit status 3.
class HostileFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void content_data();
    void content();
    void notAFile_data();
    void notAFile();
    void tooLarge();
    void brokenUserCatalog_data();
    void brokenUserCatalog();
    void userCatalogIsUsed();
    void optionsAreStillTyped();

private:
    QTemporaryDir m_folder;
};

void HostileFilesTest::content_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("mentions");
    const auto row = [](const char *name, const QByteArray &content, const QByteArray &mentions = {}) {
        QTest::newRow(name) << content << mentions;
    };
    /// A plan with one field of its own.
    const auto field = [&](const char *name, const QByteArray &text, const QByteArray &mentions) {
        row(name, "{\"schema\": \"plimsoll.plan/1\", " + text + "}", mentions);
    };
    row("empty", "", "empty");
    row("white space", " \n\t ", "empty");
    row("not JSON", "model = llama", "line 1, column 1");
    row("broken on line 3", "{\n\"schema\": \"plimsoll.plan/1\",\n\"name\": }", "line 3");
    row("cut off", R"({"schema": "plimsoll.plan/1", "model": "meta)");
    row("more after its end", R"({"schema": "plimsoll.plan/1"} {})");
    row("not UTF-8", "{\"schema\": \"plimsoll.plan/1\", \"name\": \"\xff\xfe\"}");
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6));
    row("null bytes", QByteArray(1000, '\0'));
    row("a list", "[]", "list");
    row("a list of 100,000 lists", QByteArray(100000, '[') + QByteArray(100000, ']'), "deep");
    row("lists that do not end", QByteArray(100000, '['));
    row("100,000 deep in a plan",
        R"({"schema": "plimsoll.plan/1", "model": {"config": )" + QByteArray("{\"a\":").repeated(100000) + "1"
            + QByteArray(100000, '}') + "}}",
        "deep");
    row("NaN", R"({"schema": "plimsoll.plan/1", "sequences": NaN})");
    row("a picture", "\x89PNG\r\n\x1a\n", "figure");
    row("no schema", "{}", "plimsoll.plan/1");
    row("another schema", R"({"schema": "plimsoll.estimate/1"})", "plimsoll.plan/1");
    row("schema is a number", R"({"schema": 1})", "schema");
    row("a newer schema", R"({"schema": "plimsoll.plan/2"})", "newer");
    row("a schema of no version", R"({"schema": "plimsoll.plan/x"})", "schema");
    row("a schema before the first", R"({"schema": "plimsoll.plan/0"})", "schema");

    field("name is a number", "\"name\": 1", "name");
    field("model is a number", "\"model\": 13", "model");
    field("model is empty", "\"model\": \"\"", "model");
    field("model is null", "\"model\": null", "model");
    field("model is an empty object", "\"model\": {}", "model");
    field("size and config", R"("model": {"parameters": 1, "config": {}})", "model");
    field("size zero", R"("model": {"parameters": 0})", "model.parameters");
    field("size negative", R"("model": {"parameters": -13e9})", "model.parameters");
    field("size with a fraction", R"("model": {"parameters": 1.5})", "model.parameters");
    field("size beyond 64 bits", R"("model": {"parameters": 18446744073709551617})", "model.parameters");
    field("size beyond a double", R"("model": {"parameters": 1e400})", "");
    field("size as text", R"("model": {"parameters": "13e9"})", "model.parameters");
    field("config is a list", R"("model": {"config": []})", "model.config");
    field("unknown model", R"("model": "nobody/nothing")", "model");
    field("weights is a number", "\"weights\": 16", "weights");
    field("unknown weights", "\"weights\": \"fp17\"", "weights");
    field("cache is a text", "\"kvCache\": \"fp8\"", "kvCache");
    field("cache of numbers", R"("kvCache": {"k": 8})", "kvCache.k");
    field("engine is a text", "\"engine\": \"vllm\"", "engine");
    field("engine id is a list", R"("engine": {"id": []})", "engine.id");
    field("unknown engine", R"("engine": {"id": "vlm"})", "engine.id");
    field("version is a number", R"("engine": {"version": 0.19})", "engine.version");
    field("options is a list", R"("engine": {"options": []})", "engine.options");
    field("unknown option", R"("engine": {"options": {"speed": 1}})", "engine.options");
    field("context is a text", "\"contextLength\": \"abc\"", "contextLength");
    field("context zero", "\"contextLength\": 0", "contextLength");
    field("context negative", "\"contextLength\": -8192", "contextLength");
    field("context with a fraction", "\"contextLength\": 8192.5", "contextLength");
    field("context beyond 64 bits", "\"contextLength\": 1e30", "contextLength");
    field("context is null", "\"contextLength\": null", "contextLength");
    field("context is true", "\"contextLength\": true", "contextLength");
    field("sequences is a list", "\"sequences\": [1]", "sequences");
    field("too many sequences", "\"sequences\": 1000001", "sequences");
    field("gpus is an object", "\"gpus\": {}", "gpus");
    field("a GPU is a text", "\"gpus\": [\"nvidia-h100-sxm-80gb\"]", "gpus[0]");
    field("a GPU without an id", "\"gpus\": [{\"count\": 1}]", "gpus[0].id");
    field("no GPUs of a kind", R"("gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 0}])", "gpus[0].count");
    field("unknown GPU", R"("gpus": [{"id": "nvidia-h1000"}])", "gpus[0].id");
    field("a million kinds of GPU", "\"gpus\": [" + QByteArray("{\"id\":\"a\"},").repeated(200000) + "{\"id\":\"a\"}]",
          "gpus");
    field("layout is a list", "\"parallel\": [2]", "parallel");
    field("layout of zero", R"("parallel": {"tensor": 0})", "parallel.tensor");
    field("layout for other GPUs", R"("gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 4}], "parallel": {"tensor": 8})",
          "parallel");
    field("reserve negative", "\"reserve\": -1", "reserve");
    field("reserve is a word", "\"reserve\": \"some\"", "reserve");
    field("reserve beyond 64 bits", "\"reserve\": 1e30", "reserve");
}

void HostileFilesTest::content()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, mentions);
    const QString path = writeFile(m_folder.path(), QStringLiteral("plan.json"), content);
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--plan"), path});
    QVERIFY2(run.ended && run.status == 3 && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains("plan.json"), run.err.constData());
    QVERIFY2(run.err.contains(mentions), run.err.constData());
    QVERIFY2(run.err.size() < 1000, run.err.constData());
}

void HostileFilesTest::notAFile_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString folder = m_folder.path();
    const QString missing = folder + QStringLiteral("/missing.json");
    QTest::newRow("plan: missing") << QStringList{"estimate", "--plan", missing};
    QTest::newRow("plan: empty name") << QStringList{"estimate", "--plan", ""};
    QTest::newRow("plan: a folder") << QStringList{"estimate", "--plan", folder};
    QTest::newRow("plan: under a file") << QStringList{"estimate", "--plan",
                                                       writeFile(folder, "file", "x") + "/plan.json"};
    QTest::newRow("plan: a name of 10,000 letters")
        << QStringList{"estimate", "--plan", QString(10000, QLatin1Char('a'))};
    QTest::newRow("batch: missing") << QStringList{"estimate", "--json", "--batch", missing};
    QTest::newRow("batch: a folder") << QStringList{"estimate", "--json", "--batch", folder};
    QTest::newRow("batch: empty name") << QStringList{"estimate", "--json", "--batch", ""};
    QTest::newRow("window: missing plan") << QStringList{missing};
    QTest::newRow("window: a folder") << QStringList{folder};
#ifdef Q_OS_UNIX
    QTest::newRow("plan: endless zeros") << QStringList{"estimate", "--plan", "/dev/zero"};
    QTest::newRow("plan: nothing") << QStringList{"estimate", "--plan", "/dev/null"};
    const QString pipe = folder + QStringLiteral("/pipe");
    ::mkfifo(QFile::encodeName(pipe).constData(), 0600);
    QTest::newRow("plan: a pipe that nobody writes to") << QStringList{"estimate", "--plan", pipe};
#endif
}

void HostileFilesTest::notAFile()
{
    QFETCH(QStringList, arguments);
    const Run run = runPlimsoll(arguments);
    QVERIFY2(run.ended && run.status == 3 && run.complainedOnce(), run.described().constData());
}

void HostileFilesTest::tooLarge()
{
    const QByteArray content = "{\"schema\": \"plimsoll.plan/1\", \"name\": \"" + QByteArray(17 << 20, 'a') + "\"}";
    const QString path = writeFile(m_folder.path(), QStringLiteral("large.json"), content);
    for (const QString &from : {path, QStringLiteral("-")}) {
        const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--plan"), from},
                                    from == path ? QByteArray() : content);
        QVERIFY2(run.ended && run.status == 3 && run.complainedOnce(), run.described().constData());
        QVERIFY2(run.err.contains("16 MiB"), run.err.constData());
    }
}

void HostileFilesTest::brokenUserCatalog_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("not JSON") << QByteArray("models: []");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("not UTF-8") << QByteArray("{\"schema\": \"\xff\"}");
    QTest::newRow("another schema") << QByteArray(R"({"schema": "plimsoll.plan/1"})");
    QTest::newRow("a GPU without an id") << QByteArray(R"({"schema": "plimsoll.catalog/1", "gpus": [{"name": "x"}]})");
    QTest::newRow("models is a number") << QByteArray(R"({"schema": "plimsoll.catalog/1", "models": 5})");
}

void HostileFilesTest::brokenUserCatalog()
{
    QFETCH(QByteArray, content);
    writeFile(m_folder.path(), QStringLiteral("plimsoll/catalog.json"), content);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.path());
    const QStringList arguments{QStringLiteral("estimate"), QStringLiteral("--parameters"), QStringLiteral("13e9")};
    const Run run = runPlimsollWith(arguments, {}, environment);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QVERIFY(run.out.contains("31.2 GB (29.1 GiB)"));
    QVERIFY2(run.err.startsWith("plimsoll: note: ") && run.err.count('\n') == 1, run.err.constData());
    QVERIFY2(run.err.contains("catalog.json"), run.err.constData());

    const Run ignored = runPlimsollWith(arguments + QStringList{QStringLiteral("--no-user-data")}, {}, environment);
    QVERIFY2(ignored.ended && ignored.status == 0 && ignored.err.isEmpty(), ignored.described().constData());
}

void HostileFilesTest::userCatalogIsUsed()
{
    // A record of the built-in catalog under another id: the format of a record is the catalog's own.
    const Run list = runPlimsoll({QStringLiteral("catalog"), QStringLiteral("gpus"), QStringLiteral("--json")});
    QJsonObject gpu =
        at({{QStringLiteral("gpus"), QJsonDocument::fromJson(list.out).array()}}, QStringLiteral("gpus.0")).toObject();
    QVERIFY(!gpu.isEmpty());
    gpu.insert(QStringLiteral("id"), QStringLiteral("my-own-gpu"));
    const QJsonObject catalog{{QStringLiteral("schema"), QStringLiteral("plimsoll.catalog/1")},
                              {QStringLiteral("gpus"), QJsonArray{gpu}}};
    writeFile(m_folder.path(), QStringLiteral("plimsoll/catalog.json"), QJsonDocument(catalog).toJson());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.path());
    const QStringList arguments{QStringLiteral("estimate"), QStringLiteral("--parameters"), QStringLiteral("1e9"),
                                QStringLiteral("--gpu"), QStringLiteral("my-own-gpu")};
    const Run run = runPlimsollWith(arguments, {}, environment);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    const Run ignored = runPlimsollWith(arguments + QStringList{QStringLiteral("--no-user-data")}, {}, environment);
    QVERIFY2(ignored.ended && ignored.status == 2 && ignored.complainedOnce(), ignored.described().constData());
}

void HostileFilesTest::optionsAreStillTyped()
{
    const QString path = writeFile(m_folder.path(), QStringLiteral("plan.json"),
                                   R"({"schema": "plimsoll.plan/1", "gpus": [{"id": "nvidia-h1000"}]})");
    const QStringList plan{QStringLiteral("estimate"), QStringLiteral("--plan"), path};
    QCOMPARE(runPlimsoll(plan).status, 3);
    QCOMPARE(runPlimsoll(plan + QStringList{QStringLiteral("--gpu"), QStringLiteral("nvidia-h2000")}).status, 2);
    QCOMPARE(runPlimsoll(plan + QStringList{QStringLiteral("--gpu"), QStringLiteral("nvidia-h100-sxm-80gb")}).status,
             0);
}

QTEST_GUILESS_MAIN(HostileFilesTest)
#include "tst_hostilefiles.moc"
