// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/local/localstores.h"
#include "tests/core/sources/local/storefiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;

/// Where models lie, by what each program's documentation says of its variables, settings and defaults.
class LocalStoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QStringList>("folders"); // that are there, below the home folder
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing there") << QStringList{} << QStringList{} << QStringList{};
        QTest::newRow("defaults") << QStringList{".cache/huggingface/hub", ".cache/llama.cpp", ".lmstudio/models",
                                                 ".ollama/models"}
                                  << QStringList{}
                                  << QStringList{"Hugging Face .cache/huggingface/hub", "llama.cpp .cache/llama.cpp",
                                                 "LM Studio .lmstudio/models", "Ollama .ollama/models"};
        QTest::newRow("old LM Studio") << QStringList{".cache/lm-studio/models"} << QStringList{}
                                       << QStringList{"LM Studio .cache/lm-studio/models"};
        QTest::newRow("HF_HOME") << QStringList{".cache/huggingface/hub", "hf/hub"} << QStringList{"HF_HOME=%/hf"}
                                 << QStringList{"Hugging Face hf/hub"};
        QTest::newRow("HF_HUB_CACHE wins")
            << QStringList{"hf/hub", "cache"} << QStringList{"HF_HOME=%/hf", "HF_HUB_CACHE=%/cache"}
            << QStringList{"Hugging Face cache"};
        QTest::newRow("tilde") << QStringList{"cache"} << QStringList{"HF_HUB_CACHE=~/cache"}
                               << QStringList{"Hugging Face cache"};
        QTest::newRow("XDG_CACHE_HOME") << QStringList{"x/huggingface/hub", "x/llama.cpp"}
                                        << QStringList{"XDG_CACHE_HOME=%/x"}
                                        << QStringList{"Hugging Face x/huggingface/hub", "llama.cpp x/llama.cpp"};
        QTest::newRow("LLAMA_CACHE") << QStringList{"gguf", ".cache/llama.cpp"} << QStringList{"LLAMA_CACHE=%/gguf"}
                                     << QStringList{"llama.cpp gguf"};
        QTest::newRow("one folder for two")
            << QStringList{"all"} << QStringList{"HF_HUB_CACHE=%/all", "LLAMA_CACHE=%/all"}
            << QStringList{"Hugging Face all"};
        QTest::newRow("OLLAMA_MODELS") << QStringList{"om"} << QStringList{"OLLAMA_MODELS=%/om"}
                                       << QStringList{"Ollama om"};
        QTest::newRow("a variable names nothing")
            << QStringList{} << QStringList{"OLLAMA_MODELS=%/gone"} << QStringList{};
    }

    void places()
    {
        QFETCH(QStringList, folders);
        QFETCH(QStringList, variables);
        QFETCH(QStringList, expected);
        const QTemporaryDir home;
        for (const QString &folder : folders)
            QDir(home.path()).mkpath(folder);
        QProcessEnvironment environment;
        for (QString variable : variables) {
            variable.replace(QLatin1Char('%'), home.path());
            environment.insert(variable.section(QLatin1Char('='), 0, 0), variable.section(QLatin1Char('='), 1));
        }
        QCOMPARE(spoken(localStores(environment, home.path()), home.path()), expected);
    }

    void lmStudioSaysWhere()
    {
        const QTemporaryDir home;
        QDir(home.path()).mkpath(QStringLiteral("disk/gguf"));
        QDir(home.path()).mkpath(QStringLiteral("elsewhere/models"));
        storefiles::write(home.filePath(QStringLiteral(".lmstudio-home-pointer")),
                          home.filePath(QStringLiteral("elsewhere")).toUtf8() + '\n');
        storefiles::write(home.filePath(QStringLiteral("elsewhere/settings.json")),
                          "{\"downloadsFolder\": \"" + home.filePath(QStringLiteral("disk/gguf")).toUtf8() + "\"}");
        QCOMPARE(spoken(localStores({}, home.path()), home.path()),
                 (QStringList{"LM Studio disk/gguf", "LM Studio elsewhere/models"}));
    }

private:
    static QStringList spoken(const QList<LocalStore> &stores, const QString &home)
    {
        QStringList all;
        for (const LocalStore &store : stores) {
            if (store.folder.startsWith(home)) // and not the system's own
                all += storeName(store.kind) + QLatin1Char(' ') + QDir(home).relativeFilePath(store.folder);
        }
        return all;
    }
};

QTEST_GUILESS_MAIN(LocalStoresTest)
#include "tst_localstores.moc"
