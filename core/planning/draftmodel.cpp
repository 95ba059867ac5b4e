// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draftmodel.h"

#include "core/catalog/nativeformat.h"
#include "core/memory/mtpmodule.h"
#include "core/sources/modelfile.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DraftModel)
};

const QString kMethodField = QStringLiteral("engine.options.speculativeMethod");
const QString kModelField = QStringLiteral("engine.options.speculativeModel");

Error badOption(const QString &field, const QString &text)
{
    return {QStringLiteral("bad-option"), field, text, ErrorKind::Typed};
}

} // namespace

Result<std::shared_ptr<const DraftModel>> findDraft(const QJsonObject &options, const ModelArchitecture &model,
                                                    const Catalog &catalog)
{
    using Found = std::shared_ptr<const DraftModel>;
    const QString method = options.value(QLatin1String("speculativeMethod")).toString();
    const QString id = options.value(QLatin1String("speculativeModel")).toString();
    if (method == QLatin1String("mtp")) {
        std::optional<ModelArchitecture> module = mtpModule(model);
        if (!module) {
            return badOption(
                kMethodField,
                Text::tr("%1: %2 has no MTP module; choose draft_model or none").arg(kMethodField, model.displayName));
        }
        return Found(std::make_shared<DraftModel>(DraftModel{std::move(*module), std::nullopt, true}));
    }
    const bool wanted = method == QLatin1String("draft_model") || (method.isEmpty() && !id.isEmpty());
    if (!wanted)
        return Found();
    if (id.isEmpty())
        return badOption(kModelField,
                         Text::tr("%1: name the draft model, such as meta-llama/Llama-3.2-1B").arg(kModelField));
    Result<ModelSource> source = findModel(id, catalog, kModelField);
    if (!source)
        return source.error();
    DraftModel draft{std::move(source->architecture), std::nullopt, false};
    draft.format = nativeFormat(catalog, draft.model);
    return Found(std::make_shared<DraftModel>(std::move(draft)));
}

} // namespace plimsoll
