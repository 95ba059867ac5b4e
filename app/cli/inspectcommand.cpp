// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inspectcommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/hubquestion.h"
#include "app/cli/localcommand.h"
#include "app/cli/texttable.h"
#include "app/hub/huberrors.h"
#include "core/catalog/catalog.h"
#include "core/memory/parameters.h"
#include "core/planning/modeljson.h"
#include "core/planning/planning.h"
#include "core/sources/hub/hubreference.h"
#include "core/sources/modelfile.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(InspectCommand)
};

constexpr QLatin1String kJson("json");
constexpr QLatin1String kParameters("parameters");
constexpr QLatin1String kLocal("local");

Error typed(const char *code, const QString &text)
{
    return {QLatin1String(code), {}, text, ErrorKind::Typed};
}

/// A typical model of that size, as the planning works with it.
Result<ModelSource> ofSize(qint64 parameters, const Catalog &catalog)
{
    Plan plan;
    plan.model = FreeSize{parameters};
    const Result<ResolvedPlan> resolved = resolve(plan, catalog);
    if (!resolved.ok())
        return resolved.error();
    ModelSource source;
    source.architecture = *resolved->model;
    return source;
}

/// An address, or org/name where the catalog has no such model and no file has this name.
bool meansHub(const QString &name, const Catalog &catalog)
{
    const bool isName = name.contains(QLatin1Char('/')) && !namesModelFile(name)
                        && !catalog.model(name, QStringLiteral("MODEL")) && parseHubReference(name);
    return isHubAddress(name) || isName;
}

Result<ModelSource> fromHub(const QString &name, const Catalog &catalog)
{
    const Result<QString> address = askHub(name);
    if (!address) {
        if (isHubAddress(name) || !isHubUnreachable(address.error()))
            return address.error();
        // All that is known is that the catalog has no such model.
        Error unknown = catalog.model(name, QStringLiteral("MODEL")).error();
        unknown.text += QLatin1Char(' ') + address.error().text;
        return unknown;
    }
    return findModel(*address, catalog, QStringLiteral("MODEL"));
}

Result<ModelSource> find(const CommandLine &line, const Catalog &catalog)
{
    const QStringList names = line.positional();
    if (line.isSet(kParameters) == !names.isEmpty())
        return typed("usage",
                     Text::tr("inspect: name one model, such as meta-llama/Llama-3.1-8B, or a size, such as 13e9"));
    if (line.isSet(kParameters)) {
        const Result<qint64> size = parseParameters(line.value(kParameters), QStringLiteral("--parameters"));
        if (!size.ok())
            return size.error();
        return ofSize(*size, catalog);
    }
    const QString name = names.constFirst();
    if (meansHub(name, catalog))
        return fromHub(name, catalog);
    const Result<ModelSource> model = findModel(name, catalog, QStringLiteral("MODEL"));
    if (model.ok() || namesModelFile(name))
        return model;
    const bool looksLikeNumber =
        !name.isEmpty() && !name.contains(QLatin1Char('/')) && QStringLiteral("0123456789+-.").contains(name.at(0));
    if (looksLikeNumber) {
        const Result<qint64> size = parseParameters(name, QStringLiteral("MODEL"));
        if (!size.ok())
            return size.error();
        return ofSize(*size, catalog);
    }
    return model.error();
}

QString modelText(const ModelSource &source)
{
    const ModelArchitecture &model = source.architecture;
    const ParameterCounts counts = countParameters(model);
    const QJsonObject document = sourceToJson(source);
    const qint64 bytesPerToken = document[QLatin1String("kvBytesPerToken")][QLatin1String("fp16")].toInteger();
    TextTable table;
    const auto row = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            table.addRow({name, value});
    };
    const auto part = [&](const QString &name, qint64 count, bool shown) {
        if (shown)
            row(QLatin1String("  ") + name, formatCount(count));
    };
    row(Text::tr("Architecture"), model.architecture);
    row(Text::tr("Attention"), document[QLatin1String("attention")].toString());
    row(Text::tr("Layers"), formatCount(model.layers()));
    row(Text::tr("Parameters"), Text::tr("%1 (%2)").arg(formatCount(counts.total()), formatParameters(counts.total())));
    part(Text::tr("text"), counts.text, counts.text != counts.total());
    part(Text::tr("active"), counts.active, counts.active != counts.text);
    part(Text::tr("vision"), counts.vision, counts.vision != 0);
    part(Text::tr("audio"), counts.audio, counts.audio != 0);
    part(Text::tr("MTP"), counts.mtp, counts.mtp != 0);
    row(Text::tr("Vocabulary"), formatCount(model.vocabSize));
    row(Text::tr("Context limit"),
        model.contextLimit > 0 ? Text::tr("%1 tokens").arg(formatCount(model.contextLimit)) : Text::tr("none stated"));
    row(Text::tr("KV cache at 16 bits"), Text::tr("%1 bytes a token").arg(formatCount(bytesPerToken)));
    row(Text::tr("Weights at 16 bits"), formatSizeBoth(Bytes(counts.total()) * 2));
    row(Text::tr("Published as"), model.torchDtype);
    if (!source.tensors.isEmpty()) {
        row(Text::tr("Tensors"),
            Text::tr("%1, %2").arg(formatCount(source.tensors.size()), formatSizeBoth(source.tensors.bytes())));
        for (const auto &[type, sum] : tensorsByType(source.tensors))
            row(QLatin1String("  ") + type, Text::tr("%1, %2").arg(formatCount(sum.count), formatSizeBoth(sum.bytes)));
    }
    row(Text::tr("Source"), model.source);

    const bool hasBoth = !model.displayName.isEmpty() && !model.id.isEmpty();
    QString text = hasBoth ? Text::tr("%1 (%2)").arg(model.displayName, model.id) : model.displayName + model.id;
    text += QLatin1Char('\n') + table.text(2);
    for (const QJsonValue warning : document[QLatin1String("warnings")].toArray())
        text += Text::tr("Warning: %1").arg(warning[QLatin1String("text")].toString()) + QLatin1Char('\n');
    return text;
}

} // namespace

int runInspect(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("inspect"), QStringLiteral("MODEL [options]"),
        Text::tr("What a model file or folder, a model of the catalog, or a free size such as 13e9, is made of. For an "
                 "address of the Hugging Face Hub, or org/name that is neither, the Hub is asked."));
    line.addHeading(Text::tr("Options"));
    line.add({kParameters, QStringLiteral("N"), Text::tr("a size instead of a model: 13e9, 13B, 0.5b")});
    line.add(
        {kLocal, {}, Text::tr("list the models on this computer, of Hugging Face, llama.cpp, LM Studio and Ollama")});
    line.add({kJson, {}, Text::tr("as a plimsoll.model/1 document, with --local plimsoll.localModels/1")});
    if (const auto status = line.parse(arguments, 1))
        return *status;
    if (line.isSet(kLocal)) {
        if (line.isSet(kParameters) || !line.positional().isEmpty())
            return line.wrong(Text::tr("--local lists all models; name none with it"));
        return listLocalModels(line.isSet(kJson));
    }
    const Result<ModelSource> model = find(line, openCatalog(line));
    if (!model.ok())
        return complain(model.error());
    if (line.isSet(kJson))
        print(QJsonDocument(sourceToJson(*model)).toJson(QJsonDocument::Indented));
    else
        print(modelText(*model));
    return finish(ExitAnswered);
}

} // namespace plimsoll
