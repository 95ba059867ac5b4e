// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/sourcefolder.h"

#include <QDir>
#include <QFileInfo>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SourceFolder)
};

} // namespace

QStringList SourceFolder::namesEnding(const QString &ending) const
{
    QStringList found = names();
    found.removeIf([&](const QString &name) { return !name.endsWith(ending, Qt::CaseInsensitive); });
    return found;
}

LocalFolder::LocalFolder(const QString &path)
    : m_path(path)
{
}

QStringList LocalFolder::names() const
{
    return QDir(m_path).entryList(QDir::Files, QDir::Name);
}

bool LocalFolder::has(const QString &name) const
{
    return QFileInfo(place(name)).isFile();
}

Result<std::unique_ptr<ByteSource>> LocalFolder::open(const QString &name)
{
    auto file = std::make_unique<LocalFile>(name.isEmpty() ? QString() : place(name));
    if (auto error = file->open())
        return *error;
    return std::unique_ptr<ByteSource>(std::move(file));
}

QString LocalFolder::place(const QString &name) const
{
    if (name.isEmpty())
        return m_path;
    return m_path == QLatin1String(".") ? name : QDir(m_path).filePath(name);
}

Result<QByteArray> readWhole(SourceFolder &folder, const QString &name, quint64 most)
{
    const QString place = folder.place(name);
    Result<std::unique_ptr<ByteSource>> opened = folder.open(name);
    if (!opened)
        return opened.error();
    ByteSource &file = **opened;
    if (file.size() > most)
        return Error{QStringLiteral("too-large"), place,
                     Text::tr("%1: The file has %2 bytes; one of its kind has %3 at most. Check what it is.")
                         .arg(place)
                         .arg(file.size())
                         .arg(most),
                     ErrorKind::File};
    QByteArray bytes(qsizetype(file.size()), Qt::Uninitialized);
    if (file.read(0, bytes.data(), bytes.size()) != bytes.size())
        return file.shortRead(file.size(), place);
    return bytes;
}

Result<QByteArray> readWhole(const QString &path, quint64 most)
{
    const QFileInfo info(path);
    LocalFolder folder(info.path());
    return readWhole(folder, info.fileName(), most);
}

bool wantsMore(const Error &error)
{
    return error.code == QLatin1String("more-bytes-needed");
}

} // namespace plimsoll
