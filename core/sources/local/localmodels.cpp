// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/local/localmodels.h"

#include "core/memory/parameters.h"
#include "core/sources/gguf/ggufsplit.h"
#include "core/sources/local/ollamastore.h"
#include "core/sources/modelfile.h"
#include "core/sources/sourcefolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace plimsoll {
namespace {

/// Folders below a store that are looked into: LM Studio has publisher/model, manifests host/namespace/model.
constexpr int kDeepest = 6;

const QLatin1String kHubPrefix("models--");
constexpr quint64 kLargestRef = 4096; ///< bytes; a ref is one commit

class Walk
{
public:
    explicit Walk(LocalSearch &search)
        : m_search(search)
    {
    }

    void enter(const LocalStore &store)
    {
        m_store = store;
        switch (store.kind) {
        case LocalStoreKind::HuggingFace:
        case LocalStoreKind::LlamaCpp:
            enterHub();
            return;
        case LocalStoreKind::LmStudio:
            enterTree(store.folder, {}, kDeepest);
            return;
        case LocalStoreKind::Ollama:
            enterManifests(store.folder + QStringLiteral("/manifests"), kDeepest);
            return;
        }
    }

private:
    void enterHub()
    {
        const QDir root(m_store.folder);
        if (!canEnter(root))
            return;
        reportGguf(root, {});
        for (const QString &name : subfolders(root)) {
            const QString repository = hubNameOf(root.filePath(name));
            if (repository.isEmpty() || m_search.stopped())
                continue;
            const QString snapshot = snapshotOf(root.filePath(name));
            if (snapshot.isEmpty())
                continue;
            const QDir folder(snapshot);
            if (!hasSafetensors(folder) && folder.exists(QStringLiteral("config.json")) && ggufModels(folder).isEmpty())
                report(snapshot, repository);
            enterTree(snapshot, repository, kDeepest);
        }
    }

    /// huggingface_hub, "Understand caching": refs/main holds the commit that snapshots has a folder of. Without one,
    /// the newest.
    static QString snapshotOf(const QString &repository)
    {
        const QDir snapshots(repository + QStringLiteral("/snapshots"));
        const Result<QByteArray> main = readWhole(repository + QStringLiteral("/refs/main"), kLargestRef);
        const QStringList names = snapshots.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
        const QString commit = main ? QString::fromLatin1(main->trimmed()) : QString();
        if (names.contains(commit))
            return snapshots.filePath(commit);
        return names.isEmpty() ? QString() : snapshots.filePath(names.constFirst());
    }

    void enterTree(const QString &path, const QString &name, int depth)
    {
        const QDir folder(path);
        if (depth == 0 || !canEnter(folder))
            return;
        if (hasSafetensors(folder))
            report(path, name.isEmpty() ? folder.dirName() : name);
        reportGguf(folder, name);
        for (const QString &each : subfolders(folder))
            enterTree(folder.filePath(each), joined(name, each), depth - 1);
    }

    void enterManifests(const QString &path, int depth)
    {
        const QDir folder(path);
        if (depth == 0 || !canEnter(folder))
            return;
        for (const QString &each : folder.entryList(QDir::Files, QDir::Name)) {
            if (m_search.stopped())
                return;
            const OllamaModel model = ollamaModel(m_store.folder, folder.filePath(each));
            if (!model.blob.isEmpty())
                report(model.blob, model.name);
        }
        for (const QString &each : subfolders(folder))
            enterManifests(folder.filePath(each), depth - 1);
    }

    bool canEnter(const QDir &folder)
    {
        const QString canonical = folder.canonicalPath();
        if (canonical.isEmpty() || m_seen.contains(canonical) || m_search.stopped())
            return false;
        m_seen.insert(canonical);
        m_search.entered(folder.path());
        return true;
    }

    void reportGguf(const QDir &folder, const QString &name)
    {
        for (const QString &each : ggufModels(folder))
            report(folder.filePath(each), joined(name, each));
    }

    void report(const QString &path, const QString &name)
    {
        if (m_search.stopped())
            return;
        LocalModel found;
        found.name = name;
        found.path = path;
        found.store = m_store.kind;
        const Result<ModelSource> source = openModelFile(path);
        if (!source) {
            found.problem = source.error().text;
        } else if (source->kind == SourceKind::Projector) {
            return; // listed with the model that it goes with
        } else {
            found.problem = whyNotServed(*source);
            found.architecture = source->architecture.architecture;
            found.format = source->architecture.torchDtype;
            found.bytes = source->tensors.bytes();
            if (found.problem.isEmpty())
                found.parameters = countParameters(source->architecture).total();
        }
        m_search.found(found);
    }

    static bool hasSafetensors(const QDir &folder)
    {
        return !folder.entryList({QStringLiteral("*.safetensors")}, QDir::Files).isEmpty();
    }

    static QStringList subfolders(const QDir &folder)
    {
        return folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }

    static QString joined(const QString &folder, const QString &name)
    {
        return folder.isEmpty() ? name : folder + QLatin1Char('/') + name;
    }

    LocalSearch &m_search;
    LocalStore m_store;
    QSet<QString> m_seen;
};

} // namespace

void findLocalModels(const QList<LocalStore> &stores, LocalSearch &search)
{
    Walk walk(search);
    for (const LocalStore &store : stores)
        walk.enter(store);
}

QString hubNameOf(const QString &path)
{
    const QStringList parts = QDir::fromNativeSeparators(path).split(QLatin1Char('/'));
    for (const QString &part : parts) {
        if (part.startsWith(kHubPrefix))
            return part.mid(kHubPrefix.size()).replace(QLatin1String("--"), QLatin1String("/"));
    }
    return {};
}

} // namespace plimsoll
