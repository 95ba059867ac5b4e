// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hubfolder.h"

namespace plimsoll {
namespace {

/// The beginning of a file, and a note of how much more of it is needed.
class StoredBeginning final : public ByteSource
{
public:
    StoredBeginning(const QByteArray &bytes, quint64 fileSize, quint64 &wanted)
        : m_bytes(bytes)
        , m_beginning(m_bytes, fileSize)
        , m_wanted(wanted)
    {
    }

    quint64 size() const override { return m_beginning.size(); }
    bool hasData() const override { return false; }
    qint64 read(quint64 offset, char *to, qint64 count) override { return m_beginning.read(offset, to, count); }
    Error shortRead(quint64 needed, const QString &place) override
    {
        Error error = m_beginning.shortRead(needed, place);
        m_wanted = m_beginning.wanted();
        return error;
    }

private:
    QByteArray m_bytes;
    FileBeginning m_beginning;
    quint64 &m_wanted;
};

} // namespace

HubFolder::HubFolder(const HubCache &cache, const HubSnapshot &snapshot, const QString &folder)
    : m_cache(cache)
    , m_snapshot(snapshot)
    , m_folder(folder)
{
}

QString HubFolder::pathOf(const QString &name) const
{
    return m_folder.isEmpty() ? name : QString(m_folder + QLatin1Char('/') + name);
}

QString HubFolder::place(const QString &name) const
{
    return name.isEmpty() && m_folder.isEmpty()
               ? m_snapshot.repository
               : QString(m_snapshot.repository + QLatin1Char('/') + (name.isEmpty() ? m_folder : pathOf(name)));
}

QStringList HubFolder::names() const
{
    QStringList found;
    const QString beginning = pathOf({});
    for (const HubFile &file : m_snapshot.files) {
        const QString name = file.name.mid(beginning.size());
        if (file.name.startsWith(beginning) && !name.contains(QLatin1Char('/')))
            found.append(name);
    }
    return found;
}

bool HubFolder::has(const QString &name) const
{
    return m_snapshot.find(pathOf(name)) != nullptr;
}

Result<std::unique_ptr<ByteSource>> HubFolder::open(const QString &name)
{
    const HubFile *file = m_snapshot.find(pathOf(name));
    if (!file)
        return Error{QStringLiteral("no-such-file"), place(name),
                     tr("%1: There is no such file in the repository; what names it may be of another revision.")
                         .arg(place(name)),
                     ErrorKind::File};
    return std::unique_ptr<ByteSource>(
        std::make_unique<StoredBeginning>(m_cache.beginning(m_snapshot, *file), file->size, m_wants[file->name]));
}

std::vector<HubWant> HubFolder::wants() const
{
    std::vector<HubWant> found;
    for (const auto &[file, bytes] : m_wants) {
        if (bytes > 0)
            found.push_back({file, bytes});
    }
    return found;
}

} // namespace plimsoll
