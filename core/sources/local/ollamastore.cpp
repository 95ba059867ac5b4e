// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/local/ollamastore.h"

#include "core/sources/sourcefolder.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace plimsoll {
namespace {

constexpr quint64 kLargestManifest = 1 << 20; ///< bytes; real ones have about one KiB

/// ollama/ollama, docs of its package manifest: a layer of this type is the GGUF file.
constexpr QLatin1String kModelLayer("application/vnd.ollama.image.model");

/// A digest becomes a file's name, so it is one or nothing.
QString blobOf(const QString &store, const QString &digest)
{
    static const QRegularExpression form(QStringLiteral("\\Asha256:([0-9a-f]{64})\\z"));
    const QRegularExpressionMatch match = form.match(digest);
    if (!match.hasMatch())
        return {};
    const QDir blobs(store + QStringLiteral("/blobs"));
    const QString name = blobs.filePath(QStringLiteral("sha256-") + match.captured(1));
    const QString oldName = blobs.filePath(digest); // before 0.1.28
    return !QFileInfo::exists(name) && QFileInfo::exists(oldName) ? oldName : name;
}

/// What is the default is not said: the host, and the namespace of Ollama's own library.
QString spokenName(QStringList parts)
{
    const QString tag = parts.isEmpty() ? QString() : parts.takeLast();
    if (!parts.isEmpty() && parts.constFirst() == QLatin1String("registry.ollama.ai"))
        parts.removeFirst();
    if (parts.size() > 1 && parts.constFirst() == QLatin1String("library"))
        parts.removeFirst();
    return parts.join(QLatin1Char('/')) + QLatin1Char(':') + tag;
}

} // namespace

OllamaModel ollamaModel(const QString &store, const QString &path)
{
    const QDir manifests(store + QStringLiteral("/manifests"));
    OllamaModel model;
    model.name = spokenName(manifests.relativeFilePath(path).split(QLatin1Char('/')));
    const Result<QByteArray> manifest = readWhole(path, kLargestManifest);
    if (!manifest)
        return model;
    const QJsonArray layers = QJsonDocument::fromJson(*manifest)[QLatin1String("layers")].toArray();
    for (const QJsonValue layer : layers) {
        if (layer[QLatin1String("mediaType")].toString() == kModelLayer)
            model.blob = blobOf(store, layer[QLatin1String("digest")].toString());
    }
    return model;
}

} // namespace plimsoll
