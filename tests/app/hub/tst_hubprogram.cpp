// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hub/hubsamples.h"
#include "tests/app/hub/hubserver.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

/// The program itself and the Hub: what asks it, and what never does.
class HubProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void inspectAsks();
    void estimateAsksForAnAddress();
    void nothingElseAsks_data();
    void nothingElseAsks();
    void theAnswerBeforeServesWithoutANetwork();
    void throughAProxy();
    void mistakes();

private:
    struct Ran {
        int status = -1;
        QByteArray out, err;
    };
    Ran run(const QStringList &arguments, const QByteArray &input = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HubServer> m_server;
    QProcessEnvironment m_environment;
};

void HubProgramTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<HubServer>();
    m_server->files = {{"config.json", sampleConfig()},
                       {"model.safetensors", sampleSafetensors("model.embed_tokens.weight")}};
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const char *each : {"HF_TOKEN", "HF_HUB_OFFLINE", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY",
                             "HF_ASSETS_CACHE", "HF_TOKEN_PATH"})
        m_environment.remove(QLatin1String(each));
    m_environment.insert(QStringLiteral("HF_HOME"), m_folder->path());
    m_environment.insert(QStringLiteral("HF_ENDPOINT"), m_server->address());
}

HubProgramTest::Ran HubProgramTest::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(PLIMSOLL_PROGRAM), arguments + QStringList{QStringLiteral("--no-user-data")});
    process.write(input);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void HubProgramTest::inspectAsks()
{
    m_environment.insert(QStringLiteral("HF_TOKEN"), QStringLiteral("hf_mine"));
    const Ran ran = run({QStringLiteral("inspect"), QStringLiteral("org/name")});
    QVERIFY2(ran.status == 0 && ran.err.isEmpty(), ran.err.constData());
    QVERIFY2(ran.out.contains("https://huggingface.co/org/name at commit aaaaaaa"), ran.out.constData());
    QCOMPARE(m_server->questions.first().headers["authorization"], QByteArray("Bearer hf_mine"));
    const int questions = int(m_server->questions.size());
    const Ran estimate = run(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"), QStringLiteral("org/name")});
    QVERIFY2(estimate.status == 0, estimate.err.constData());
    QVERIFY(estimate.out.contains("\"model\": \"https://huggingface.co/org/name\""));
    QCOMPARE(m_server->questions.size(), questions);
    const Ran again = run({QStringLiteral("inspect"), m_server->address() + QStringLiteral("/org/name?x#y")});
    QVERIFY2(again.status == 0, again.err.constData());
    QCOMPARE(m_server->questions.size(), questions + 1);
}

void HubProgramTest::estimateAsksForAnAddress()
{
    const QStringList arguments{QStringLiteral("estimate"), QStringLiteral("--model"),
                                QStringLiteral("https://huggingface.co/org/name")};
    QCOMPARE(run(arguments).status, 0);
    const int questions = int(m_server->questions.size());
    QVERIFY(questions > 0);
    QCOMPARE(run(arguments).status, 0);
    QCOMPARE(m_server->questions.size(), questions);
}

void HubProgramTest::nothingElseAsks_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("says");
    const QByteArray plan = R"({"schema": "plimsoll.plan/1", "model": "https://huggingface.co/org/name"})";
    const auto row = [](const char *name, const char *arguments, const QByteArray &input, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' ')) << input << QByteArray(says);
    };
    row("estimate with a name", "estimate --model org/name", {}, "plimsoll inspect org/name");
    row("a plan", "estimate --plan -", plan, "plimsoll inspect https://huggingface.co/org/name");
    row("a batch", "estimate --batch - --json", plan + "\n", "not-fetched");
    row("a figure", "render /dev/null.svg --plan -", plan, "plimsoll inspect");
    row("inspect of the catalog", "inspect meta-llama/Llama-3.1-8B", {}, "Llama");
    row("inspect of a word", "inspect lama", {}, "plimsoll catalog models");
    row("inspect of a file", "inspect ./name/of.gguf", {}, "no such file");
    row("models on this computer", "inspect --local", {}, "");
    row("catalog", "catalog models", {}, "Llama");
    row("help", "--help", {}, "plimsoll");
}

void HubProgramTest::nothingElseAsks()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, says);
    const Ran ran = run(arguments, input);
    QVERIFY(ran.status >= 0);
    const QByteArray said = ran.out + ran.err;
    QVERIFY2(said.contains(says), said.constData());
    QCOMPARE(m_server->questions.size(), 0);
}

void HubProgramTest::theAnswerBeforeServesWithoutANetwork()
{
    QCOMPARE(run({QStringLiteral("inspect"), QStringLiteral("org/name")}).status, 0);
    m_environment.insert(QStringLiteral("HF_HUB_OFFLINE"), QStringLiteral("1"));
    const int questions = int(m_server->questions.size());
    const Ran ran = run({QStringLiteral("inspect"), QStringLiteral("org/name")});
    QVERIFY2(ran.status == 0 && ran.err.contains("note: HF_HUB_OFFLINE"), ran.err.constData());
    QCOMPARE(m_server->questions.size(), questions);
    QCOMPARE(run({QStringLiteral("inspect"), QStringLiteral("org/other")}).status, 2);
    m_environment.remove(QStringLiteral("HF_HUB_OFFLINE"));
    m_server.reset();
    const Ran gone = run({QStringLiteral("inspect"), QStringLiteral("org/name")});
    QVERIFY2(gone.status == 0 && gone.err.contains("cannot be reached"), gone.err.constData());
}

void HubProgramTest::throughAProxy()
{
    m_environment.insert(QStringLiteral("http_proxy"), m_server->address());
    m_environment.insert(QStringLiteral("HF_ENDPOINT"), QStringLiteral("http://hub.invalid"));
    m_server->answering = [this](const HubQuestion &question) {
        HubQuestion there = question;
        there.path.replace("http://hub.invalid", "");
        return HubAnswer{there.path == question.path ? HubServer::http(400) : m_server->usual(there)};
    };
    const Ran ran = run({QStringLiteral("inspect"), QStringLiteral("org/name")});
    QVERIFY2(ran.status == 0, ran.err.constData());
}

void HubProgramTest::mistakes()
{
    const auto status = [this](const char *model) {
        return run({QStringLiteral("inspect"), QString::fromLatin1(model)}).status;
    };
    QCOMPARE(status("org/none"), 2);
    QCOMPARE(status("https://huggingface.co/datasets/org/name"), 2);
    QCOMPARE(status("https://example.org/org/name"), 2);
    QCOMPARE(status("org/../name"), 2);
    m_server->answering = [](const HubQuestion &) {
        return HubAnswer{HubServer::http(403, {}, "X-Error-Code: GatedRepo\r\n")};
    };
    QCOMPARE(status("org/name"), 3);
}

QTEST_GUILESS_MAIN(HubProgramTest)
#include "tst_hubprogram.moc"
