// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plandocumentjson.h"

#include "core/planning/besidejson.h"
#include "core/planning/jsonfields.h"
#include "core/planning/pinsjson.h"
#include "core/units/quantity.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanDocument)
};

constexpr QLatin1String kSchema("plimsoll.plan/1");
constexpr QLatin1String kSchemaFamily("plimsoll.plan/");
constexpr qsizetype kLongestDocument = 16 << 20;
constexpr qsizetype kMostGpuEntries = 1024;

void readSchema(JsonFields &fields)
{
    const QString key = QStringLiteral("schema");
    const QJsonValue value = fields.take(key);
    const QString schema = value.toString();
    if (!schema.startsWith(kSchemaFamily)) {
        fields.failAs(key,
                      Text::tr("this is not a plan: expected \"%1\", got %2").arg(QString(kSchema), shownJson(value)),
                      QStringLiteral("not-a-plan"));
        return;
    }
    const QString version = schema.mid(kSchemaFamily.size());
    bool isNumber = false;
    const int major = version.section(QLatin1Char('.'), 0, 0).toInt(&isNumber);
    if (isNumber && major > 1) {
        fields.failAs(key,
                      Text::tr("%1 was written by a newer Plimsoll; this one (%2) reads up to %3: update it")
                          .arg(shownJson(value), QString::fromLatin1(PLIMSOLL_VERSION), QString(kSchema)),
                      QStringLiteral("newer-schema"));
    } else if (!isNumber || major < 1) {
        fields.failAs(key, Text::tr("expected \"%1\", got %2").arg(QString(kSchema), shownJson(value)),
                      QStringLiteral("not-a-plan"));
    }
}

/// Keeps the fields of `key` that nobody took, to be written back in the same place.
void keepRest(const QString &key, const JsonFields &fields, QJsonObject &unknown)
{
    if (!fields.rest().isEmpty())
        unknown.insert(key, fields.rest());
}

void readModel(JsonFields &fields, Plan &plan, QJsonObject &unknown, const QString &place, std::optional<Error> &error)
{
    const QString key = QStringLiteral("model");
    if (!fields.has(key))
        return;
    const QString expected = Text::tr("a model id, {\"parameters\": N} or {\"config\": {...}}");
    const QJsonValue value = fields.take(key);
    if (value.isString() && !value.toString().trimmed().isEmpty()) {
        plan.model = NamedModel{value.toString()};
        return;
    }
    JsonFields inner(value.toObject(), key, place, error);
    const bool hasSize = inner.has(QStringLiteral("parameters"));
    const bool hasConfig = inner.has(QStringLiteral("config"));
    if (!value.isObject() || (!hasSize && !hasConfig)) {
        fields.fail(key, expected, value);
        return;
    }
    if (hasSize && hasConfig) {
        fields.failAs(key, Text::tr("\"parameters\" and \"config\" contradict each other: keep one of them"),
                      QStringLiteral("contradiction"));
        return;
    }
    if (hasSize)
        plan.model = FreeSize{inner.integer(QStringLiteral("parameters"), 1, kMaxParameters).value_or(0)};
    else
        plan.model = InlineConfig{
            inner.object(QStringLiteral("config"), Text::tr("the content of a config.json")).value_or(QJsonObject())};
    keepRest(key, inner, unknown);
}

void readEngine(JsonFields &fields, Plan &plan, QJsonObject &unknown, const QString &place, std::optional<Error> &error)
{
    const QString key = QStringLiteral("engine");
    const auto engine = fields.object(key, Text::tr("an object such as {\"id\": \"vllm\"}"));
    if (!engine)
        return;
    JsonFields inner(*engine, key, place, error);
    plan.engine = inner.text(QStringLiteral("id"), Text::tr("the id of an engine"));
    plan.engineVersion = inner.text(QStringLiteral("version"), Text::tr("a version such as \"0.19\""));
    plan.engineOptions =
        inner.object(QStringLiteral("options"), Text::tr("an object of engine options")).value_or(QJsonObject());
    keepRest(key, inner, unknown);
}

void readKvCache(JsonFields &fields, Plan &plan, QJsonObject &unknown, const QString &place,
                 std::optional<Error> &error)
{
    const QString key = QStringLiteral("kvCache");
    const auto cache = fields.object(key, Text::tr("an object such as {\"k\": \"fp8\", \"v\": \"fp8\"}"));
    if (!cache)
        return;
    JsonFields inner(*cache, key, place, error);
    const QString expected = Text::tr("the id of a format, or \"auto\"");
    plan.kvKeys = inner.text(QStringLiteral("k"), expected);
    plan.kvValues = inner.text(QStringLiteral("v"), expected);
    keepRest(key, inner, unknown);
}

void readGpus(JsonFields &fields, Plan &plan, QJsonObject &unknown, const QString &place, std::optional<Error> &error)
{
    const QString key = QStringLiteral("gpus");
    if (!fields.has(key))
        return;
    const QJsonValue value = fields.take(key);
    if (!value.isArray()) {
        fields.fail(key, Text::tr("a list such as [{\"id\": \"nvidia-h100-sxm-80gb\", \"count\": 1}]"), value);
        return;
    }
    const QJsonArray list = value.toArray();
    if (list.size() > kMostGpuEntries) {
        fields.failAs(key, Text::tr("at most %1 entries can be given, got %2").arg(kMostGpuEntries).arg(list.size()),
                      QStringLiteral("bad-value"));
        return;
    }
    QJsonArray kept;
    for (qsizetype i = 0; i < list.size() && !error; ++i) {
        const QString entry = QStringLiteral("gpus[%1]").arg(i);
        if (!list.at(i).isObject()) {
            fields.fail(entry, Text::tr("an object such as {\"id\": \"nvidia-h100-sxm-80gb\", \"count\": 1}"),
                        list.at(i));
            return;
        }
        JsonFields inner(list.at(i).toObject(), entry, place, error);
        GpuChoice gpu;
        if (!inner.has(QStringLiteral("id")))
            inner.fail(QStringLiteral("id"), Text::tr("the id of a GPU"), QJsonValue(QJsonValue::Undefined));
        gpu.id = inner.text(QStringLiteral("id"), Text::tr("the id of a GPU"));
        gpu.count = qint32(inner.integer(QStringLiteral("count"), 1, kMaxGpus).value_or(1));
        QJsonObject rest = inner.rest();
        if (!rest.isEmpty()) {
            rest.insert(QStringLiteral("id"), gpu.id);
            kept.append(rest);
        }
        plan.gpus.push_back(gpu);
    }
    if (!kept.isEmpty())
        unknown.insert(key, kept);
}

void readParallel(JsonFields &fields, Plan &plan, QJsonObject &unknown, const QString &place,
                  std::optional<Error> &error)
{
    const QString key = QStringLiteral("parallel");
    const auto layout = fields.object(key, Text::tr("an object such as {\"tensor\": 2, \"pipeline\": 1}"));
    if (!layout)
        return;
    JsonFields inner(*layout, key, place, error);
    const auto ranks = [&](const QString &name) { return qint32(inner.integer(name, 1, kMaxGpus).value_or(1)); };
    Parallel parallel;
    parallel.tensor = ranks(QStringLiteral("tensor"));
    parallel.pipeline = ranks(QStringLiteral("pipeline"));
    parallel.data = ranks(QStringLiteral("data"));
    parallel.expert = ranks(QStringLiteral("expert"));
    plan.parallel = parallel;
    keepRest(key, inner, unknown);
}

void readRequests(JsonFields &fields, Plan &plan, QJsonObject &unknown, const QString &place,
                  std::optional<Error> &error)
{
    const QString key = QStringLiteral("workload");
    const auto object =
        fields.object(key, Text::tr("an object with averageContextLength, promptTokens, answerTokens or "
                                    "sharedPrefixTokens"));
    if (!object)
        return;
    JsonFields inner(*object, key, place, error);
    plan.requests.averageContext = inner.integer(QStringLiteral("averageContextLength"), 1, kMaxTokens);
    plan.requests.promptTokens = inner.integer(QStringLiteral("promptTokens"), 1, kMaxTokens);
    plan.requests.answerTokens = inner.integer(QStringLiteral("answerTokens"), 0, kMaxTokens);
    plan.requests.sharedPrefix = inner.integer(QStringLiteral("sharedPrefixTokens"), 0, kMaxTokens);
    keepRest(key, inner, unknown);
}

void readReserve(JsonFields &fields, Plan &plan)
{
    const QString key = QStringLiteral("reserve");
    if (!fields.has(key))
        return;
    const QJsonValue value = fields.take(key);
    const double number = value.toDouble(-1);
    if (value.isString()) {
        const Result<Bytes> size = parseSize(value.toString(), key);
        if (size.ok())
            plan.reserve = *size;
        else
            fields.fail(key, Text::tr("a number of bytes, or a size such as \"1.5 GiB\""), value);
    } else if (value.isDouble() && number >= 0 && number < 9e18 && number == std::floor(number)) {
        plan.reserve = Bytes(value.toInteger());
    } else {
        fields.fail(key, Text::tr("a number of bytes, or a size such as \"1.5 GiB\""), value);
    }
}

/// Adds the members of `extra` that `object` does not have.
void addMissing(QJsonObject &object, const QJsonObject &extra)
{
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        if (!object.contains(it.key()))
            object.insert(it.key(), it.value());
    }
}

/// Where in a text an offset is, as an editor counts.
QString lineAndColumn(const QByteArray &text, qsizetype offset)
{
    const qsizetype at = std::max<qsizetype>(offset - 1, 0); // the parser stands behind what it could not read
    const QByteArray before = text.left(at);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = at - before.lastIndexOf('\n');
    return Text::tr("line %1, column %2").arg(line).arg(column);
}

QJsonArray gpusToJson(const Plan &plan)
{
    QJsonArray kept = plan.unknown.value(QStringLiteral("gpus")).toArray();
    QJsonArray gpus;
    for (const GpuChoice &gpu : plan.gpus) {
        QJsonObject entry{{QStringLiteral("id"), gpu.id}, {QStringLiteral("count"), gpu.count}};
        for (qsizetype i = 0; i < kept.size(); ++i) {
            const QJsonObject extra = kept.at(i).toObject();
            if (extra.value(QStringLiteral("id")).toString() == gpu.id) {
                addMissing(entry, extra);
                kept.removeAt(i);
                break;
            }
        }
        gpus.append(entry);
    }
    return gpus;
}

QJsonValue modelToJsonValue(const Plan &plan)
{
    const auto withRest = [&](QJsonObject object) {
        addMissing(object, plan.unknown.value(QStringLiteral("model")).toObject());
        return QJsonValue(object);
    };
    if (const auto *named = std::get_if<NamedModel>(&plan.model))
        return named->id;
    if (const auto *free = std::get_if<FreeSize>(&plan.model))
        return withRest({{QStringLiteral("parameters"), free->parameters}});
    return withRest({{QStringLiteral("config"), std::get<InlineConfig>(plan.model).config}});
}

} // namespace

Result<Plan> planFromJson(const QJsonObject &object, const QString &place)
{
    std::optional<Error> error;
    JsonFields fields(object, {}, place, error);
    Plan plan;
    QJsonObject nested;
    readSchema(fields);
    plan.name = fields.text(QStringLiteral("name"), Text::tr("a text"), true);
    readModel(fields, plan, nested, place, error);
    plan.weights = fields.text(QStringLiteral("weights"), Text::tr("the id of a format, or \"native\""));
    readKvCache(fields, plan, nested, place, error);
    readEngine(fields, plan, nested, place, error);
    plan.contextLength = fields.integer(QStringLiteral("contextLength"), 1, kMaxTokens);
    plan.sequences = fields.integer(QStringLiteral("sequences"), 1, kMaxSequences);
    readRequests(fields, plan, nested, place, error);
    readGpus(fields, plan, nested, place, error);
    readParallel(fields, plan, nested, place, error);
    readReserve(fields, plan);
    plan.beside = takeBeside(fields, place, error);
    plan.pins = takePins(fields, place, error);
    if (error)
        return *error;
    plan.unknown = fields.rest();
    addMissing(plan.unknown, nested);
    return plan;
}

Result<Plan> planFromBytes(const QByteArray &json, const QString &place)
{
    const auto failed = [&](const char *code, const QString &text) {
        return Error{QLatin1String(code), {}, Text::tr("%1: %2").arg(place, text), ErrorKind::File};
    };
    if (json.size() > kLongestDocument)
        return failed("too-large", Text::tr("a plan has at most 16 MiB: this is not a plan"));
    if (json.trimmed().isEmpty())
        return failed("bad-json",
                      Text::tr("this is empty: expected a plan, at least {\"schema\": \"%1\"}").arg(QString(kSchema)));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error == QJsonParseError::DeepNesting || problem.error == QJsonParseError::DocumentTooLarge) {
        return failed("too-deep",
                      Text::tr("its lists and objects are nested more than 1,024 deep: this is not a plan"));
    }
    if (problem.error != QJsonParseError::NoError) {
        return failed("bad-json", Text::tr("%1: this is not JSON (%2): correct it there, or save the plan again")
                                      .arg(lineAndColumn(json, problem.offset), problem.errorString()));
    }
    if (!document.isObject())
        return failed("not-a-plan", Text::tr("expected a plan, an object {...}, got a list"));
    return planFromJson(document.object(), place);
}

QJsonObject planToJson(const Plan &plan)
{
    QJsonObject object;
    const auto insertPart = [&](const QString &key, QJsonObject part) {
        addMissing(part, plan.unknown.value(key).toObject());
        if (!part.isEmpty())
            object.insert(key, part);
    };
    const auto insertText = [](QJsonObject &into, const QString &key, const QString &text) {
        if (!text.isEmpty())
            into.insert(key, text);
    };
    object.insert(QStringLiteral("schema"), QString(kSchema));
    insertText(object, QStringLiteral("name"), plan.name);
    object.insert(QStringLiteral("model"), modelToJsonValue(plan));
    insertText(object, QStringLiteral("weights"), plan.weights);

    QJsonObject cache;
    insertText(cache, QStringLiteral("k"), plan.kvKeys);
    insertText(cache, QStringLiteral("v"), plan.kvValues);
    insertPart(QStringLiteral("kvCache"), cache);

    QJsonObject engine;
    insertText(engine, QStringLiteral("id"), plan.engine);
    insertText(engine, QStringLiteral("version"), plan.engineVersion);
    if (!plan.engineOptions.isEmpty())
        engine.insert(QStringLiteral("options"), plan.engineOptions);
    insertPart(QStringLiteral("engine"), engine);

    if (plan.contextLength)
        object.insert(QStringLiteral("contextLength"), *plan.contextLength);
    if (plan.sequences)
        object.insert(QStringLiteral("sequences"), *plan.sequences);
    QJsonObject workload;
    const auto insertCount = [&](const char *key, std::optional<qint64> count) {
        if (count)
            workload.insert(QLatin1String(key), *count);
    };
    insertCount("averageContextLength", plan.requests.averageContext);
    insertCount("promptTokens", plan.requests.promptTokens);
    insertCount("answerTokens", plan.requests.answerTokens);
    insertCount("sharedPrefixTokens", plan.requests.sharedPrefix);
    insertPart(QStringLiteral("workload"), workload);
    if (!plan.gpus.empty())
        object.insert(QStringLiteral("gpus"), gpusToJson(plan));
    QJsonObject parallel;
    if (plan.parallel) {
        parallel = {{QStringLiteral("tensor"), plan.parallel->tensor},
                    {QStringLiteral("pipeline"), plan.parallel->pipeline},
                    {QStringLiteral("data"), plan.parallel->data},
                    {QStringLiteral("expert"), plan.parallel->expert}};
        insertPart(QStringLiteral("parallel"), parallel);
    }
    if (plan.reserve.count() != 0)
        object.insert(QStringLiteral("reserve"), plan.reserve.count());
    if (!plan.beside.empty())
        object.insert(QStringLiteral("beside"), besideToJson(plan.beside));
    if (!plan.pins.isEmpty())
        object.insert(QStringLiteral("compare"), pinsToJson(plan.pins));

    QJsonObject unknown = plan.unknown;
    for (const char *known : {"model", "kvCache", "engine", "workload", "gpus", "parallel"})
        unknown.remove(QLatin1String(known));
    addMissing(object, unknown);
    return object;
}

} // namespace plimsoll
