// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A person's own catalog over the built-in one, and what happens where it is broken.

#include "core/catalog/catalog.h"
#include "core/catalog/catalogdocument.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtTest>

using namespace plimsoll;

namespace {

const QByteArray kOwn = R"({"schema": "plimsoll.catalog/1",
 "models": [
  {"id": "me/tiny", "display_name": "Tiny", "num_hidden_layers": 2, "hidden_size": 64, "intermediate_size": 128,
   "num_attention_heads": 4, "head_dim": 16, "vocab_size": 100, "tie_word_embeddings": true},
  {"id": "meta-llama/Llama-3.1-8B", "num_hidden_layers": 1, "hidden_size": 64, "intermediate_size": 128,
   "num_attention_heads": 4, "head_dim": 16, "vocab_size": 100}],
 "gpus": [
  {"id": "my-card", "name": "My card", "memory_gb": 10, "usable_est_mib": 9000,
   "mig_profiles": [{"name": "1g.5gb", "nominal_gb": 5, "memory_mib": 4864, "compute_slices": 1,
                     "compute_slices_total": 7, "max_instances": 2}]},
  {"id": "nvidia-h100-sxm-80gb", "name": "My H100", "memory_gb": 80, "usable_est_mib": 70000}],
 "formats": [{"id": "mine3", "name": "Mine", "family": "quantized", "block": [3, 8], "aliases": ["m3"]}]})";

qsizetype placeOf(const std::vector<CatalogEntry> &entries, const QString &id)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const CatalogEntry &e) { return e.id == id; });
    return found == entries.end() ? -1 : found - entries.begin();
}

} // namespace

class TestUserCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void mergedOverTheBuiltIn();
    void mergingLeavesCopiesAlone();
    void aBrokenDocumentMergesNothing();
    void theFileIsInTheConfigLocation();
    void noFileIsNoNote();
    void aGoodFileIsMerged();
    void aBrokenFileLeavesANote_data();
    void aBrokenFileLeavesANote();

private:
    static void write(const QByteArray &content);
};

void TestUserCatalog::init()
{
    QStandardPaths::setTestModeEnabled(true);
    QFile::remove(Catalog::userFile());
}

void TestUserCatalog::cleanup()
{
    QFile::remove(Catalog::userFile());
}

void TestUserCatalog::write(const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(Catalog::userFile()).path()));
    QFile file(Catalog::userFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestUserCatalog::mergedOverTheBuiltIn()
{
    Catalog catalog = Catalog::builtIn();
    const qsizetype h100 = placeOf(catalog.gpus(), QStringLiteral("nvidia-h100-sxm-80gb"));
    const qsizetype llama = placeOf(catalog.models(), QStringLiteral("meta-llama/Llama-3.1-8B"));
    const size_t models = catalog.models().size(), gpus = catalog.gpus().size(), formats = catalog.formats().size();
    const Result<int> merged = catalog.merge(kOwn, QStringLiteral("mine.json"));
    QVERIFY2(merged.ok(), qPrintable(merged.ok() ? QString() : merged.error().text));
    QCOMPARE(*merged, 5);
    QVERIFY(catalog.hasUserData());

    QCOMPARE(catalog.models().size(), models + 1);
    QCOMPARE(catalog.models().back().id, QStringLiteral("me/tiny"));
    QCOMPARE(placeOf(catalog.models(), QStringLiteral("meta-llama/Llama-3.1-8B")), llama);
    QCOMPARE(catalog.model(QStringLiteral("meta-llama/llama-3.1-8b"), {})->layers(), 1);
    QCOMPARE(catalog.model(QStringLiteral("tiny"), {})->id, QStringLiteral("me/tiny"));
    QCOMPARE(catalog.model(QStringLiteral("Qwen/Qwen3-8B"), {})->layers(), 36);
    QCOMPARE(catalog.modelRecord(QStringLiteral("me/tiny")).value(QLatin1String("vocab_size")).toInt(), 100);

    // The own H100 has no MIG slices, so the six built-in ones go; the own card and its slice come.
    QCOMPARE(catalog.gpus().size(), gpus - 6 + 2);
    QCOMPARE(placeOf(catalog.gpus(), QStringLiteral("nvidia-h100-sxm-80gb")), h100);
    QCOMPARE(catalog.gpu(QStringLiteral("nvidia-h100-sxm-80gb"), {})->usable, Bytes::fromMiB(70000));
    QVERIFY(!catalog.gpu(QStringLiteral("nvidia-h100-sxm-80gb/1g.10gb"), {}).ok());
    QCOMPARE(catalog.gpu(QStringLiteral("My-Card/1g.5gb"), {})->usable, Bytes::fromMiB(4864));

    QCOMPARE(catalog.formats().size(), formats + 1);
    QVERIFY(catalog.findFormat(QStringLiteral("M3")) != nullptr);
    QCOMPARE(catalog.findFormat(QStringLiteral("M3"))->block, (BitsPerWeight{3, 8}));
}

void TestUserCatalog::mergingLeavesCopiesAlone()
{
    const Catalog before = Catalog::builtIn();
    Catalog copy = before;
    QVERIFY(copy.merge(kOwn, QStringLiteral("mine.json")).ok());
    QVERIFY(!before.hasUserData());
    QCOMPARE(placeOf(before.models(), QStringLiteral("me/tiny")), -1);
}

void TestUserCatalog::aBrokenDocumentMergesNothing()
{
    Catalog catalog = Catalog::builtIn();
    QByteArray broken = kOwn;
    broken.replace("\"block\": [3, 8]", "\"block\": [3]"); // the last record; all before it are good
    QVERIFY(!catalog.merge(broken, QStringLiteral("mine.json")).ok());
    QVERIFY(!catalog.hasUserData());
    QCOMPARE(placeOf(catalog.models(), QStringLiteral("me/tiny")), -1);
}

void TestUserCatalog::theFileIsInTheConfigLocation()
{
    QCOMPARE(Catalog::userFile(), QString(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                                          + QStringLiteral("/plimsoll/catalog.json")));
}

void TestUserCatalog::noFileIsNoNote()
{
    const Catalog catalog = Catalog::withUserData();
    QVERIFY(catalog.notes().isEmpty());
    QVERIFY(!catalog.hasUserData());
}

void TestUserCatalog::aGoodFileIsMerged()
{
    write(kOwn);
    const Catalog catalog = Catalog::withUserData();
    QVERIFY(catalog.notes().isEmpty());
    QVERIFY(catalog.hasUserData());
    QVERIFY(catalog.model(QStringLiteral("me/tiny"), {}).ok());
}

void TestUserCatalog::aBrokenFileLeavesANote_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("models:");
    QTest::newRow("cut off") << kOwn.left(200);
    QTest::newRow("newer schema") << QByteArray("{\"schema\": \"plimsoll.catalog/9\"}");
    QTest::newRow("100,000 deep") << QByteArray("{\"schema\": \"plimsoll.catalog/1\", \"gpus\": "
                                                + QByteArray(100'000, '['));
    QTest::newRow("huge") << QByteArray(kMaxCatalogBytes + 4096, '\n');
    QTest::newRow("a bad record") << QByteArray(kOwn).replace("\"memory_gb\": 10", "\"memory_gb\": -10");
}

void TestUserCatalog::aBrokenFileLeavesANote()
{
    QFETCH(QByteArray, content);
    write(content);
    const Catalog catalog = Catalog::withUserData();
    QCOMPARE(catalog.notes().size(), 1);
    QVERIFY2(catalog.notes().front().contains(QLatin1String("catalog.json")), qPrintable(catalog.notes().front()));
    QVERIFY(!catalog.hasUserData());
    QCOMPARE(catalog.models().size(), size_t(355));
    QVERIFY(catalog.model(QStringLiteral("meta-llama/Llama-3.1-8B"), {}).ok());
}

QTEST_GUILESS_MAIN(TestUserCatalog)
#include "tst_usercatalog.moc"
