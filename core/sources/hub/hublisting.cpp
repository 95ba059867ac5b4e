// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hublisting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HubListing)
};

Error wrong(const QString &repository, const QString &what)
{
    return {QStringLiteral("hub-wrong-answer"),
            {},
            Text::tr("The Hugging Face Hub's answer about %1 cannot be used: %2. Try again, or check HF_ENDPOINT.")
                .arg(repository, what),
            ErrorKind::File};
}

} // namespace

Result<HubSnapshot> readHubListing(const QByteArray &bytes, const QString &repository)
{
    QJsonParseError problem;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError || json.isEmpty())
        return wrong(repository, Text::tr("it is no JSON object"));
    HubSnapshot snapshot{json[QLatin1String("id")].toString(repository), json[QLatin1String("sha")].toString(), {}};
    if (!isHubRepository(snapshot.repository))
        return wrong(repository, Text::tr("its \"id\" is no name of a model"));
    if (!isHubCommit(snapshot.commit))
        return wrong(repository, Text::tr("its \"sha\" is no commit"));
    if (!json[QLatin1String("siblings")].isArray())
        return wrong(repository, Text::tr("it has no \"siblings\", the list of files"));
    for (const QJsonValue sibling : json[QLatin1String("siblings")].toArray()) {
        HubFile file;
        file.name = sibling[QLatin1String("rfilename")].toString();
        if (!saysOfModel(file.name))
            continue;
        const qint64 size = sibling[QLatin1String("size")].toInteger(-1);
        if (size < 0)
            return wrong(repository, Text::tr("the size of %1 is missing").arg(file.name.left(200)));
        if (!isHubPath(file.name))
            return wrong(repository, Text::tr("a file in it has a name that leads elsewhere"));
        file.size = quint64(size);
        snapshot.files.push_back(std::move(file));
    }
    std::sort(snapshot.files.begin(), snapshot.files.end(),
              [](const HubFile &a, const HubFile &b) { return a.name < b.name; });
    const bool twice = std::adjacent_find(snapshot.files.begin(), snapshot.files.end(),
                                          [](const HubFile &a, const HubFile &b) { return a.name == b.name; })
                       != snapshot.files.end();
    if (twice)
        return wrong(repository, Text::tr("it lists a file twice"));
    return snapshot;
}

} // namespace plimsoll
