// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/safetensorsfolder.h"

#include "core/sources/safetensors/safetensorsfile.h"
#include "core/sources/safetensors/safetensorsindex.h"

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

SafetensorsFolder::SafetensorsFolder(SourceFolder &folder, const QString &name)
    : m_folder(folder)
    , m_name(name)
{
}

std::optional<Error> SafetensorsFolder::read()
{
    if (!m_name.isEmpty())
        chooseFor(m_name);
    else if (auto error = chooseInFolder())
        return error;
    return m_index.isEmpty() ? readFiles() : readIndexed(m_index);
}

void SafetensorsFolder::chooseFor(const QString &name)
{
    if (name.endsWith(indexEnding()))
        m_index = name;
    else
        m_files = QStringList{name};
    // One of several files stands for all, as the index beside them says.
    const auto shard = shardOf(name);
    const QString index = shard ? QString(shard->first + indexEnding()) : QString();
    if (shard && m_folder.has(index))
        m_index = index;
}

std::optional<Error> SafetensorsFolder::chooseInFolder()
{
    const QStringList weights = m_folder.namesEnding(QStringLiteral(".safetensors"));
    const QString file = chooseBetween(weights, {"model.safetensors"});
    m_index = chooseBetween(m_folder.namesEnding(indexEnding()), {"model.safetensors.index.json"});
    if (!m_index.isEmpty())
        return std::nullopt;
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
    const QString place = m_folder.place({});
    const QString why =
        weights.isEmpty()
            ? tr("%1: There are no safetensors files in this folder. Name the folder with the weights.").arg(place)
            : tr("%1: There are several safetensors files in this folder and no index: %2. Name the one that you mean.")
                  .arg(place, weights.mid(0, 5).join(QStringLiteral(", ")));
    return Error{weights.isEmpty() ? QStringLiteral("empty-folder") : QStringLiteral("ambiguous-folder"), place, why,
                 ErrorKind::File};
}

std::optional<Error> SafetensorsFolder::readIndexed(const QString &name)
{
    const QString place = m_folder.place(name);
    const Result<QByteArray> json = readWhole(m_folder, name, kLongestSafetensorsHeader);
    if (!json.ok())
        return json.error();
    const Result<SafetensorsIndex> index = readSafetensorsIndex(*json, place);
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
    return compareWithIndex(*index, *json, place, m_tensors, m_warnings);
}

std::optional<Error> SafetensorsFolder::readFiles()
{
    std::optional<Error> first;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        auto error = readFile(i);
        if (error && !wantsMore(*error))
            return error;
        if (error && !first)
            first = error;
    }
    return first;
}

std::optional<Error> SafetensorsFolder::readFile(qsizetype index)
{
    const QString &name = m_files.at(index);
    const Result<std::unique_ptr<ByteSource>> file = m_folder.open(name);
    if (!file.ok())
        return file.error();
    return readSafetensorsFile(**file, m_folder.place(name), quint16(index), m_tensors);
}

} // namespace plimsoll
