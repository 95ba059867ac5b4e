// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/safetensorsfolder.h"

#include "core/sources/safetensors/safetensorsfile.h"
#include "core/sources/safetensors/safetensorsindex.h"
#include "core/sources/safetensors/safetensorssource.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace plimsoll {
namespace {

const QString &indexEnding()
{
    static const QString ending = QStringLiteral(".safetensors.index.json");
    return ending;
}

/// "model-00002-of-00005.safetensors" -> "model", 5; nothing for other names.
std::optional<std::pair<QString, int>> shardOf(const QString &name)
{
    static const QRegularExpression shard(QStringLiteral("\\A(.+)-(\\d{5})-of-(\\d{5})\\.safetensors\\z"));
    const QRegularExpressionMatch match = shard.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    return std::pair(match.captured(1), match.captured(3).toInt());
}

QString chooseBetween(const QStringList &names, std::initializer_list<const char *> known)
{
    for (const char *name : known) {
        if (names.contains(QLatin1String(name)))
            return QString::fromLatin1(name);
    }
    return names.size() == 1 ? names.front() : QString();
}

} // namespace

QString siblingConfig(const QString &path)
{
    const QFileInfo info(path);
    const QFileInfo config((info.isDir() ? path : info.path()) + QStringLiteral("/config.json"));
    return config.isFile() ? config.filePath() : QString();
}

SafetensorsFolder::SafetensorsFolder(const QString &path)
    : m_path(path)
    , m_folder(QFileInfo(path).isDir() ? path : QFileInfo(path).path())
{
}

std::optional<Error> SafetensorsFolder::read()
{
    if (auto error = choose())
        return error;
    return m_index.isEmpty() ? readFiles() : readIndexed(m_index);
}

std::optional<Error> SafetensorsFolder::choose()
{
    const QFileInfo info(m_path);
    if (!info.isDir()) {
        if (info.fileName().endsWith(indexEnding()))
            m_index = m_path;
        else
            m_files = QStringList{info.fileName()};
        // One of several files stands for all, as the index beside them says.
        const auto shard = shardOf(info.fileName());
        const QString index = shard ? m_folder + QLatin1Char('/') + shard->first + indexEnding() : QString();
        if (shard && QFileInfo(index).isFile())
            m_index = index;
        return std::nullopt;
    }
    const QDir folder(m_folder);
    const QStringList indexes = folder.entryList({QStringLiteral("*") + indexEnding()}, QDir::Files, QDir::Name);
    const QStringList weights = folder.entryList({QStringLiteral("*.safetensors")}, QDir::Files, QDir::Name);
    const QString index = chooseBetween(indexes, {"model.safetensors.index.json"});
    const QString file = chooseBetween(weights, {"model.safetensors"});
    if (!index.isEmpty()) {
        m_index = m_folder + QLatin1Char('/') + index;
        return std::nullopt;
    }
    if (!file.isEmpty()) {
        m_files = QStringList{file};
        return std::nullopt;
    }
    // Shards without an index are taken as they are, if they are all there.
    const auto first = weights.isEmpty() ? std::nullopt : shardOf(weights.front());
    const bool allThere = first && first->second == weights.size()
                          && std::all_of(weights.begin(), weights.end(),
                                         [&first](const QString &name) { return shardOf(name) == first; });
    if (allThere) {
        m_files = weights;
        m_warnings.append(tr("There is no index beside the %1 files; all of them were read.").arg(weights.size()));
        return std::nullopt;
    }
    const QString why =
        weights.isEmpty()
            ? tr("%1: There are no safetensors files in this folder. Name the folder with the weights.").arg(m_path)
            : tr("%1: There are several safetensors files in this folder and no index: %2. Name the one that you mean.")
                  .arg(m_path, weights.mid(0, 5).join(QStringLiteral(", ")));
    return Error{weights.isEmpty() ? QStringLiteral("empty-folder") : QStringLiteral("ambiguous-folder"), m_path, why,
                 ErrorKind::File};
}

Result<QByteArray> SafetensorsFolder::readText(const QString &path) const
{
    LocalFile file(path);
    if (auto error = file.open())
        return *error;
    return readWhole(file, path);
}

std::optional<Error> SafetensorsFolder::readIndexed(const QString &path)
{
    const Result<QByteArray> json = readText(path);
    if (!json.ok())
        return json.error();
    const Result<SafetensorsIndex> index = readSafetensorsIndex(*json, path);
    if (!index.ok())
        return index.error();
    m_files.clear();
    quint64 tensors = 0;
    for (const SafetensorsIndex::Shard &shard : index->shards) {
        m_files.append(QString::fromUtf8(shard.name));
        tensors += shard.tensors;
    }
    m_tensors.reserve(qsizetype(tensors), 0);
    if (auto error = readFiles())
        return error;
    return compareWithIndex(*index, *json, path, m_tensors, m_warnings);
}

std::optional<Error> SafetensorsFolder::readFiles()
{
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        const QString path = m_folder + QLatin1Char('/') + m_files[i];
        LocalFile file(path);
        if (auto error = file.open())
            return error;
        if (auto error = readSafetensorsFile(file, path, quint16(i), m_tensors))
            return error;
    }
    return std::nullopt;
}

} // namespace plimsoll
