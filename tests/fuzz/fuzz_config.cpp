// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/weights.h"
#include "core/sources/config/configreading.h"
#include "tests/fuzz/checks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <random>

using namespace plimsoll;

// Absent where the corpus is only replayed; nothing calls the mutator there.
extern "C" [[gnu::weak]] size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);

namespace {

QJsonValue strangeValue(std::minstd_rand &random)
{
    switch (random() % 12) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return random() % 2 == 0;
    case 2:
        return double(random() % 300) - 20;
    case 3:
        return double(1LL << (random() % 63));
    case 4:
        return 1.5;
    case 5:
        return QStringLiteral("auto");
    case 6:
        return QStringLiteral("MEM*-");
    case 7:
        return QJsonArray();
    case 8:
        return QJsonObject();
    case 9:
        return QJsonArray{1, 0, 1, 128};
    case 10:
        return QJsonArray{QStringLiteral("full_attention"), QStringLiteral("mamba"),
                          QStringLiteral("linear_attention")};
    default:
        return QJsonArray{2, 2, 2};
    }
}

/// Changes one value at any depth: another one of the object's, or a strange one.
QJsonObject changed(QJsonObject object, std::minstd_rand &random)
{
    const QStringList keys = object.keys();
    if (keys.isEmpty())
        return object;
    const QString key = keys.at(random() % size_t(keys.size()));
    if (object.value(key).isObject() && random() % 4 != 0)
        object.insert(key, changed(object.value(key).toObject(), random));
    else if (random() % 8 == 0)
        object.remove(key);
    else if (random() % 4 == 0)
        object.insert(key, object.value(keys.at(random() % size_t(keys.size()))));
    else
        object.insert(key, strangeValue(random));
    return object;
}

} // namespace

/// Half the time a change that leaves JSON what it is, which random bytes rarely do.
extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t maxSize, unsigned int seed)
{
    std::minstd_rand random(seed);
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QJsonDocument document = QJsonDocument::fromJson(input);
    if (document.isObject() && random() % 2 == 0) {
        const QByteArray output = QJsonDocument(changed(document.object(), random)).toJson(QJsonDocument::Compact);
        if (size_t(output.size()) <= maxSize) {
            std::copy(output.begin(), output.end(), data);
            return size_t(output.size());
        }
    }
    return LLVMFuzzerMutate(data, size, maxSize);
}

/// Any bytes as config.json; what stands after a line of its own, "---", is read as hf_quant_config.json. A reading
/// must be small enough to size, and an error must say something.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype cut = input.indexOf("\n---\n");
    const QByteArray separate = cut < 0 ? QByteArray() : input.mid(cut + 5);
    const Result<ConfigReading> reading =
        readConfigJson(cut < 0 ? input : input.left(cut), QStringLiteral("config.json"), separate);
    if (!reading.ok()) {
        fuzz::checkError(reading.error());
        return 0;
    }
    const ModelArchitecture &model = reading->architecture;
    const ParameterCounts counts = countParameters(model);
    constexpr qint64 most = 1'000'000'000'000'000;
    fuzz::require(model.layers() >= 1 && model.layers() <= 1024, "layers that no file accounts for");
    fuzz::require(counts.text > 0 && counts.total() <= most && counts.active >= 0, "a count that no model has");
    constexpr KvFormats half{{2, 1}, {2, 1}};
    fuzz::require(kvCacheBytes(model, half, 131'072, 1).count() >= 0, "a negative KV cache");
    fuzz::require(recurrentStateBytes(model, {2, 1}, {4, 1}).count() >= 0, "a negative state");
    fuzz::require(!model.storedFormat || weightBytes(model, *model.storedFormat).count() > 0, "weights without a size");
    return 0;
}
