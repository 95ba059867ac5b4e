// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planmodel.h"

#include "core/memory/typicalshape.h"
#include "core/sources/modelfile.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Planning)
};

Result<ModelSource> freeSize(qint64 parameters)
{
    if (parameters < 1 || parameters > kMaxParameters) {
        return Error{
            QStringLiteral("bad-number"), QStringLiteral("model.parameters"),
            Text::tr("model.parameters: %1 is out of range; expected 1 to %2").arg(parameters).arg(kMaxParameters),
            ErrorKind::Typed};
    }
    ModelSource source;
    source.architecture = typicalArchitecture(parameters);
    source.architecture.displayName = Text::tr("%1 parameters").arg(formatParameters(parameters));
    return source;
}

Result<ModelSource> inlineConfig(const QJsonObject &config)
{
    Result<ModelSource> source =
        modelOfConfig(QJsonDocument(config).toJson(QJsonDocument::Compact), QStringLiteral("model.config"));
    if (!source) {
        Error error = source.error();
        error.field =
            error.field.isEmpty() ? QStringLiteral("model.config") : QStringLiteral("model.config.") + error.field;
        return error;
    }
    if (source->architecture.displayName.isEmpty())
        source->architecture.displayName = Text::tr("Model of the plan");
    return source;
}

Result<ModelSource> readModel(const ModelChoice &choice, const Catalog &catalog)
{
    if (const auto *size = std::get_if<FreeSize>(&choice))
        return freeSize(size->parameters);
    if (const auto *given = std::get_if<InlineConfig>(&choice))
        return inlineConfig(given->config);
    return findModel(std::get<NamedModel>(choice).id, catalog, QStringLiteral("model"));
}

} // namespace

std::optional<Error> resolveModel(const ModelChoice &choice, const Catalog &catalog, ResolvedPlan &resolved)
{
    Result<ModelSource> source = readModel(choice, catalog);
    if (!source)
        return source.error();
    if (const QString why = whyNotServed(*source); !why.isEmpty()) {
        return Error{QStringLiteral("unsupported-model"), QStringLiteral("model"),
                     Text::tr("%1: %2").arg(source->architecture.id, why), ErrorKind::File};
    }
    resolved.modelNotes = source->warnings;
    if (!source->tensors.isEmpty())
        resolved.modelTensors = std::make_shared<const StoredTensors>(std::move(source->tensors));
    resolved.modelIsKnown = source->isKnown;
    resolved.model = std::make_shared<const ModelArchitecture>(std::move(source->architecture));
    if (auto *named = std::get_if<NamedModel>(&resolved.plan.model))
        named->id = resolved.model->id;
    resolved.parameters = countParameters(*resolved.model);
    return std::nullopt;
}

} // namespace plimsoll
