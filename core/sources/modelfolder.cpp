// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/modelfolder.h"

#include "core/sources/config/configreading.h"
#include "core/sources/gguf/gguffile.h"
#include "core/sources/gguf/ggufsource.h"
#include "core/sources/gguf/ggufsplit.h"
#include "core/sources/safetensors/safetensorssource.h"

#include <QDir>
#include <QFileInfo>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ModelFile)
};

const QLatin1String kConfig("config.json");
const QLatin1String kQuantConfig("hf_quant_config.json");

Error failure(const char *code, const QString &place, const QString &what)
{
    return {QLatin1String(code), {}, Text::tr("%1: %2").arg(QDir::toNativeSeparators(place), what), ErrorKind::File};
}

/// ModelOpt writes what it quantised beside the config and not into it. Empty where it cannot be read.
Result<QByteArray> quantConfigOf(SourceFolder &folder)
{
    if (!folder.has(kQuantConfig))
        return QByteArray();
    Result<QByteArray> bytes = readWhole(folder, kQuantConfig, kLongestConfig);
    return bytes.ok() || wantsMore(bytes.error()) ? bytes : QByteArray();
}

Result<ModelSource> openConfig(SourceFolder &folder, const QString &name)
{
    const Result<QByteArray> quantConfig = quantConfigOf(folder);
    const Result<QByteArray> json = readWhole(folder, name, kLongestConfig);
    if (!json)
        return json.error();
    if (!quantConfig)
        return quantConfig.error();
    Result<ModelSource> source = modelOfConfig(*json, QDir::toNativeSeparators(folder.place(name)), *quantConfig);
    if (source)
        source->files = {name};
    return source;
}

Result<ModelSource> openWeights(SourceFolder &folder, const QString &name)
{
    const Result<QByteArray> quantConfig = quantConfigOf(folder);
    return openSafetensors(folder, name, [&](const QByteArray &json, const QString &place) -> Result<ModelSource> {
        return quantConfig ? modelOfConfig(json, place, *quantConfig) : quantConfig.error();
    });
}

Result<ModelSource> openWhatIsThere(SourceFolder &folder)
{
    if (!folder.namesEnding(QStringLiteral(".safetensors")).isEmpty()
        || !folder.namesEnding(QStringLiteral(".safetensors.index.json")).isEmpty())
        return openWeights(folder, {});
    const QStringList gguf = ggufModels(folder.namesEnding(QStringLiteral(".gguf")));
    if (gguf.size() == 1)
        return openGguf(folder, gguf.constFirst());
    if (gguf.size() > 1) {
        return failure(
            "several-models", folder.place({}),
            Text::tr("several GGUF models are in this folder; name one of them, such as %1.").arg(gguf.constFirst()));
    }
    if (folder.has(kConfig))
        return openConfig(folder, kConfig);
    return failure("no-model", folder.place({}),
                   Text::tr("no model is in this folder: expected config.json, safetensors or GGUF files."));
}

bool startsAsGguf(SourceFolder &folder, const QString &name)
{
    const Result<std::unique_ptr<ByteSource>> file = folder.open(name);
    char magic[4] = {};
    return file.ok() && (*file)->size() >= 4 && (*file)->read(0, magic, 4) == 4 && isGguf(QByteArrayView(magic, 4));
}

} // namespace

bool hasWeightsEnding(const QString &fileName)
{
    const auto ends = [&](const char *ending) { return fileName.endsWith(QLatin1String(ending), Qt::CaseInsensitive); };
    return ends(".gguf") || ends(".safetensors") || ends(".safetensors.index.json");
}

bool looksLikeModel(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() || hasWeightsEnding(path)
           || info.fileName().compare(QLatin1String("config.json"), Qt::CaseInsensitive) == 0;
}

Result<ModelSource> openModelIn(SourceFolder &folder, const QString &name)
{
    if (name.isEmpty())
        return openWhatIsThere(folder);
    const auto ends = [&](const char *ending) { return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive); };
    if (ends(".safetensors") || ends(".safetensors.index.json"))
        return openWeights(folder, name);
    if (ends(".json"))
        return openConfig(folder, name);
    if (ends(".gguf") || startsAsGguf(folder, name)) // Ollama's blobs have no ending
        return openGguf(folder, name);
    return failure(
        "no-model", folder.place(name),
        Text::tr("not a model file: expected config.json, .safetensors, .safetensors.index.json, .gguf, or a "
                 "folder with one of these."));
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

} // namespace plimsoll
