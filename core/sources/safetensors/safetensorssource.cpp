// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/safetensorssource.h"

#include "core/sources/safetensors/packedweights.h"
#include "core/sources/safetensors/safetensorsfolder.h"
#include "core/sources/safetensors/shapeguess.h"
#include "core/sources/tensorindex.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plimsoll {
namespace {

struct SafetensorsTexts {
    Q_DECLARE_TR_FUNCTIONS(SafetensorsTexts)
};

Error failure(const char *code, const QString &field, const QString &place, const QString &what)
{
    return {QString::fromLatin1(code), field, SafetensorsTexts::tr("%1: %2").arg(place, what), ErrorKind::File};
}

QString shown(QByteArrayView name)
{
    return QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 200)));
}

std::optional<Error> checkTensors(const StoredTensors &tensors, const TensorIndex &index, const QStringList &files,
                                  const QString &place)
{
    if (tensors.isEmpty())
        return failure("no-tensors", {}, place, SafetensorsTexts::tr("there are no tensors in it."));
    if (const auto twice = index.duplicate())
        return failure("duplicate-key", shown(tensors.at(*twice).name), place,
                       SafetensorsTexts::tr("two tensors are named %1.").arg(shown(tensors.at(*twice).name)));
    if (const auto overlap = tensors.firstOverlap()) {
        const StoredTensor tensor = tensors.at(*overlap);
        return failure("overlap", shown(tensor.name), place,
                       SafetensorsTexts::tr("in %1, the data of %2 overlaps that of another tensor.")
                           .arg(files.value(tensor.file), shown(tensor.name)));
    }
    return std::nullopt;
}

bool isAdapter(const StoredTensors &tensors)
{
    return tensors.at(0).name.contains(QByteArrayView("lora_"));
}

} // namespace

Result<ModelSource> safetensorsModel(StoredTensors tensors, const QStringList &files, const QString &place,
                                     const std::optional<ModelSource> &config)
{
    ModelSource source;
    source.tensors = std::move(tensors);
    const TensorIndex index(source.tensors);
    if (const auto error = checkTensors(source.tensors, index, files, place))
        return *error;
    source.files = files;
    unpackWeights(source.tensors, index, hiddenSizeOf(source.tensors), source.warnings);
    if (source.tensors.storedNumbers() > kMostWeights)
        return failure("too-large", {}, place, SafetensorsTexts::tr("its tensors have more weights than any model."));
    ModelArchitecture &model = source.architecture;
    if (config) {
        model = config->architecture;
        source.kind = config->kind;
        source.warnings = config->warnings + source.warnings;
        return source;
    }
    if (isAdapter(source.tensors) || !guessShape(source)) {
        model = {};
        model.extraParameters = source.tensors.parameters();
        source.kind = isAdapter(source.tensors) ? SourceKind::Adapter : SourceKind::Weights;
        if (source.kind == SourceKind::Weights)
            source.warnings.append(
                SafetensorsTexts::tr("The names of the tensors are those of no language model that is "
                                     "known, and there is no config.json beside them: only the size of "
                                     "the weights is known."));
    }
    model.id = model.displayName = files.value(0);
    model.source = place;
    model.publishedParameters = source.tensors.parameters();
    return source;
}

Result<ModelSource> openSafetensors(SourceFolder &folder, const QString &name, const ConfigReader &readConfig)
{
    std::optional<ModelSource> config;
    std::optional<Error> missing;
    if (const QString configName = QStringLiteral("config.json"); readConfig && folder.has(configName)) {
        const Result<QByteArray> json = readWhole(folder, configName, kLongestConfig);
        Result<ModelSource> read = json.ok() ? readConfig(*json, folder.place(configName)) : json.error();
        if (read.ok())
            config = std::move(read).value();
        else if (missing = read.error(); !wantsMore(*missing))
            return *missing;
    }
    SafetensorsFolder weights(folder, name);
    if (auto error = weights.read())
        return *error;
    if (missing)
        return *missing;
    Result<ModelSource> source = safetensorsModel(weights.takeTensors(), weights.files(), folder.place(name), config);
    if (source.ok())
        source->warnings = weights.warnings() + source->warnings;
    return source;
}

Result<ModelSource> openSafetensors(const QString &path, const ConfigReader &readConfig)
{
    const QFileInfo info(path);
    LocalFolder folder(info.isDir() ? path : info.path());
    return openSafetensors(folder, info.isDir() ? QString() : info.fileName(), readConfig);
}

} // namespace plimsoll
