// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufmodel.h"

#include "core/memory/parameters.h"
#include "core/sources/gguf/ggufshape.h"
#include "core/sources/tensorindex.h"

namespace plimsoll {
namespace {

struct GgufTexts {
    Q_DECLARE_TR_FUNCTIONS(GgufTexts)
};

Error failure(const char *code, const QString &field, const QString &place, const QString &what)
{
    return {QString::fromLatin1(code), field, GgufTexts::tr("%1: %2").arg(place, what), ErrorKind::File};
}

std::optional<Error> checkParts(const std::vector<GgufFile> &parts, const QString &place)
{
    const qint64 count = parts.front().metadata.integer("split.count").value_or(1);
    if (qint64(parts.size()) != std::max<qint64>(count, 1))
        return failure("missing-part", QStringLiteral("split.count"), place,
                       GgufTexts::tr("the model has %1 parts, but %2 were given. Get the others as well.")
                           .arg(count)
                           .arg(parts.size()));
    for (size_t i = 0; i < parts.size() && parts.size() > 1; ++i) {
        if (parts[i].metadata.integer("split.no").value_or(-1) != qint64(i)
            || parts[i].metadata.integer("split.count") != count)
            return failure(
                "wrong-part", QStringLiteral("split.no"), place,
                GgufTexts::tr("part %1 of %2 says that it is another part. Files of two models may be mixed.")
                    .arg(i + 1)
                    .arg(parts.size()));
    }
    return std::nullopt;
}

std::optional<Error> joinTensors(std::vector<GgufFile> &parts, const QString &place, ModelSource &source)
{
    const std::optional<qint64> announced = parts.front().metadata.integer("split.tensors.count");
    source.tensors = std::move(parts.front().tensors);
    for (size_t i = 1; i < parts.size(); ++i) {
        parts[i].tensors.setFile(quint16(i));
        if (!source.tensors.append(parts[i].tensors))
            return failure("too-large", {}, place, GgufTexts::tr("it lists more tensors than can be counted."));
        parts[i].tensors = {};
    }
    if (parts.size() == 1)
        return std::nullopt;
    if (const auto twice = TensorIndex(source.tensors).duplicate())
        return failure("duplicate-key", QString::fromUtf8(source.tensors.at(*twice).name), place,
                       GgufTexts::tr("two of the parts have a tensor of this name."));
    if (announced && *announced != source.tensors.size())
        return failure(
            "missing-tensors", QStringLiteral("split.tensors.count"), place,
            GgufTexts::tr("%1 tensors are announced, the parts have %2.").arg(*announced).arg(source.tensors.size()));
    return std::nullopt;
}

/// Towers and adapters have no layers of their own to plan with: their size is all that counts.
void describeProjector(ModelSource &source)
{
    ModelArchitecture &model = source.architecture;
    qint64 audio = 0;
    for (qsizetype i = 0; i < source.tensors.size(); ++i) {
        const StoredTensor tensor = source.tensors.at(i);
        if (tensor.name.startsWith("a.") || tensor.name.startsWith("mm.a."))
            audio += tensor.elements;
    }
    VisionTower tower;
    tower.statedParameters = source.tensors.parameters() - audio;
    if (tower.statedParameters > 0)
        model.vision = tower;
    model.audioParameters = audio;
}

void describe(const GgufMetadata &metadata, const QStringList &files, const QString &place, ModelSource &source)
{
    ModelArchitecture &model = source.architecture;
    model.id = files.value(0);
    model.displayName = QString::fromUtf8(metadata.text("general.name"));
    if (model.displayName.isEmpty())
        model.displayName = model.id;
    model.architecture = model.family = QString::fromUtf8(metadata.text("general.architecture"));
    model.torchDtype = ggufFileTypeName(metadata.integer("general.file_type").value_or(-1));
    model.source = place;
}

SourceKind kindOf(const GgufMetadata &metadata)
{
    const QByteArray type = metadata.text("general.type");
    const QByteArray architecture = metadata.text("general.architecture");
    if (type == "mmproj" || architecture == "clip")
        return SourceKind::Projector;
    if (type == "adapter")
        return SourceKind::Adapter;
    const GgufArchitecture *known = ggufArchitecture(architecture);
    const qint64 pooling = metadata.integer(architecture + ".pooling_type").value_or(0);
    return (known && known->encoder) || pooling > 0 ? SourceKind::Encoder : SourceKind::LanguageModel;
}

} // namespace

Result<ModelSource> ggufModel(std::vector<GgufFile> parts, const QStringList &files, const QString &place)
{
    if (parts.empty() || parts.size() > 65535)
        return failure("missing-part", {}, place, GgufTexts::tr("there is no file to read."));
    if (const auto error = checkParts(parts, place))
        return *error;
    ModelSource source;
    source.files = files;
    if (const auto error = joinTensors(parts, place, source))
        return *error;
    const GgufMetadata &metadata = parts.front().metadata;
    if (metadata.text("general.architecture").isEmpty())
        return failure("missing-key", QStringLiteral("general.architecture"), place,
                       GgufTexts::tr("general.architecture is missing, so it is not known what the tensors are. Name "
                                     "the first part of a model that is split, or convert the model again."));
    if (source.tensors.isEmpty())
        return failure("no-tensors", {}, place,
                       GgufTexts::tr("the file has no tensors: it holds a vocabulary or metadata only. Name the file "
                                     "with the weights."));
    if (source.tensors.storedNumbers() > kMostWeights)
        return failure("too-large", {}, place, GgufTexts::tr("its tensors have more weights than any model."));
    describe(metadata, files, place, source);
    source.kind = kindOf(metadata);
    if (source.kind == SourceKind::Projector) {
        describeProjector(source);
        return source;
    }
    if (source.kind == SourceKind::Adapter) {
        source.architecture.extraParameters = source.tensors.parameters();
        return source;
    }
    if (const auto error = GgufShape(metadata, source, place).read())
        return *error;
    ModelArchitecture &model = source.architecture;
    if (const GgufArchitecture *known = ggufArchitecture(metadata.text("general.architecture"));
        known && known->encoder)
        model.dropCausality();
    model.publishedParameters = source.tensors.parameters() - model.checkpointBuffers;
    model.publishedIncludes = model.mtpLayers > 0 ? QStringLiteral("text+mtp") : QStringLiteral("text");
    return source;
}

} // namespace plimsoll
