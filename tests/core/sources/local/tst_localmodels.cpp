// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/local/localmodels.h"
#include "core/sources/modelfile.h"
#include "tests/core/sources/local/storefiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <vector>

using namespace plimsoll;

namespace {

class Collected final : public LocalSearch
{
public:
    bool stopped() override { return int(models.size()) >= mostModels; }
    void entered(const QString &folder) override { folders += folder; }
    void found(const LocalModel &model) override { models.push_back(model); }

    QStringList names() const
    {
        QStringList all;
        for (const LocalModel &model : models)
            all += model.name;
        return all;
    }

    int mostModels = 1000;
    std::vector<LocalModel> models;
    QStringList folders;
};

const QByteArray kDigest(64, 'a');

} // namespace

/// What is found in the folders of Hugging Face, llama.cpp, LM Studio and Ollama, whole and broken.
class LocalModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        m_search = Collected();
    }

    void hubRepository()
    {
        storefiles::hubFile(folder(), QStringLiteral("org/tiny"), QStringLiteral("config.json"), tinymodels::config());
        storefiles::hubFile(folder(), QStringLiteral("org/tiny"), QStringLiteral("model.safetensors"),
                            tinymodels::safetensors());
        search(LocalStoreKind::HuggingFace);
        QCOMPARE(m_search.names(), QStringList{"org/tiny"});
        const LocalModel &model = m_search.models.front();
        QCOMPARE(model.problem, QString());
        QCOMPARE(model.parameters, tinymodels::kParameters);
        QCOMPARE(model.bytes, Bytes(2 * tinymodels::kParameters));
        QCOMPARE(model.architecture, QStringLiteral("LlamaForCausalLM"));
        QCOMPARE(model.store, LocalStoreKind::HuggingFace);
        const Result<ModelSource> source = openModelFile(model.path);
        QVERIFY(source.ok());
        QCOMPARE(source->architecture.displayName, QStringLiteral("org/tiny")); // and not the commit
    }

    void hubRevisions()
    {
        const QString other(40, QLatin1Char('b'));
        storefiles::hubFile(folder(), QStringLiteral("org/tiny"), QStringLiteral("a.gguf"), tinymodels::gguf(), other);
        storefiles::hubFile(folder(), QStringLiteral("org/tiny"), QStringLiteral("b.gguf"), tinymodels::gguf());
        storefiles::hubRef(folder(), QStringLiteral("org/tiny"), storefiles::kCommit.toLatin1());
        search(LocalStoreKind::HuggingFace);
        QCOMPARE(m_search.names(), QStringList{"org/tiny/b.gguf"});
        storefiles::hubRef(folder(), QStringLiteral("org/tiny"), other.toLatin1());
        m_search = Collected();
        search(LocalStoreKind::HuggingFace);
        QCOMPARE(m_search.names(), QStringList{"org/tiny/a.gguf"});
    }

    void hubGgufFiles()
    {
        const QString repository = QStringLiteral("org/tiny-GGUF");
        for (const char *name : {"tiny-Q4.gguf", "tiny-Q8.gguf", "BF16/tiny-00001-of-00001.gguf", "mmproj-tiny.gguf"})
            storefiles::hubFile(folder(), repository, QLatin1String(name), tinymodels::gguf());
        search(LocalStoreKind::HuggingFace);
        QCOMPARE(m_search.names(), (QStringList{"org/tiny-GGUF/tiny-Q4.gguf", "org/tiny-GGUF/tiny-Q8.gguf",
                                                "org/tiny-GGUF/BF16/tiny-00001-of-00001.gguf"}));
    }

    void configAlone()
    {
        storefiles::hubFile(folder(), QStringLiteral("org/tiny"), QStringLiteral("config.json"), tinymodels::config());
        search(LocalStoreKind::HuggingFace);
        QCOMPARE(m_search.names(), QStringList{"org/tiny"});
        QCOMPARE(m_search.models.front().parameters, tinymodels::kParameters);
        QCOMPARE(m_search.models.front().bytes, Bytes(0));
    }

    void whatIsNoModelOfTheHubIsNotListed()
    {
        storefiles::write(folder() + QStringLiteral("/datasets--org--words/snapshots/x/config.json"), "{}");
        storefiles::hubFile(folder(), QStringLiteral("org/pictures"), QStringLiteral("model_index.json"), "{}");
        QDir().mkpath(folder() + QStringLiteral("/models--org--empty"));
        search(LocalStoreKind::HuggingFace);
        QCOMPARE(m_search.names(), QStringList{});
    }

    void flatCacheOfLlamaCpp()
    {
        storefiles::write(folder() + QStringLiteral("/org_tiny_tiny-Q4.gguf"), tinymodels::gguf());
        storefiles::write(folder() + QStringLiteral("/org_tiny_tiny-Q4.gguf.json"), "{}");
        storefiles::write(folder() + QStringLiteral("/org_tiny_half.gguf.downloadInProgress"), "GGUF");
        storefiles::hubFile(folder(), QStringLiteral("org/new"), QStringLiteral("new.gguf"), tinymodels::gguf());
        search(LocalStoreKind::LlamaCpp);
        QCOMPARE(m_search.names(), (QStringList{"org_tiny_tiny-Q4.gguf", "org/new/new.gguf"}));
    }

    void lmStudio()
    {
        storefiles::write(folder() + QStringLiteral("/org/tiny-GGUF/tiny-Q4.gguf"), tinymodels::gguf());
        storefiles::write(folder() + QStringLiteral("/org/tiny-mlx/config.json"), tinymodels::config());
        storefiles::write(folder() + QStringLiteral("/org/tiny-mlx/model.safetensors"), tinymodels::safetensors());
        search(LocalStoreKind::LmStudio);
        QCOMPARE(m_search.names(), (QStringList{"org/tiny-GGUF/tiny-Q4.gguf", "org/tiny-mlx"}));
        QCOMPARE(m_search.models[1].parameters, tinymodels::kParameters);
    }

    void ollama_data()
    {
        QTest::addColumn<QString>("manifest");
        QTest::addColumn<QString>("name");
        // As `ollama list` prints them.
        QTest::newRow("library") << "registry.ollama.ai/library/llama3.2/3b"
                                 << "llama3.2:3b";
        QTest::newRow("somebody's") << "registry.ollama.ai/someone/model/latest"
                                    << "someone/model:latest";
        QTest::newRow("of the Hub") << "hf.co/org/tiny-GGUF/Q4_K_M"
                                    << "hf.co/org/tiny-GGUF:Q4_K_M";
        QTest::newRow("another host") << "example.org/library/model/1"
                                      << "example.org/library/model:1";
    }

    void ollama()
    {
        QFETCH(QString, manifest);
        QFETCH(QString, name);
        storefiles::ollamaModel(folder(), manifest, kDigest, tinymodels::gguf());
        search(LocalStoreKind::Ollama);
        QCOMPARE(m_search.names(), QStringList{name});
        QCOMPARE(m_search.models.front().parameters, tinymodels::kParameters);
        QCOMPARE(QFileInfo(m_search.models.front().path).fileName(), QStringLiteral("sha256-") + kDigest);
    }

    void ollamaOfOldVersions()
    {
        storefiles::ollamaModel(folder(), QStringLiteral("registry.ollama.ai/library/old/7b"), kDigest, {});
        storefiles::write(folder() + QStringLiteral("/blobs/sha256:") + kDigest, tinymodels::gguf());
        search(LocalStoreKind::Ollama);
        QCOMPARE(m_search.models.front().parameters, tinymodels::kParameters);
    }

    void brokenOllama_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        const QByteArray layer = R"({"layers": [{"mediaType": "application/vnd.ollama.image.model", "digest": %}]})";
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no layers") << QByteArray("{}");
        QTest::newRow("layers are a text") << QByteArray(R"({"layers": "many"})");
        QTest::newRow("a model in the cloud") << QByteArray(R"({"layers": []})");
        QTest::newRow("digest leads elsewhere") << QByteArray(layer).replace("%", R"("sha256:../../../etc/passwd")");
        QTest::newRow("digest with a line feed")
            << QByteArray(layer).replace("%", QByteArray("\"sha256:" + kDigest + "\\n\""));
        QTest::newRow("digest is a number") << QByteArray(layer).replace("%", "1");
        QTest::newRow("two megabytes") << QByteArray(2 << 20, ' ');
    }

    void brokenOllama()
    {
        QFETCH(QByteArray, manifest);
        storefiles::write(folder() + QStringLiteral("/manifests/registry.ollama.ai/library/x/1"), manifest);
        search(LocalStoreKind::Ollama);
        QCOMPARE(m_search.names(), QStringList{});
    }

    void whatCannotBeReadIsListedWithItsReason()
    {
        storefiles::ollamaModel(folder(), QStringLiteral("registry.ollama.ai/library/gone/1"), kDigest, {});
        storefiles::write(folder() + QStringLiteral("/org/x/broken.gguf"), "GGUF but no more");
        search(LocalStoreKind::Ollama);
        QCOMPARE(m_search.names(), QStringList{"gone:1"});
        QVERIFY(!m_search.models.front().problem.isEmpty());
        m_search = Collected();
        search(LocalStoreKind::LmStudio);
        QCOMPARE(m_search.names(), QStringList{"org/x/broken.gguf"});
        QVERIFY2(m_search.models.front().problem.contains(QLatin1String("broken.gguf")),
                 qPrintable(m_search.models.front().problem));
    }

    void loopsAndPipes()
    {
        storefiles::write(folder() + QStringLiteral("/org/tiny/tiny.gguf"), tinymodels::gguf());
        QVERIFY(QFile::link(folder(), folder() + QStringLiteral("/org/again")));
        QVERIFY(QFile::link(QStringLiteral("self"), folder() + QStringLiteral("/org/self")));
        QCOMPARE(mkfifo(qPrintable(folder() + QStringLiteral("/org/pipe.gguf")), 0600), 0);
        search(LocalStoreKind::LmStudio);
        QCOMPARE(m_search.names(), QStringList{"org/tiny/tiny.gguf"});
        QCOMPARE(m_search.folders.size(), 3); // the store, org, tiny
    }

    void linkToAnotherDisk()
    {
        const QTemporaryDir disk;
        storefiles::write(disk.filePath(QStringLiteral("tiny/tiny.gguf")), tinymodels::gguf());
        QVERIFY(QFile::link(disk.path(), folder() + QStringLiteral("/org")));
        search(LocalStoreKind::LmStudio);
        QCOMPARE(m_search.names(), QStringList{"org/tiny/tiny.gguf"});
    }

    void stops()
    {
        for (int i = 0; i < 20; ++i)
            storefiles::write(folder() + QStringLiteral("/org/m%1/m.gguf").arg(i), tinymodels::gguf());
        m_search.mostModels = 3;
        search(LocalStoreKind::LmStudio);
        QCOMPARE(m_search.models.size(), size_t(3));
        QVERIFY(m_search.folders.size() < 8);
    }

private:
    QString folder() const { return m_home->path(); }
    void search(LocalStoreKind kind) { findLocalModels({{kind, folder()}}, m_search); }

    std::unique_ptr<QTemporaryDir> m_home;
    Collected m_search;
};

QTEST_GUILESS_MAIN(LocalModelsTest)
#include "tst_localmodels.moc"
