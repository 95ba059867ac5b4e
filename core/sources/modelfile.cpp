// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/modelfile.h"

#include "core/catalog/catalog.h"
#include "core/sources/bytesource.h"
#include "core/sources/config/configreading.h"
#include "core/sources/gguf/ggufsource.h"
#include "core/sources/gguf/ggufsplit.h"
#include "core/sources/local/localmodels.h"
#include "core/sources/safetensors/safetensorssource.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ModelFile)
};

/// Configs have some tens of KiB; whatever is larger is none.
constexpr quint64 kLargestConfig = 64 << 20;

const QLatin1String kConfig("config.json");
const QLatin1String kQuantConfig("hf_quant_config.json");

Error failure(const char *code, const QString &place, const QString &what)
{
    return {QLatin1String(code), {}, Text::tr("%1: %2").arg(place, what), ErrorKind::File};
}

/// ModelOpt writes what it quantised beside the config and not into it.
QByteArray quantConfigBeside(const QString &config)
{
    const QString path = QFileInfo(config).dir().filePath(kQuantConfig);
    if (!QFileInfo::exists(path))
        return {};
    const Result<QByteArray> bytes = wholeFile(path, kLargestConfig);
    return bytes ? *bytes : QByteArray();
}

Result<ModelSource> openConfig(const QString &path)
{
    const Result<QByteArray> json = wholeFile(path, kLargestConfig);
    if (!json)
        return json.error();
    Result<ModelSource> source = modelOfConfig(*json, QDir::toNativeSeparators(path), quantConfigBeside(path));
    if (source)
        source->files = {QFileInfo(path).fileName()};
    return source;
}

Result<ModelSource> openWeights(const QString &path)
{
    const QByteArray quantConfig = quantConfigBeside(QFileInfo(path).isDir() ? QDir(path).filePath(kConfig) : path);
    return openSafetensors(path, [quantConfig](const QByteArray &json, const QString &place) {
        return modelOfConfig(json, place, quantConfig);
    });
}

Result<ModelSource> openFolder(const QString &path)
{
    const QDir folder(path);
    const QString place = QDir::toNativeSeparators(path);
    if (!folder.entryList({QStringLiteral("*.safetensors"), QStringLiteral("*.safetensors.index.json")}, QDir::Files)
             .isEmpty())
        return openWeights(path);
    const QStringList gguf = ggufModels(folder);
    if (gguf.size() == 1)
        return openGguf(folder.filePath(gguf.constFirst()));
    if (gguf.size() > 1) {
        return failure(
            "several-models", place,
            Text::tr("several GGUF models are in this folder; name one of them, such as %1.").arg(gguf.constFirst()));
    }
    if (folder.exists(kConfig))
        return openConfig(folder.filePath(kConfig));
    return failure("no-model", place,
                   Text::tr("no model is in this folder: expected config.json, safetensors or GGUF files."));
}

bool startsAsGguf(const QString &path)
{
    LocalFile file(path);
    char magic[4] = {};
    return !file.open() && file.size() >= 4 && file.read(0, magic, 4) == 4 && QByteArrayView(magic, 4) == "GGUF";
}

} // namespace

bool namesModelFile(const QString &name)
{
    if (name.isEmpty())
        return false;
    if (hasWeightsEnding(name) || name.endsWith(kConfig, Qt::CaseInsensitive))
        return true;
    for (const char *beginning : {"/", "./", "../", "~"}) {
        if (name.startsWith(QLatin1String(beginning)))
            return true;
    }
    return QFileInfo::exists(name);
}

bool hasWeightsEnding(const QString &fileName)
{
    const auto ends = [&](const char *ending) { return fileName.endsWith(QLatin1String(ending), Qt::CaseInsensitive); };
    return ends(".gguf") || ends(".safetensors") || ends(".safetensors.index.json");
}

Result<ModelSource> findModel(const QString &name, const Catalog &catalog, const QString &field)
{
    Result<ModelArchitecture> model = catalog.model(name, field);
    if (model) {
        ModelSource source;
        source.architecture = std::move(model).value();
        return source;
    }
    return namesModelFile(name) ? openModelFile(name) : model.error();
}

Result<ModelSource> openModelFile(const QString &path)
{
    const QFileInfo info(path);
    const QString place = QDir::toNativeSeparators(path);
    if (!info.exists())
        return failure("no-file", place, Text::tr("there is no such file or folder; check the name."));
    Result<ModelSource> source = [&]() -> Result<ModelSource> {
        if (info.isDir())
            return openFolder(path);
        const QString name = info.fileName().toLower();
        if (name.endsWith(QLatin1String(".safetensors")) || name.endsWith(QLatin1String(".safetensors.index.json")))
            return openWeights(path);
        if (name.endsWith(QLatin1String(".json")))
            return openConfig(path);
        if (name.endsWith(QLatin1String(".gguf")) || startsAsGguf(path)) // Ollama's blobs have no ending
            return openGguf(path);
        return failure("no-model", place,
                       Text::tr("not a model file: expected config.json, .safetensors, .safetensors.index.json, .gguf, "
                                "or a folder with one of these."));
    }();
    if (source) {
        ModelArchitecture &model = source->architecture;
        model.id = path;
        if (model.displayName.isEmpty())
            model.displayName = hubNameOf(path);
        if (model.displayName.isEmpty())
            model.displayName = info.fileName() == kConfig ? info.absoluteDir().dirName() : info.fileName();
        if (model.source.isEmpty())
            model.source = place;
    }
    return source;
}

Result<ModelSource> modelOfConfig(const QByteArray &json, const QString &where, const QByteArray &quantConfig)
{
    Result<ConfigReading> reading = readConfigJson(json, where, quantConfig);
    if (!reading)
        return reading.error();
    ModelSource source;
    source.kind = reading->cachesKeys ? SourceKind::LanguageModel : SourceKind::Encoder;
    source.architecture = std::move(reading->architecture);
    source.warnings = reading->warnings;
    source.isKnown = reading->isKnown;
    return source;
}

QString whyNotServed(const ModelSource &source)
{
    switch (source.kind) {
    case SourceKind::LanguageModel:
    case SourceKind::Encoder:
        return {};
    case SourceKind::Projector:
        return Text::tr("the file holds only the projector of a multimodal model; name the model that it goes with.");
    case SourceKind::Adapter:
        return Text::tr("the file holds an adapter (LoRA); name the model that it goes with.");
    case SourceKind::Weights:
        break;
    }
    return Text::tr("the file says nothing of the model's layers; put its config.json beside it.");
}

} // namespace plimsoll
