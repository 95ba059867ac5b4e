// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/core/sources/local/storefiles.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

/// plimsoll inspect --local, in the home folder of somebody who has models of several programs.
class LocalCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HF_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "XDG_CACHE_HOME", "LLAMA_CACHE"})
            m_environment.remove(QLatin1String(name));
        m_environment.insert(QStringLiteral("OLLAMA_MODELS"), m_home->filePath(QStringLiteral("ollama")));
        m_environment.insert(QStringLiteral("HOME"), m_home->path());
    }

    void lists()
    {
        const QString hub = m_home->filePath(QStringLiteral(".cache/huggingface/hub"));
        storefiles::hubFile(hub, QStringLiteral("org/tiny"), QStringLiteral("config.json"), tinymodels::config());
        storefiles::hubFile(hub, QStringLiteral("org/tiny"), QStringLiteral("model.safetensors"),
                            tinymodels::safetensors());
        storefiles::ollamaModel(m_home->filePath(QStringLiteral("ollama")),
                                QStringLiteral("registry.ollama.ai/library/tiny/1b"), QByteArray(64, 'c'),
                                tinymodels::gguf());
        storefiles::write(m_home->filePath(QStringLiteral(".lmstudio/models/org/x/broken.gguf")), "GGUF");

        const Run run = local({QStringLiteral("--json")});
        QVERIFY2(run.ended && run.status == 0 && run.err.isEmpty(), run.described().constData());
        const QJsonArray models = run.json()[QLatin1String("models")].toArray();
        QCOMPARE(models.size(), 3);
        QCOMPARE(models[0][QLatin1String("name")].toString(), QStringLiteral("org/tiny"));
        QCOMPARE(models[0][QLatin1String("parameters")].toInteger(), tinymodels::kParameters);
        QVERIFY(models[1][QLatin1String("problem")].isString());
        QCOMPARE(models[2][QLatin1String("store")].toString(), QStringLiteral("Ollama"));

        // What is listed can be planned.
        const Run plan = runPlimsollWith({QStringLiteral("inspect"), models[2][QLatin1String("path")].toString(),
                                          QStringLiteral("--json"), QStringLiteral("--no-user-data")},
                                         {}, m_environment);
        QCOMPARE(at(plan.json(), QStringLiteral("parameters.total")).toInteger(), tinymodels::kParameters);

        const Run text = local({});
        QCOMPARE(text.status, 0);
        for (const char *word : {"org/tiny", "tiny:1b", "LM Studio", "broken.gguf", "Warning: "})
            QVERIFY2(text.out.contains(word), text.described().constData());
    }

    void nothingThere()
    {
        const Run json = local({QStringLiteral("--json")});
        QCOMPARE(json.status, 0);
        QCOMPARE(json.json()[QLatin1String("models")], QJsonValue(QJsonArray()));
        const Run text = local({});
        QCOMPARE(text.status, 0);
        QVERIFY2(text.out.isEmpty() && text.err.contains("plimsoll inspect PATH"), text.described().constData());
    }

    void namesNoModel()
    {
        QCOMPARE(local({QStringLiteral("13e9")}).status, 2);
        QVERIFY(local({QStringLiteral("--parameters"), QStringLiteral("13e9")}).complainedOnce());
    }

private:
    Run local(const QStringList &more)
    {
        return runPlimsollWith(QStringList{QStringLiteral("inspect"), QStringLiteral("--local")} + more
                                   + QStringList{QStringLiteral("--no-user-data")},
                               {}, m_environment);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(LocalCommandTest)
#include "tst_localcommand.moc"
