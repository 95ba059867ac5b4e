// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hubclient.h"
#include "tests/app/hub/hubsamples.h"
#include "tests/app/hub/hubserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;

namespace {

constexpr int kPatienceMs = 20'000;

HubReference reference(const char *text)
{
    return *parseHubReference(QString::fromLatin1(text));
}

/// Fetches and waits for the end.
struct Asked {
    Asked(const HubSettings &settings, const HubReference &wanted, const HubTiming &timing)
        : client(settings, timing)
    {
        QObject::connect(&client, &HubClient::finished, &client, [this](const HubReference &it) { found = it; });
        QObject::connect(&client, &HubClient::failed, &client,
                         [this](const Error &it, const HubReference &, const std::vector<HubChoice> &several) {
                             error = it;
                             choices = several;
                         });
        client.fetch(wanted);
        (void)QTest::qWaitFor([this] { return found || error; }, kPatienceMs);
    }

    HubClient client;
    std::optional<HubReference> found;
    std::optional<Error> error;
    std::vector<HubChoice> choices;
    QString code() const { return error ? error->code : found ? QStringLiteral("found") : QStringLiteral("no end"); }
};

} // namespace

/// The client of the Hub against a real server, which serves well and badly.
class HubClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsShardsByTheirHeaders();
    void readsAGgufFileByItsHeader();
    void choosesAmongGgufFiles();
    void fetchesNothingTwice();
    void mendsWhatWasDamaged();
    void answersThatAreRefused_data();
    void answersThatAreRefused();
    void listingsThatAreRefused_data();
    void listingsThatAreRefused();
    void rangesThatLie();
    void listingsCutShort();
    void triesAgain_data();
    void triesAgain();
    void goesOnWhereItBrokeOff();
    void serversWithoutRanges();
    void redirects_data();
    void redirects();
    void theTokenStaysWithTheHub();
    void cancels();
    void silence();
    void noNetwork();

private:
    Asked ask(const char *wanted = "org/name") { return {m_settings, reference(wanted), m_timing}; }
    void answerFilesWith(const std::function<QByteArray(const HubQuestion &)> &answer)
    {
        m_server->answering = [answer](const HubQuestion &question) {
            return question.path.contains("/resolve/") ? HubAnswer{answer(question)} : HubAnswer{};
        };
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HubServer> m_server;
    HubSettings m_settings;
    HubTiming m_timing;
};

void HubClientTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<HubServer>();
    m_server->files = {{"config.json", sampleConfig()},
                       {"model.safetensors.index.json", sampleIndex()},
                       {"model-00001-of-00002.safetensors", sampleSafetensors("model.embed_tokens.weight", 200'000)},
                       {"model-00002-of-00002.safetensors", sampleSafetensors("lm_head.weight")},
                       {"README.md", "not asked for"}};
    m_settings = {};
    m_settings.endpoint = m_server->address();
    m_settings.cacheFolder = m_folder->filePath(QStringLiteral("hub"));
    m_timing = {1, 2000, 5000, 4};
}

void HubClientTest::readsShardsByTheirHeaders()
{
    const Asked asked = ask();
    QVERIFY2(asked.found, asked.error ? qPrintable(asked.error->text) : "no end");
    QCOMPARE(asked.found->address(), QStringLiteral("https://huggingface.co/org/name"));
    const Result<ModelSource> model = openHubModel(*asked.found, HubCache(m_settings.cacheFolder));
    QVERIFY2(model.ok(), model.ok() ? "" : qPrintable(model.error().text));
    QCOMPARE(model->architecture.layers(), 4);
    QCOMPARE(model->tensors.parameters(), 2 * 64'000);
    QCOMPARE(model->architecture.id, QStringLiteral("https://huggingface.co/org/name"));
    // A listing, three small files, the beginning of each shard, and the rest of the long header.
    QCOMPARE(m_server->questions.size(), 6);
    QCOMPARE(m_server->countOf("README"), 0);
}

void HubClientTest::readsAGgufFileByItsHeader()
{
    m_server->files = {{"Tiny-Q8_0.gguf", sampleGguf(40'000) + QByteArray(8'000'000, '\0')}};
    const Asked asked = ask();
    QCOMPARE(asked.code(), QStringLiteral("found"));
    QCOMPARE(asked.found->address(), QStringLiteral("https://huggingface.co/org/name/blob/main/Tiny-Q8_0.gguf"));
    const Result<ModelSource> model = openHubModel(*asked.found, HubCache(m_settings.cacheFolder));
    QVERIFY(model.ok());
    QCOMPARE(model->tensors.size(), 12);
    QVERIFY2(m_server->bytesSent < 3'000'000, qPrintable(QString::number(m_server->bytesSent)));
    QVERIFY(m_server->questions.size() < 10);
}

void HubClientTest::choosesAmongGgufFiles()
{
    m_server->files = {{"Tiny-Q4_K_M.gguf", sampleGguf()},
                       {"BF16/Tiny-BF16-00001-of-00002.gguf", sampleGguf(100)},
                       {"BF16/Tiny-BF16-00002-of-00002.gguf", sampleGguf(100)},
                       {"mmproj-F16.gguf", "not a model"}};
    const Asked asked = ask();
    QCOMPARE(asked.code(), QStringLiteral("several-models"));
    QVERIFY2(asked.error->text.contains(QStringLiteral("Q4_K_M, BF16")), qPrintable(asked.error->text));
    QCOMPARE(asked.choices.size(), size_t(2));
    QCOMPARE(asked.choices[1].path, QStringLiteral("BF16/Tiny-BF16-00001-of-00002.gguf"));
    QCOMPARE(qint64(asked.choices[1].bytes), 2 * sampleGguf(100).size());
    QCOMPARE(m_server->countOf("/resolve/"), 0);
    const Asked one = ask("org/name:q4_k_m");
    QCOMPARE(one.code(), QStringLiteral("found"));
    QCOMPARE(one.found->path, QStringLiteral("Tiny-Q4_K_M.gguf"));
    QCOMPARE(ask("org/name:Q2_K").code(), QStringLiteral("no-such-quantisation"));
    QCOMPARE(ask("https://huggingface.co/org/name/blob/main/none.gguf").code(), QStringLiteral("no-such-file"));
}

void HubClientTest::fetchesNothingTwice()
{
    QCOMPARE(ask().code(), QStringLiteral("found"));
    m_server->questions.clear();
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QCOMPARE(m_server->questions.size(), 1); // whether the commit is still the same
    m_server->commit = QByteArray(40, 'b');
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QVERIFY(m_server->countOf("/resolve/" + m_server->commit) > 3);
}

void HubClientTest::mendsWhatWasDamaged()
{
    QCOMPARE(ask().code(), QStringLiteral("found"));
    const QString path =
        m_settings.cacheFolder
        + QStringLiteral("/models--org--name/%1/files/config.json").arg(QString::fromLatin1(m_server->commit));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("{]");
    file.close();
    QCOMPARE(openHubModel(reference("org/name"), HubCache(m_settings.cacheFolder)).error().code,
             QStringLiteral("not-fetched"));
    m_server->questions.clear();
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QCOMPARE(m_server->questions.size(), 2);
    QVERIFY(QFile::resize(path, 3));
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QVERIFY(QFile::remove(path));
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QVERIFY(openHubModel(reference("org/name"), HubCache(m_settings.cacheFolder)).ok());
}

void HubClientTest::answersThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &answer, const char *code, const char *says) {
        QTest::newRow(name) << answer << QString::fromLatin1(code) << QString::fromLatin1(says);
    };
    const auto http = [](int status, const char *code = "") {
        return HubServer::http(status, "words", code[0] ? QByteArray("X-Error-Code: ") + code + "\r\n" : QByteArray());
    };
    row("401", http(401), "hub-not-found", "HF_TOKEN");
    row("401 gated", http(401, "GatedRepo"), "hub-gated", "https://huggingface.co/org/name");
    row("403", http(403), "hub-forbidden", "HF_TOKEN");
    row("403 gated", http(403, "GatedRepo"), "hub-gated", "accept its terms");
    row("404", http(404), "hub-not-found", "no model org/name");
    row("404 revision", http(404, "RevisionNotFound"), "hub-no-revision", "main");
    row("404 entry", http(404, "EntryNotFound"), "hub-not-found", "Ask again");
    row("410", http(410), "hub-not-found", "org/name");
    row("416", http(416), "hub-wrong-answer", "416");
    row("418", http(418), "hub-wrong-answer", "418");
    row("429", http(429), "hub-busy", "HF_TOKEN");
    row("429 for an hour", HubServer::http(429, {}, "Retry-After: 3600\r\n"), "hub-busy", "3600 s");
    row("429 for ever", HubServer::http(429, {}, "Retry-After: 99999999999999\r\n"), "hub-busy", "wait");
    row("500", http(500), "hub-server", "500");
    row("503", http(503), "hub-server", "503");
    row("504", http(504), "hub-server", "504");
    row("no status", "nonsense\r\n\r\n", "hub-no-network", "127.0.0.1");
    row("204", HubServer::http(204), "hub-wrong-answer", "204");
    row("206 without a range", HubServer::http(206, "{}"), "hub-wrong-answer", "asked for");
    const auto ranged = [](const char *range, const QByteArray &body = QByteArray(10, 'x')) {
        return HubServer::http(206, body, QByteArray("Content-Range: ") + range + "\r\n");
    };
    row("another beginning", ranged("bytes 5-14/9999"), "hub-wrong-answer", "asked for");
    row("backwards", ranged("bytes 0--10/9999"), "hub-wrong-answer", "asked for");
    row("end before beginning", ranged("bytes 9-0/9999"), "hub-wrong-answer", "asked for");
    row("beyond what was asked", ranged("bytes 0-99999999/100000000"), "hub-wrong-answer", "asked for");
    row("2^64", ranged("bytes 0-18446744073709551616/1"), "hub-wrong-answer", "asked for");
    row("other words", ranged("words 0-9/9999"), "hub-wrong-answer", "asked for");
    row("another size", ranged("bytes 0-9/7"), "hub-wrong-answer", "listed");
    row("a length that is not the range's", ranged("bytes 0-3/9999"), "hub-wrong-answer", "asked for");
    row("compressed", HubServer::http(206, "x", "Content-Encoding: gzip\r\nContent-Range: bytes 0-0/1\r\n"),
        "hub-wrong-answer", "compressed");
    row("whole, of another size", HubServer::http(200, "{}"), "hub-wrong-answer", "listed");
    row("whole, said to be endless", "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n",
        "hub-wrong-answer", "listed");
    row("no address to go to", HubServer::http(302), "hub-redirect", "safe");
    row("to a file", HubServer::http(302, {}, "Location: file:///etc/passwd\r\n"), "hub-redirect", "safe");
    row("to no host", HubServer::http(302, {}, "Location: http:///x\r\n"), "hub-redirect", "safe");
    row("to data", HubServer::http(302, {}, "Location: data:,x\r\n"), "hub-redirect", "safe");
    row("in circles", HubServer::http(307, {}, "Location: ?again\r\n"), "hub-redirect", "circles");
    row("closed at once", "", "", "");
}

void HubClientTest::answersThatAreRefused()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, code);
    QFETCH(QString, says);
    if (answer.isEmpty()) {
        m_server->answering = [](const HubQuestion &) {
            return HubAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"};
        };
        QCOMPARE(ask().code(), QStringLiteral("hub-no-network"));
        return;
    }
    answerFilesWith([answer](const HubQuestion &) { return answer; });
    const Asked asked = ask();
    QCOMPARE(asked.code(), code);
    QVERIFY2(asked.error->text.contains(says), qPrintable(asked.error->text));
    QVERIFY(m_server->questions.size() < 60);
    QCOMPARE(openHubModel(reference("org/name"), HubCache(m_settings.cacheFolder)).error().code,
             QStringLiteral("not-fetched"));
}

void HubClientTest::listingsThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &json, const char *code = "hub-wrong-answer") {
        QTest::newRow(name) << json << QString::fromLatin1(code);
    };
    const QByteArray sha = "\"sha\":\"" + QByteArray(40, 'a') + "\"";
    const auto files = [&](const QByteArray &list) -> QByteArray {
        return "{" + sha + ",\"siblings\":[" + list + "]}";
    };
    row("nothing", " ");
    row("a page", "<html>proxy</html>");
    row("a list", "[]");
    row("no commit", "{\"siblings\":[]}");
    row("a commit that leads upwards", "{\"sha\":\"../../../../../../../../../../../../../\",\"siblings\":[]}");
    row("a commit in capitals", "{\"sha\":\"" + QByteArray(40, 'A') + "\",\"siblings\":[]}");
    row("no files", "{" + sha + "}");
    row("files are a number", "{" + sha + ",\"siblings\":4}");
    row("an empty repository", files(""), "no-model");
    row("nothing that says anything", files("{\"rfilename\":\"model.bin\",\"size\":4}"), "no-model");
    row("no size", files("{\"rfilename\":\"config.json\"}"));
    row("a negative size", files("{\"rfilename\":\"config.json\",\"size\":-4}"));
    row("a size of text", files("{\"rfilename\":\"config.json\",\"size\":\"4\"}"));
    row("upwards", files("{\"rfilename\":\"../config.json\",\"size\":4}"));
    row("upwards inside", files("{\"rfilename\":\"a/../../config.json\",\"size\":4}"));
    row("absolute", files("{\"rfilename\":\"/tmp/config.json\",\"size\":4}"));
    row("a zero byte", files("{\"rfilename\":\"a\\u0000/config.json\",\"size\":4}"));
    row("backslashes", files("{\"rfilename\":\"..\\\\config.json\",\"size\":4}"));
    row("twice", files("{\"rfilename\":\"config.json\",\"size\":4},{\"rfilename\":\"config.json\",\"size\":4}"));
    row("another name upwards", "{\"id\":\"../x\"," + sha + ",\"siblings\":[]}");
    row("a config of 5 MiB", files("{\"rfilename\":\"config.json\",\"size\":5242881}"), "hub-too-large");
    row("a config without end", files("{\"rfilename\":\"config.json\",\"size\":9007199254740991}"), "too-large");
}

void HubClientTest::listingsThatAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    m_server->answering = [json](const HubQuestion &) { return HubAnswer{HubServer::http(200, json)}; };
    const Asked asked = ask();
    QCOMPARE(asked.code(), code);
    QCOMPARE(m_server->questions.size(), 1);
    QVERIFY(!asked.error->text.isEmpty());
}

void HubClientTest::rangesThatLie()
{
    m_server->files = {{"config.json", sampleConfig()}};
    const QList<QByteArray> numbers{"0", "9", "4294967296", "9223372036854775807", "18446744073709551615", "-1", ""};
    for (const QByteArray &from : numbers) {
        for (const QByteArray &last : numbers) {
            for (const QByteArray &size : numbers) {
                const QByteArray header = "Content-Range: bytes " + from + '-' + last + '/' + size + "\r\n";
                answerFilesWith([&](const HubQuestion &) { return HubServer::http(206, QByteArray(10, '{'), header); });
                const Asked asked = ask();
                QVERIFY2(asked.code() == QStringLiteral("hub-wrong-answer"), header.constData());
            }
        }
    }
}

void HubClientTest::listingsCutShort()
{
    m_server->files = {{"config.json", sampleConfig()}};
    m_timing.attempts = 1;
    const QByteArray whole = HubServer::http(200, m_server->listing());
    for (qsizetype length = 1; length < whole.size(); ++length) {
        m_server->answering = [&](const HubQuestion &) { return HubAnswer{whole.first(length)}; };
        const Asked asked = ask();
        QVERIFY2(asked.error && asked.error->code.startsWith(QStringLiteral("hub-")),
                 qPrintable(QStringLiteral("%1: %2").arg(length).arg(asked.code())));
    }
}

void HubClientTest::triesAgain_data()
{
    QTest::addColumn<QByteArray>("answer");
    for (const int status : {408, 425, 429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << HubServer::http(status);
    QTest::newRow("429, at once") << HubServer::http(429, {}, "Retry-After: 0\r\n");
    QTest::newRow("503, on a day gone by")
        << HubServer::http(503, {}, "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n");
    QTest::newRow("closed") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
}

void HubClientTest::triesAgain()
{
    QFETCH(QByteArray, answer);
    int left = 3;
    m_server->answering = [&](const HubQuestion &) { return left-- > 0 ? HubAnswer{answer} : HubAnswer{}; };
    QCOMPARE(ask().code(), QStringLiteral("found"));
    left = 4;
    QVERIFY(ask().code() != QStringLiteral("found"));
}

void HubClientTest::goesOnWhereItBrokeOff()
{
    answerFilesWith([this](const HubQuestion &question) {
        const QByteArray whole = m_server->usual(question);
        const bool isLong = question.path.contains("00001-of") && whole.size() > 100'000;
        return isLong ? whole.first(70'000 + whole.indexOf("\r\n\r\n")) : whole;
    });
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QByteArray ranges;
    for (const HubQuestion &each : m_server->questions)
        ranges += each.path.contains("00001-of") ? each.headers["range"] + ' ' : QByteArray();
    QVERIFY2(ranges.contains("bytes=0-65535 bytes=65536-") && ranges.count("bytes=") > 2, ranges.constData());
}

void HubClientTest::serversWithoutRanges()
{
    m_server->files["model-00002-of-00002.safetensors"] += QByteArray(30'000'000, '\0');
    answerFilesWith([this](const HubQuestion &question) {
        return HubServer::http(200, m_server->files[question.path.mid(question.path.lastIndexOf('/') + 1)]);
    });
    const Asked asked = ask();
    QCOMPARE(asked.code(), QStringLiteral("found"));
    const QString path = m_settings.cacheFolder
                         + QStringLiteral("/models--org--name/%1/files/model-00002-of-00002.safetensors")
                               .arg(QString::fromLatin1(m_server->commit));
    QCOMPARE(QFileInfo(path).size(), 64 * 1024);
}

void HubClientTest::redirects_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void HubClientTest::redirects()
{
    QFETCH(int, status);
    m_server->files = {{"config.json", sampleConfig()}};
    m_server->answering = [this, status](const HubQuestion &question) {
        if (question.path.contains("/api/"))
            return HubAnswer{};
        if (question.path.endsWith("?moved"))
            return HubAnswer{HubServer::part(sampleConfig(), question.headers["range"])};
        return HubAnswer{HubServer::http(status, {}, "Location: " + question.path + "?moved\r\n")};
    };
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QCOMPARE(m_server->countOf("?moved"), 1);
}

void HubClientTest::theTokenStaysWithTheHub()
{
    HubServer other;
    other.answering = [this](const HubQuestion &question) {
        return HubAnswer{HubServer::part(m_server->files[question.path.mid(1)], question.headers["range"])};
    };
    answerFilesWith([&](const HubQuestion &question) {
        const QByteArray name = question.path.mid(question.path.lastIndexOf('/') + 1);
        return HubServer::http(302, {}, "Location: " + other.address().toLatin1() + '/' + name + "\r\n");
    });
    m_settings.token = QStringLiteral("hf_secret");
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QVERIFY(other.questions.size() > 3);
    for (const HubQuestion &each : m_server->questions)
        QCOMPARE(each.headers["authorization"], QByteArray("Bearer hf_secret"));
    for (const HubQuestion &each : other.questions)
        QVERIFY(!each.headers.contains("authorization") && !each.headers.contains("cookie"));
    QVERIFY(HubAccess::redirected(QUrl(QStringLiteral("https://a/x")), QUrl(QStringLiteral("http://a/x"))).isEmpty());
    HubSettings injected = m_settings;
    injected.token = QStringLiteral("a\r\nX-Evil: 1");
    QVERIFY(!HubAccess(injected).hasToken());
}

void HubClientTest::cancels()
{
    m_server->answering = [this](const HubQuestion &question) {
        return question.path.contains("00001-of") ? HubAnswer{{}, false} : HubAnswer{m_server->usual(question)};
    };
    HubClient client(m_settings, m_timing);
    QSignalSpy finished(&client, &HubClient::finished), failed(&client, &HubClient::failed);
    client.fetch(reference("org/name"));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->countOf("00001-of") == 1 && m_server->countOf("00002-of") == 1, kPatienceMs);
    client.cancel();
    m_server->answering = {};
    m_server->questions.clear();
    QCOMPARE(ask().code(), QStringLiteral("found"));
    QCOMPARE(m_server->countOf("config.json"), 0); // what had come was kept
    QCOMPARE(finished.size() + failed.size(), 0);
}

void HubClientTest::silence()
{
    m_timing.patienceMs = 100;
    m_server->answering = [](const HubQuestion &) { return HubAnswer{{}, false}; };
    QCOMPARE(ask().code(), QStringLiteral("hub-timeout"));
    QCOMPARE(m_server->questions.size(), m_timing.attempts);
}

void HubClientTest::noNetwork()
{
    m_server.reset();
    QCOMPARE(ask().code(), QStringLiteral("hub-no-network"));
    m_settings.endpoint = QStringLiteral("http://nowhere.invalid");
    QCOMPARE(ask().code(), QStringLiteral("hub-no-network"));
    m_settings.endpoint = QStringLiteral("ftp://example.org");
    QCOMPARE(ask().code(), QStringLiteral("hub-bad-endpoint"));
    m_settings.offline = true;
    QCOMPARE(ask().code(), QStringLiteral("hub-offline"));
}

QTEST_GUILESS_MAIN(HubClientTest)
#include "tst_hubclient.moc"
