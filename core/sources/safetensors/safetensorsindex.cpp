// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/safetensorsindex.h"

#include "core/sources/jsonpull.h"
#include "core/sources/tensorindex.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace plimsoll {
namespace {

using Token = JsonPull::Token;

struct IndexTexts {
    Q_DECLARE_TR_FUNCTIONS(SafetensorsIndex)
};

constexpr size_t kMostShards = 65535;

quint64 hashOf(QByteArrayView name)
{
    return qHash(name, QHashSeed::globalSeed());
}

/// Calls `entry` for every tensor and the file it is in.
std::optional<Error> walk(QByteArrayView text, const QString &place,
                          const std::function<void(JsonPull &, QByteArrayView, QByteArrayView)> &entry)
{
    JsonPull json(text, place);
    bool hasMap = false;
    json.expect(Token::BeginObject, IndexTexts::tr("expected the \"{\" of an index."));
    QByteArray name;
    while (json.ok() && json.next() == Token::Key) {
        if (json.text() != QByteArrayView("weight_map")) {
            json.skipValue();
            continue;
        }
        if (hasMap)
            json.fail(QStringLiteral("duplicate-key"), QStringLiteral("weight_map"),
                      IndexTexts::tr("the key is there twice."));
        hasMap = json.expect(Token::BeginObject, IndexTexts::tr("expected an object of names of tensors and files."));
        while (json.ok() && json.next() == Token::Key) {
            name.resize(0); // keeps its memory
            name.append(json.text());
            if (json.expect(Token::String, IndexTexts::tr("expected the name of a file.")))
                entry(json, name, json.text());
        }
    }
    json.expectEnd();
    if (json.ok() && !hasMap)
        json.fail(QStringLiteral("missing-key"), QStringLiteral("weight_map"),
                  IndexTexts::tr("the key is missing. This may be no index of safetensors files."));
    if (!json.ok())
        return json.error();
    return std::nullopt;
}

bool staysInFolder(QByteArrayView file)
{
    return !file.isEmpty() && file != QByteArrayView(".") && file != QByteArrayView("..") && !file.contains('/')
           && !file.contains('\\') && !file.contains('\0');
}

} // namespace

Result<SafetensorsIndex> readSafetensorsIndex(QByteArrayView text, const QString &place)
{
    SafetensorsIndex index;
    QHash<QByteArray, size_t> known;
    size_t current = 0;
    const auto error = walk(text, place, [&](JsonPull &json, QByteArrayView name, QByteArrayView file) {
        if (index.shards.empty() || file != index.shards[current].name) {
            const QByteArray key = file.toByteArray();
            const auto found = known.constFind(key);
            if (found != known.constEnd()) {
                current = *found;
            } else if (!staysInFolder(file) || index.shards.size() == kMostShards) {
                json.fail(QStringLiteral("bad-value"), QString::fromUtf8(name.toByteArray().left(200)),
                          IndexTexts::tr("\"%1\" is no name of a file beside the index.")
                              .arg(QString::fromUtf8(key.left(200))));
                return;
            } else {
                current = index.shards.size();
                known.insert(key, current);
                index.shards.push_back({key, 0, 0});
            }
        }
        ++index.shards[current].tensors;
        index.shards[current].fingerprint += hashOf(name);
    });
    if (error)
        return *error;
    std::sort(index.shards.begin(), index.shards.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return index;
}

std::optional<Error> compareWithIndex(const SafetensorsIndex &index, QByteArrayView text, const QString &place,
                                      const StoredTensors &tensors, QStringList &warnings)
{
    std::vector<SafetensorsIndex::Shard> found(index.shards.size());
    for (qsizetype i = 0; i < tensors.size(); ++i) {
        SafetensorsIndex::Shard &shard = found[tensors.at(i).file];
        ++shard.tensors;
        shard.fingerprint += hashOf(tensors.name(i));
    }
    const bool same = std::equal(found.begin(), found.end(), index.shards.begin(), [](const auto &a, const auto &b) {
        return a.tensors == b.tensors && a.fingerprint == b.fingerprint;
    });
    if (same)
        return std::nullopt;
    const TensorIndex byName(tensors);
    quint64 promised = 0;
    const auto missing = walk(text, place, [&](JsonPull &json, QByteArrayView name, QByteArrayView file) {
        const std::optional<qsizetype> at = byName.find(name);
        ++promised;
        if (!at || index.shards[tensors.at(*at).file].name != file)
            json.fail(
                QStringLiteral("missing-tensor"), QString::fromUtf8(name.toByteArray().left(200)),
                IndexTexts::tr("%1 does not have this tensor, which the index promises. Files of two versions may "
                               "be mixed: fetch them again.")
                    .arg(QString::fromUtf8(file.toByteArray().left(200))));
    });
    if (missing)
        return missing;
    warnings.append(IndexTexts::tr("The files have %1 tensors, their index lists %2; all are counted.")
                        .arg(tensors.size())
                        .arg(promised));
    return std::nullopt;
}

} // namespace plimsoll
