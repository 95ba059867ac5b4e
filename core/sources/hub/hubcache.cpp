// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hubcache.h"

#include "core/sources/modelfolder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HubCache)
};

const QLatin1String kSchema("plimsoll.hub/1");
constexpr quint64 kLongestIndex = 64 << 20; ///< some 100 bytes a file

/// The first bytes of a regular file; nothing where it has fewer.
std::optional<QByteArray> firstBytes(const QString &path, quint64 count)
{
    LocalFile file(path);
    if (file.open() || file.size() < count)
        return std::nullopt;
    QByteArray bytes(qsizetype(count), Qt::Uninitialized);
    if (file.read(0, bytes.data(), bytes.size()) != bytes.size())
        return std::nullopt;
    return bytes;
}

std::optional<QByteArray> smallFile(const QString &path, quint64 most)
{
    const qint64 size = QFileInfo(path).size();
    return size <= 0 || quint64(size) > most ? std::nullopt : firstBytes(path, quint64(size));
}

std::optional<Error> replaceFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return std::nullopt;
    return Error{QStringLiteral("cannot-write"), path,
                 Text::tr("%1 cannot be written: %2. Free some space, or name another folder in HF_HOME.")
                     .arg(QDir::toNativeSeparators(path), file.errorString()),
                 ErrorKind::File};
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

std::optional<HubFile> fileFromJson(const QJsonObject &json)
{
    HubFile file;
    file.name = json[QLatin1String("name")].toString();
    const qint64 size = json[QLatin1String("size")].toInteger(-1);
    const qint64 stored = json[QLatin1String("stored")].toInteger(0);
    if (!isHubPath(file.name) || size < 0 || stored < 0 || stored > size)
        return std::nullopt;
    file.size = quint64(size);
    file.stored = quint64(stored);
    file.sha256 = json[QLatin1String("sha256")].toString().toLatin1();
    return file;
}

QJsonObject fileToJson(const HubFile &file)
{
    QJsonObject json{{QStringLiteral("name"), file.name}, {QStringLiteral("size"), qint64(file.size)}};
    if (file.stored > 0) {
        json[QLatin1String("stored")] = qint64(file.stored);
        json[QLatin1String("sha256")] = QString::fromLatin1(file.sha256);
    }
    return json;
}

template <typename Files>
auto findIn(Files &files, const QString &name) -> decltype(files.data())
{
    const auto found = std::lower_bound(files.begin(), files.end(), name,
                                        [](const HubFile &file, const QString &wanted) { return file.name < wanted; });
    return found == files.end() || found->name != name ? nullptr : &*found;
}

} // namespace

const HubFile *HubSnapshot::find(const QString &name) const
{
    return findIn(files, name);
}

HubFile *HubSnapshot::find(const QString &name)
{
    return findIn(files, name);
}

bool saysOfModel(const QString &fileName)
{
    return hasWeightsEnding(fileName) || fileName.section(QLatin1Char('/'), -1).endsWith(QLatin1String("config.json"));
}

HubCache::HubCache(const QString &folder)
    : m_folder(folder)
{
}

QString HubCache::folderOf(const QString &repository) const
{
    return m_folder + QLatin1String("/models--") + QString(repository).replace(QLatin1Char('/'), QLatin1String("--"));
}

QString HubCache::folderOf(const HubSnapshot &snapshot) const
{
    return folderOf(snapshot.repository) + QLatin1Char('/') + snapshot.commit;
}

QString HubCache::pathOf(const HubSnapshot &snapshot, const HubFile &file) const
{
    return folderOf(snapshot) + QLatin1String("/files/") + file.name;
}

QString HubCache::pathOfRevision(const QString &repository, const QString &revision) const
{
    return folderOf(repository) + QLatin1String("/refs/") + QString::fromLatin1(QUrl::toPercentEncoding(revision));
}

std::optional<HubSnapshot> HubCache::find(const HubReference &reference) const
{
    if (isHubCommit(reference.revision))
        return findCommit(reference.repository, reference.revision);
    constexpr quint64 lengthOfCommit = 40;
    const auto commit = firstBytes(pathOfRevision(reference.repository, reference.revision), lengthOfCommit);
    return commit ? findCommit(reference.repository, QString::fromLatin1(*commit)) : std::nullopt;
}

std::optional<HubSnapshot> HubCache::findCommit(const QString &repository, const QString &commit) const
{
    HubSnapshot snapshot{repository, commit, {}};
    if (!isHubRepository(repository) || !isHubCommit(commit))
        return std::nullopt;
    const auto bytes = smallFile(folderOf(snapshot) + QLatin1String("/index.json"), kLongestIndex);
    const QJsonObject json = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    if (json[QLatin1String("schema")].toString() != kSchema
        || json[QLatin1String("repository")].toString() != repository
        || json[QLatin1String("commit")].toString() != commit)
        return std::nullopt;
    for (const QJsonValue entry : json[QLatin1String("files")].toArray()) {
        std::optional<HubFile> file = fileFromJson(entry.toObject());
        if (!file || (!snapshot.files.empty() && file->name <= snapshot.files.back().name))
            return std::nullopt;
        snapshot.files.push_back(std::move(*file));
    }
    return snapshot;
}

QByteArray HubCache::beginning(const HubSnapshot &snapshot, const HubFile &file) const
{
    if (file.stored == 0)
        return {};
    return firstBytes(pathOf(snapshot, file), file.stored).value_or(QByteArray());
}

void HubCache::verify(HubSnapshot &snapshot) const
{
    for (HubFile &file : snapshot.files) {
        if (file.stored > 0 && hashOf(beginning(snapshot, file)) != file.sha256)
            file.stored = 0;
    }
}

std::optional<Error> HubCache::store(const HubSnapshot &snapshot, HubFile &file, const QByteArray &beginning) const
{
    if (auto error = replaceFile(pathOf(snapshot, file), beginning))
        return error;
    file.stored = quint64(beginning.size());
    file.sha256 = hashOf(beginning);
    return std::nullopt;
}

std::optional<Error> HubCache::saveIndex(const HubSnapshot &snapshot) const
{
    QJsonArray files;
    for (const HubFile &file : snapshot.files)
        files.append(fileToJson(file));
    const QJsonObject json{{QStringLiteral("schema"), kSchema},
                           {QStringLiteral("repository"), snapshot.repository},
                           {QStringLiteral("commit"), snapshot.commit},
                           {QStringLiteral("files"), files}};
    return replaceFile(folderOf(snapshot) + QLatin1String("/index.json"),
                       QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Error> HubCache::saveRevision(const HubSnapshot &snapshot, const QString &revision) const
{
    if (isHubCommit(revision))
        return std::nullopt;
    return replaceFile(pathOfRevision(snapshot.repository, revision), snapshot.commit.toLatin1());
}

} // namespace plimsoll
