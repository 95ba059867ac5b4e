// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/planoptions.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/hubquestion.h"
#include "app/cli/input.h"
#include "app/cli/planchanges.h"
#include "core/figures/figureplan.h"
#include "core/planning/launch/launchreader.h"
#include "core/planning/plandocumentjson.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanOptions)
};

struct OptionOfField {
    const char *field; ///< of the plan document; a longer field begins with it
    const char *option;
};
/// The more exact field first.
constexpr OptionOfField kOptions[] = {
    {"model.parameters", "--parameters"},
    {"model", "--model"},
    {"weights", "--weights"},
    {"kvCache", "--kv-cache"},
    {"engine.options", "--engine-option"},
    {"engine", "--engine"},
    {"contextLength", "--context"},
    {"sequences", "--sequences"},
    {"workload.averageContextLength", "--average-context"},
    {"workload.promptTokens", "--prompt"},
    {"workload.answerTokens", "--answer"},
    {"workload.sharedPrefixTokens", "--shared-prefix"},
    {"gpus", "--gpu"},
    {"parallel.tensor", "--tp"},
    {"parallel.pipeline", "--pp"},
    {"parallel.data", "--dp"},
    {"parallel.expert", "--ep"},
    {"parallel", "--tp, --pp, --dp"},
    {"reserve", "--reserve"},
    {"beside", "--beside"},
};

QString partOf(const QString &field)
{
    return field.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('['), 0, 0);
}

/// Takes over what the command in a file says; words that say nothing of a plan are named on standard error.
std::optional<Error> readCommandInto(Plan &plan, const QString &path)
{
    const Result<QByteArray> content = readSmallFile(path);
    if (!content.ok())
        return content.error();
    const QString place = path == QLatin1String("-") ? Text::tr("standard input") : path;
    Result<LaunchReading> reading = readLaunchCommand(QString::fromUtf8(*content), plan);
    if (!reading.ok()) {
        return Error{reading.error().code, {}, Text::tr("%1: %2").arg(place, reading.error().text), ErrorKind::File};
    }
    if (!reading->unread.isEmpty())
        note(Text::tr("%1: says nothing of the plan: %2").arg(place, reading->unread.join(QLatin1String(", "))));
    plan = std::move(reading->plan);
    return std::nullopt;
}

} // namespace

void addPlanOptions(CommandLine &line)
{
    line.addHeading(Text::tr("The plan"));
    line.add({QStringLiteral("plan"), QStringLiteral("FILE"),
              Text::tr("start from a saved plan, or from a figure that Plimsoll made of one (- is standard input); the "
                       "options below change it")});
    line.add({QStringLiteral("command"), QStringLiteral("FILE|-"),
              Text::tr("start from the command of an engine: what it says of a plan is read from it")});
    line.add(
        {QStringLiteral("model"), QStringLiteral("ID|PATH"),
         Text::tr("model of the catalog, a config.json, safetensors or GGUF file, or a folder with one; an address "
                  "of the Hugging Face Hub is fetched; default meta-llama/Llama-3.1-8B")});
    line.add({QStringLiteral("parameters"), QStringLiteral("N"),
              Text::tr("a size instead of a model: 13e9, 13B, 0.5b, \"13 000 000 000\"")});
    line.add({QStringLiteral("weights"), QStringLiteral("FORMAT"),
              Text::tr("format of the weights; default native where it is known, else bf16")});
    line.add({QStringLiteral("kv-cache"), QStringLiteral("K[,V]"),
              Text::tr("format of the KV cache; default auto, what the engine takes")});
    line.add({QStringLiteral("engine"), QStringLiteral("ID[@VERSION]"),
              Text::tr("default rule-of-thumb with --parameters, else vllm; newest known version")});
    line.add({QStringLiteral("engine-option"), QStringLiteral("KEY=VALUE"),
              Text::tr("an option of the engine; may be repeated")});
    line.add({QStringLiteral("context"), QStringLiteral("N"),
              Text::tr("tokens a sequence, 128k allowed; default 8192 or the model's limit below that")});
    line.add({QStringLiteral("sequences"), QStringLiteral("N"), Text::tr("sequences at once; default 1")});
    line.add({QStringLiteral("prompt"), QStringLiteral("N"), Text::tr("tokens of a prompt")});
    line.add({QStringLiteral("answer"), QStringLiteral("N"), Text::tr("tokens of an answer")});
    line.add({QStringLiteral("average-context"), QStringLiteral("N"),
              Text::tr("tokens that a sequence holds on average; default prompt and half the answer, else the context. "
                       "Engines with a paged KV cache need no more than what is in use")});
    line.add({QStringLiteral("shared-prefix"), QStringLiteral("N"),
              Text::tr("tokens with which all prompts begin alike; counted once where prefixes are cached")});
    line.add({QStringLiteral("gpu"), QStringLiteral("ID[:COUNT]"),
              Text::tr("GPU of the catalog; may be repeated for mixed GPUs; default none")});
    line.add(
        {QStringLiteral("tp"), QStringLiteral("N"), Text::tr("tensor parallel ranks; default the number of GPUs")});
    line.add({QStringLiteral("pp"), QStringLiteral("N"), Text::tr("pipeline stages; default 1")});
    line.add({QStringLiteral("dp"), QStringLiteral("N"), Text::tr("data parallel replicas; default 1")});
    line.add({QStringLiteral("ep"), QStringLiteral("N"), Text::tr("expert parallel ranks; default 1")});
    line.add({QStringLiteral("reserve"), QStringLiteral("SIZE"),
              Text::tr("memory already taken on each GPU, 1.5GiB or 2GB; default 0")});
    line.add({QStringLiteral("beside"), QStringLiteral("FILE"),
              Text::tr("a saved plan that runs on the same GPUs and starts first; may be repeated")});
}

Error TypedPlan::placed(const Error &error) const
{
    const QString part = partOf(error.field);
    const bool layoutOfTypedParts =
        part == QLatin1String("parallel")
        && (typedParts.contains(QLatin1String("gpus")) || typedParts.contains(QLatin1String("model"))
            || typedParts.contains(QLatin1String("engine")));
    const QString prefix = error.field + QLatin1String(": ");
    const QString what = error.text.startsWith(prefix) ? error.text.mid(prefix.size()) : error.text;
    if (!file.isEmpty() && !typedParts.contains(part) && !layoutOfTypedParts) {
        Error inFile = error;
        inFile.kind = ErrorKind::File;
        inFile.text = Text::tr("%1: %2").arg(file, error.field.isEmpty() ? what : prefix + what);
        return inFile;
    }
    Error asTyped = error;
    for (const OptionOfField &each : kOptions) {
        if (!error.field.startsWith(QLatin1String(each.field)))
            continue;
        QString option = QLatin1String(each.option);
        if (part == QLatin1String("model") && std::holds_alternative<FreeSize>(plan.model))
            option = QStringLiteral("--parameters");
        if (const QLatin1String options("engine.options."); error.field.startsWith(options))
            option += QLatin1Char(' ') + error.field.mid(options.size());
        asTyped.text = Text::tr("%1: %2").arg(option, what);
        break;
    }
    return asTyped;
}

Result<Plan> readPlanFile(const QString &path)
{
    const Result<QByteArray> content = readSmallFile(path);
    if (!content.ok())
        return content.error();
    const QString place = path == QLatin1String("-") ? Text::tr("standard input") : path;
    Result<Plan> plan = planFromFile(*content, place);
    if (plan.ok() && path != QLatin1String("-"))
        anchorModelPath(plan.value(), QFileInfo(path).path());
    return plan;
}

namespace {

/// Plans that are typed take the place of those of the plan's file.
std::optional<Error> readBesideInto(const CommandLine &line, TypedPlan &typed)
{
    const QString option = QStringLiteral("beside");
    if (!line.isSet(option))
        return std::nullopt;
    typed.plan.beside.clear();
    typed.typedParts << option;
    for (const QString &path : line.values(option)) {
        Result<Plan> other = readPlanFile(path);
        if (!other)
            return other.error();
        if (!other->beside.empty()) {
            return Error{QStringLiteral("bad-value"), option,
                         Text::tr("%1: this plan has plans beside it itself: name them all with --beside").arg(path),
                         ErrorKind::File};
        }
        if (other->name.isEmpty() && path != QLatin1String("-"))
            other->name = QFileInfo(path).completeBaseName();
        typed.plan.beside.push_back(std::move(other).value());
    }
    return std::nullopt;
}

} // namespace

Result<TypedPlan> planFromOptions(const CommandLine &line)
{
    const QString option = QStringLiteral("plan");
    return planFromOptions(line, line.isSet(option) ? std::optional(line.value(option)) : std::nullopt);
}

Result<TypedPlan> planFromOptions(const CommandLine &line, const std::optional<QString> &file)
{
    TypedPlan typed;
    if (file) {
        const QString &path = *file;
        Result<Plan> plan = readPlanFile(path);
        if (!plan.ok())
            return plan.error();
        typed.plan = *plan;
        typed.file = path == QLatin1String("-") ? Text::tr("standard input") : path;
    }
    if (const QString option = QStringLiteral("command"); line.isSet(option)) {
        const auto error = readCommandInto(typed.plan, line.value(option));
        if (error)
            return *error;
        if (typed.file.isEmpty())
            typed.file = line.value(option);
    }
    if (const auto error = applyPlanOptions(line, typed.plan, typed.typedParts))
        return *error;
    if (const auto error = readBesideInto(line, typed))
        return *error;
    if (auto *named = std::get_if<NamedModel>(&typed.plan.model);
        named && typed.typedParts.contains(QLatin1String("model"))) {
        Result<QString> model = fetchedModel(named->id);
        if (!model.ok())
            return model.error();
        named->id = *model;
    }
    return typed;
}

} // namespace plimsoll
