// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogdocument.h"

#include "core/catalog/formatrecord.h"
#include "core/catalog/gpurecord.h"
#include "core/catalog/modelrecord.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace plimsoll {
namespace {

using L1 = QLatin1String;

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(CatalogDocument)
};

Error badCatalog(const QString &field, const QString &text)
{
    return Error{QStringLiteral("bad-catalog"), field, text, ErrorKind::File};
}

/// The whole file as an object of the known schema.
Result<QJsonObject> readRoot(const QByteArray &json, const QString &place)
{
    if (json.size() > kMaxCatalogBytes)
        return badCatalog({},
                          Strings::tr("%1 is larger than %2 MiB. A catalog that size is not read; split off what is "
                                      "not a model or a GPU.")
                              .arg(place)
                              .arg(kMaxCatalogBytes / (1024 * 1024)));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = 1 + QByteArrayView(json).first(std::min<qsizetype>(problem.offset, json.size())).count('\n');
        return badCatalog({},
                          Strings::tr("%1, line %2: not JSON: %3.").arg(place).arg(line).arg(problem.errorString()));
    }
    if (!document.isObject())
        return badCatalog({},
                          Strings::tr("%1: expected an object with \"schema\": \"plimsoll.catalog/1\".").arg(place));
    const QJsonObject root = document.object();
    const QString schema = root.value(L1("schema")).toString();
    if (schema != L1("plimsoll.catalog/1"))
        return badCatalog(QStringLiteral("schema"),
                          Strings::tr("%1, field schema: expected \"plimsoll.catalog/1\", found \"%2\".")
                              .arg(place, schema.left(60)));
    static const QStringList known = {QStringLiteral("schema"), QStringLiteral("comment"), QStringLiteral("models"),
                                      QStringLiteral("gpus"), QStringLiteral("formats")};
    for (auto it = root.constBegin(); it != root.constEnd(); ++it) {
        if (!known.contains(it.key()))
            return badCatalog(it.key(), Strings::tr("%1: \"%2\" is not a list of a catalog; expected models, gpus or "
                                                    "formats.")
                                            .arg(place, it.key().left(60)));
    }
    return root;
}

template <typename T>
Result<std::vector<CatalogRecord<T>>> readList(const QJsonObject &root, const QString &key, const QString &place,
                                               Result<T> (*reader)(const QJsonObject &, const QString &))
{
    std::vector<CatalogRecord<T>> records;
    const QJsonValue list = root.value(key);
    if (list.isUndefined())
        return records;
    if (!list.isArray())
        return badCatalog(key, Strings::tr("%1, field %2: expected a list of records.").arg(place, key));
    const QJsonArray array = list.toArray();
    records.reserve(size_t(array.size()));
    QSet<QString> ids;
    for (int i = 0; i < array.size(); ++i) {
        const QString where = QStringLiteral("%1, %2[%3]").arg(place, key).arg(i);
        if (!array.at(i).isObject())
            return badCatalog(key, Strings::tr("%1: expected a record (an object).").arg(where));
        const QJsonObject json = array.at(i).toObject();
        Result<T> value = reader(json, where);
        if (!value)
            return value.error();
        // Ids are looked up without regard to case, so they must differ in more than that.
        if (ids.contains(value->id.toLower()))
            return badCatalog(
                value->id + QStringLiteral(".id"),
                Strings::tr("%1, record \"%2\", field id: another record has this id already.").arg(where, value->id));
        ids.insert(value->id.toLower());
        records.push_back({json, std::move(value).value()});
    }
    return records;
}

} // namespace

Result<CatalogDocument> readCatalogDocument(const QByteArray &json, const QString &place)
{
    const Result<QJsonObject> root = readRoot(json, place);
    if (!root)
        return root.error();
    auto models = readList<ModelArchitecture>(*root, QStringLiteral("models"), place, modelFromRecord);
    if (!models)
        return models.error();
    auto gpus = readList<Gpu>(*root, QStringLiteral("gpus"), place, gpuFromRecord);
    if (!gpus)
        return gpus.error();
    auto formats = readList<Format>(*root, QStringLiteral("formats"), place, formatFromRecord);
    if (!formats)
        return formats.error();
    return CatalogDocument{std::move(models).value(), std::move(gpus).value(), std::move(formats).value()};
}

} // namespace plimsoll
