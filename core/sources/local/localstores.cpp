// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/local/localstores.h"

#include "core/sources/environmentfolders.h"
#include "core/sources/sourcefolder.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

namespace plimsoll {
namespace {

constexpr quint64 kLargestSettings = 1 << 20; ///< bytes; those of LM Studio have some KiB

/// Empty where it cannot be read: then the defaults hold.
QByteArray settingsFile(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, kLargestSettings);
    return bytes ? *bytes : QByteArray();
}

class Finder
{
public:
    Finder(const QProcessEnvironment &environment, const QString &home)
        : m_folders(environment, home)
        , m_home(home)
    {
    }

    QList<LocalStore> find()
    {
        addHuggingFace();
        addLlamaCpp();
        addLmStudio();
        addOllama();
        return m_stores;
    }

private:
    void add(LocalStoreKind kind, const QString &folder)
    {
        const QFileInfo info(folder);
        const QString canonical = info.canonicalFilePath();
        if (folder.isEmpty() || !info.isDir() || m_seen.contains(canonical))
            return;
        m_seen.insert(canonical);
        m_stores.append({kind, QDir::cleanPath(folder)});
    }

    /// huggingface_hub, "Environment variables": HF_HUB_CACHE (of old HUGGINGFACE_HUB_CACHE), else $HF_HOME/hub.
    void addHuggingFace()
    {
        const QString folder = m_folders.folder({"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"},
                                                m_folders.huggingFaceHome() + QStringLiteral("/hub"));
        add(LocalStoreKind::HuggingFace, folder);
    }

    /// ggml-org/llama.cpp pull requests 7353 and 7826: LLAMA_CACHE, else llama.cpp in the cache folder. Since 20775
    /// and 21009 it shares the layout of the Hugging Face cache, and its folder where LLAMA_CACHE is not set.
    void addLlamaCpp()
    {
        const QString folder = m_folders.folder({"LLAMA_CACHE"});
        if (!folder.isEmpty()) {
            add(LocalStoreKind::LlamaCpp, folder);
            return;
        }
        add(LocalStoreKind::LlamaCpp, m_folders.caches() + QStringLiteral("/llama.cpp"));
        add(LocalStoreKind::LlamaCpp, m_home + QStringLiteral("/Library/Caches/llama.cpp"));
    }

    /// LM Studio's documentation, "Import models": ~/.lmstudio/models; before 0.3 ~/.cache/lm-studio. Its home folder
    /// can lie elsewhere (~/.lmstudio-home-pointer), and its models can (downloadsFolder in settings.json).
    void addLmStudio()
    {
        const QString pointer = QString::fromUtf8(settingsFile(m_home + QStringLiteral("/.lmstudio-home-pointer")));
        const QStringList homes{pointer.trimmed(), m_home + QStringLiteral("/.lmstudio"),
                                m_home + QStringLiteral("/.cache/lm-studio")};
        for (const QString &home : homes) {
            if (home.isEmpty())
                continue;
            const QJsonDocument settings =
                QJsonDocument::fromJson(settingsFile(home + QStringLiteral("/settings.json")));
            add(LocalStoreKind::LmStudio, settings[QLatin1String("downloadsFolder")].toString());
            add(LocalStoreKind::LmStudio, home + QStringLiteral("/models"));
        }
    }

    /// Ollama's FAQ, "Where are models stored?": OLLAMA_MODELS, else ~/.ollama/models; the service that its Linux
    /// installer sets up has /usr/share/ollama as its home, that of some distributions /var/lib/ollama.
    void addOllama()
    {
        const QString folder = m_folders.folder({"OLLAMA_MODELS"});
        if (!folder.isEmpty()) {
            add(LocalStoreKind::Ollama, folder);
            return;
        }
        add(LocalStoreKind::Ollama, m_home + QStringLiteral("/.ollama/models"));
        add(LocalStoreKind::Ollama, QStringLiteral("/usr/share/ollama/.ollama/models"));
        add(LocalStoreKind::Ollama, QStringLiteral("/var/lib/ollama/.ollama/models"));
        add(LocalStoreKind::Ollama, QStringLiteral("/var/lib/ollama/models"));
    }

    const EnvironmentFolders m_folders;
    const QString m_home;
    QSet<QString> m_seen;
    QList<LocalStore> m_stores;
};

} // namespace

QString storeName(LocalStoreKind kind)
{
    switch (kind) {
    case LocalStoreKind::HuggingFace:
        return QStringLiteral("Hugging Face");
    case LocalStoreKind::LlamaCpp:
        return QStringLiteral("llama.cpp");
    case LocalStoreKind::LmStudio:
        return QStringLiteral("LM Studio");
    case LocalStoreKind::Ollama:
        break;
    }
    return QStringLiteral("Ollama");
}

QList<LocalStore> localStores(const QProcessEnvironment &environment, const QString &home)
{
    return Finder(environment, home).find();
}

} // namespace plimsoll
