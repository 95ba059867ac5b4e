// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preferences/ownrecords.h"

#include "core/catalog/catalog.h"
#include "core/catalog/catalogdocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OwnRecords)
};

const QLatin1String kGpus("gpus"), kId("id");

Error fileError(const QString &text)
{
    return {QStringLiteral("cannot-write"), {}, text, ErrorKind::File};
}

} // namespace

std::optional<Error> addGpuTo(const QString &path, const QJsonObject &record)
{
    const QString shown = QDir::toNativeSeparators(path);
    QJsonObject document{{QStringLiteral("schema"), QStringLiteral("plimsoll.catalog/1")}};
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return fileError(Text::tr("%1 could not be opened: %2.").arg(shown, file.errorString()));
        const QByteArray text = file.size() > kMaxCatalogBytes ? QByteArray() : file.readAll();
        file.close();
        const QJsonDocument read = QJsonDocument::fromJson(text);
        // What is no catalog is not overwritten.
        Catalog trial = Catalog::builtIn();
        if (!read.isObject() || !trial.merge(text, shown))
            return fileError(Text::tr("%1 is no catalog, so the GPU was not added to it.").arg(shown));
        document = read.object();
    }
    QJsonArray gpus = document.value(kGpus).toArray();
    for (qsizetype i = gpus.size() - 1; i >= 0; --i) {
        if (gpus[i].toObject().value(kId) == record.value(kId))
            gpus.removeAt(i);
    }
    gpus.append(record);
    document.insert(kGpus, gpus);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile out(path);
    const QByteArray text = QJsonDocument(document).toJson(QJsonDocument::Indented);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return fileError(Text::tr("%1 could not be written: %2.").arg(shown, out.errorString()));
    return {};
}

OwnRecords::OwnRecords(QObject *parent)
    : QObject(parent)
    , m_answer(this, [this](const std::optional<Error> &error) {
        if (error)
            Q_EMIT failed(*error);
    })
{
}

void OwnRecords::addGpu(const QString &path, const QJsonObject &record)
{
    m_answer.ask(
        [path = path.isEmpty() ? Catalog::userFile() : path, record](const auto &) { return addGpuTo(path, record); });
}

} // namespace plimsoll
