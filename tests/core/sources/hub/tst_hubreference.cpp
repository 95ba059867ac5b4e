// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hubreference.h"
#include "core/sources/hub/hubsettings.h"

#include <QTest>

using namespace plimsoll;

/// How people name models of the Hub, and where their environment keeps what was fetched.
class HubReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void settings();
};

void HubReferenceTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parts"); // repository|revision|path|quantisation
    QTest::addColumn<QString>("address");
    const auto row = [](const char *text, const char *parts, const char *address) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(parts)
                            << QLatin1String("https://huggingface.co/") + QString::fromUtf8(address);
    };
    row("Qwen/Qwen3-8B", "Qwen/Qwen3-8B|main||", "Qwen/Qwen3-8B");
    row(" Qwen/Qwen3-8B\n", "Qwen/Qwen3-8B|main||", "Qwen/Qwen3-8B");
    row("org/name@v1.0", "org/name|v1.0||", "org/name/tree/v1.0");
    row("org/name@refs/pr/1", "org/name|refs/pr/1||", "org/name/tree/refs%2Fpr%2F1");
    row("org/name:Q4_K_M", "org/name|main||Q4_K_M", "org/name:Q4_K_M");
    row("org/name@v1:Q8_0", "org/name|v1||Q8_0", "org/name:Q8_0/tree/v1");
    row("hf.co/org/name:Q4_K_M", "org/name|main||Q4_K_M", "org/name:Q4_K_M");
    row("huggingface.co/org/name", "org/name|main||", "org/name");
    row("https://huggingface.co/org/name", "org/name|main||", "org/name");
    row("https://huggingface.co/org/name/", "org/name|main||", "org/name");
    row("HTTPS://HuggingFace.co/org/name", "org/name|main||", "org/name");
    row("http://www.huggingface.co/org/name", "org/name|main||", "org/name");
    row("https://huggingface.co/gpt2", "gpt2|main||", "gpt2");
    row("https://huggingface.co/gpt2/tree/main", "gpt2|main||", "gpt2");
    row("https://huggingface.co/org/name/tree/main", "org/name|main||", "org/name");
    row("https://huggingface.co/org/name/tree/main/BF16", "org/name|main|BF16|", "org/name/tree/main/BF16");
    row("https://huggingface.co/org/name/tree/refs%2Fpr%2F3", "org/name|refs/pr/3||", "org/name/tree/refs%2Fpr%2F3");
    row("https://huggingface.co/org/name/tree/refs/pr/3", "org/name|refs/pr/3||", "org/name/tree/refs%2Fpr%2F3");
    row("https://huggingface.co/org/name/blob/main/a/b.gguf", "org/name|main|a/b.gguf|", "org/name/blob/main/a/b.gguf");
    row("https://huggingface.co/org/name/resolve/v2/b.gguf?download=true", "org/name|v2|b.gguf|",
        "org/name/blob/v2/b.gguf");
    row("https://huggingface.co/org/name/blob/main/a%20b.gguf#L3", "org/name|main|a b.gguf|",
        "org/name/blob/main/a%20b.gguf");
    row("https://huggingface.co/org/name/discussions/4", "org/name|main||", "org/name");
    row("http://localhost:8080/hf/org/name", "org/name|main||", "org/name");
}

void HubReferenceTest::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, parts);
    QFETCH(QString, address);
    const QString endpoint = QStringLiteral("http://localhost:8080/hf");
    const Result<HubReference> read = parseHubReference(text, endpoint);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().text));
    QCOMPARE(QStringList({read->repository, read->revision, read->path, read->quantisation}).join(QLatin1Char('|')),
             parts);
    QCOMPARE(read->address(), address);
    const Result<HubReference> again = parseHubReference(address);
    QVERIFY(again.ok());
    QVERIFY(*again == *read);
}

void HubReferenceTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "/",
                             "name",
                             "org/",
                             "/name",
                             "org/name/more",
                             "org/../name",
                             "../name",
                             "org/..",
                             "org/.name",
                             "org/name.",
                             "org/na..me",
                             "org/na--me",
                             "org/name.git",
                             "org/na me",
                             "org/na\tme",
                             "org/näme",
                             "org/name@",
                             "org/name@..",
                             "org/name@a b",
                             "org/name@a..b",
                             "org/name@/a",
                             "org/name@a//b",
                             "org/name:",
                             "org/name:a b",
                             "org/name:../a",
                             "https://huggingface.co",
                             "https://huggingface.co/",
                             "https://huggingface.co/datasets/org/name",
                             "https://huggingface.co/spaces/org/name",
                             "https://huggingface.co/docs/hub",
                             "https://huggingface.co/models",
                             "https://huggingface.co/org/name/blob/main",
                             "https://huggingface.co/org/name/blob/main/../../x.gguf",
                             "https://huggingface.co/org/name/blob/main/%2e%2e/x.gguf",
                             "https://huggingface.co/org/name/blob/a%00b/x.gguf",
                             "https://huggingface.co/org/name/blob/main/a%00b.gguf",
                             "https://huggingface.co/org/name/blob/main/a%5Cb.gguf",
                             "https://huggingface.co/org%2Fname%2Fmore",
                             "https://huggingface.co.evil.org/org/name",
                             "https://evil.org/huggingface.co/org/name",
                             "ftp://huggingface.co/org/name",
                             "file:///etc/passwd",
                             "https://user@huggingface.co/org/name"})
        QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("too long") << QString(QLatin1String("org/") + QString(97, QLatin1Char('x')));
}

void HubReferenceTest::refuses()
{
    QFETCH(QString, text);
    const Result<HubReference> read = parseHubReference(text);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, QStringLiteral("bad-hub-name"));
}

void HubReferenceTest::settings()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/ada"));
    const auto cache = [&] { return hubSettings(environment).cacheFolder; };
    QCOMPARE(cache(), QStringLiteral("/home/ada/.cache/huggingface/assets/plimsoll/hub"));
    QCOMPARE(hubSettings(environment).endpoint, QStringLiteral("https://huggingface.co"));
    QCOMPARE(hubSettings(environment).tokenFile, QStringLiteral("/home/ada/.cache/huggingface/token"));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), QStringLiteral("/c"));
    QCOMPARE(cache(), QStringLiteral("/c/huggingface/assets/plimsoll/hub"));
    environment.insert(QStringLiteral("HF_HOME"), QStringLiteral("~/hf"));
    QCOMPARE(cache(), QStringLiteral("/home/ada/hf/assets/plimsoll/hub"));
    environment.insert(QStringLiteral("HF_ASSETS_CACHE"), QStringLiteral("/assets"));
    QCOMPARE(cache(), QStringLiteral("/assets/plimsoll/hub"));
    environment.insert(QStringLiteral("HF_ENDPOINT"), QStringLiteral("https://mirror.org//"));
    environment.insert(QStringLiteral("HF_HUB_OFFLINE"), QStringLiteral("Yes"));
    QCOMPARE(hubSettings(environment).endpoint, QStringLiteral("https://mirror.org"));
    QVERIFY(hubSettings(environment).offline);
}

QTEST_GUILESS_MAIN(HubReferenceTest)
#include "tst_hubreference.moc"
