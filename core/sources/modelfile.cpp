// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/modelfile.h"

#include "core/catalog/catalog.h"
#include "core/sources/hub/hubmodel.h"
#include "core/sources/hub/hubsettings.h"
#include "core/sources/local/localmodels.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ModelFile)
};

const QLatin1String kConfig("config.json");

Error failure(const char *code, const QString &place, const QString &what)
{
    return {QLatin1String(code), {}, Text::tr("%1: %2").arg(place, what), ErrorKind::File};
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

Result<ModelSource> findModel(const QString &name, const Catalog &catalog, const QString &field)
{
    Result<ModelArchitecture> model = catalog.model(name, field);
    if (model) {
        ModelSource source;
        source.architecture = std::move(model).value();
        return source;
    }
    if (!isHubAddress(name) && namesModelFile(name))
        return openModelFile(name);
    const HubSettings settings = hubSettings();
    const Result<HubReference> reference = parseHubReference(name, settings.endpoint);
    if (isHubAddress(name) && !reference)
        return reference.error();
    if (!reference)
        return model.error();
    Result<ModelSource> fetched = openHubModel(*reference, HubCache(settings.cacheFolder));
    if (fetched || isHubAddress(name) || fetched.error().code != QLatin1String("not-fetched"))
        return fetched;
    Error unknown = model.error();
    unknown.text = Text::tr("%1 To ask the Hugging Face Hub: plimsoll inspect %2").arg(unknown.text, name);
    return unknown;
}

Result<ModelSource> openModelFile(const QString &path)
{
    const QFileInfo info(path);
    const QString place = QDir::toNativeSeparators(path);
    if (!info.exists())
        return failure("no-file", place,
                       path.startsWith(QLatin1String("./"))
                           ? Text::tr("there is no such file or folder here; choose the model again: figures and "
                                      "reports do not say in which folder of yours it is.")
                           : Text::tr("there is no such file or folder; check the name."));
    LocalFolder folder(info.isDir() ? path : info.path());
    Result<ModelSource> source = openModelIn(folder, info.isDir() ? QString() : info.fileName());
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
