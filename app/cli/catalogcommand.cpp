// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalogcommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/texttable.h"
#include "core/catalog/catalog.h"
#include "core/engines/enginerules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CatalogCommand)
};

constexpr QLatin1String kJson("json");

/// One record: for the list, and whole.
struct Listed {
    QString id, name, detail;
    QJsonObject record;
};

QString familyName(FormatFamily family)
{
    switch (family) {
    case FormatFamily::Float:
        return QStringLiteral("float");
    case FormatFamily::Quantized:
        return QStringLiteral("quantized");
    case FormatFamily::GgufType:
        return QStringLiteral("gguf-type");
    case FormatFamily::GgufMix:
        return QStringLiteral("gguf-mix");
    case FormatFamily::Native:
        break;
    }
    return QStringLiteral("native");
}

QJsonObject blockToJson(BitsPerWeight block)
{
    return {{QStringLiteral("bytes"), block.bytes}, {QStringLiteral("weights"), block.weights}};
}

QJsonObject formatToJson(const Format &format)
{
    QJsonArray keeps;
    for (int role = 0; role < kTensorRoleCount; ++role) {
        if (format.keepsRole(TensorRole(role)))
            keeps.append(QLatin1String(tensorRoleName(TensorRole(role))));
    }
    QJsonObject object{
        {QStringLiteral("aliases"), QJsonArray::fromStringList(format.aliases)},
        {QStringLiteral("family"), familyName(format.family)},
        {QStringLiteral("bitsPerWeight"), format.block.bits()},
        {QStringLiteral("block"), blockToJson(format.block)},
        {QStringLiteral("keptBlock"), blockToJson(format.keptBlock)},
        {QStringLiteral("keeps"), keeps},
        {QStringLiteral("bytesPerRow"), format.bytesPerRow},
        {QStringLiteral("forWeights"), format.forWeights},
        {QStringLiteral("forKvCache"), format.forKvCache},
        {QStringLiteral("source"), format.source},
    };
    if (format.expertBlock)
        object.insert(QStringLiteral("expertBlock"), blockToJson(*format.expertBlock));
    return object;
}

QStringList versionNames(const EngineRules &engine)
{
    QStringList names;
    for (const QString &version : engine.versions())
        names.append(engine.versionName(version));
    return names;
}

QJsonObject engineToJson(const EngineRules &engine)
{
    QJsonArray options;
    for (const EngineOption &option : engine.options()) {
        static constexpr const char *types[] = {"number", "integer", "boolean", "choice", "shares"};
        QJsonObject object{
            {QStringLiteral("key"), option.key},
            {QStringLiteral("type"), QLatin1String(types[int(option.type)])},
            {QStringLiteral("default"), option.defaultValue},
            {QStringLiteral("effect"), option.effect},
        };
        if (!option.choices.isEmpty())
            object.insert(QStringLiteral("choices"), QJsonArray::fromStringList(option.choices));
        options.append(object);
    }
    QJsonArray comparison;
    for (const ComparisonFormat &each : engine.comparisonFormats())
        comparison.append(QJsonObject{{QStringLiteral("format"), each.format}, {QStringLiteral("as"), each.as}});
    return {{QStringLiteral("versions"), QJsonArray::fromStringList(versionNames(engine))},
            {QStringLiteral("options"), options},
            {QStringLiteral("comparison"), comparison}};
}

using Visit = std::function<void(const Listed &)>;

void visitModels(const Catalog &catalog, bool whole, const Visit &visit)
{
    for (const CatalogEntry &each : catalog.models())
        visit({each.id, each.name, each.detail, whole ? catalog.modelRecord(each.id) : QJsonObject()});
}

void visitGpus(const Catalog &catalog, bool whole, const Visit &visit)
{
    for (const CatalogEntry &each : catalog.gpus())
        visit({each.id, each.name, each.detail, whole ? catalog.gpuRecord(each.id) : QJsonObject()});
}

void visitFormats(const Catalog &catalog, bool, const Visit &visit)
{
    for (const Format &each : catalog.formats()) {
        visit({each.id, each.name, Text::tr("%1 bits a weight").arg(QString::number(each.block.bits(), 'g', 6)),
               formatToJson(each)});
    }
}

void visitEngines(const Catalog &catalog, bool, const Visit &visit)
{
    for (const QString &id : engineIds()) {
        const auto engine = findEngine(id, catalog, {});
        if (!engine.ok())
            continue;
        const QStringList versions = versionNames(**engine);
        visit({id, (*engine)->name(),
               versions.isEmpty() ? QString() : Text::tr("%1 to %2").arg(versions.constFirst(), versions.constLast()),
               engineToJson(**engine)});
    }
}

struct Kind {
    const char *name;
    void (*visit)(const Catalog &, bool whole, const Visit &);
};
constexpr Kind kKinds[] = {
    {"models", visitModels}, {"gpus", visitGpus}, {"formats", visitFormats}, {"engines", visitEngines}};

/// A bare array, one record a line.
void printJson(const Kind &kind, const Catalog &catalog)
{
    QByteArray separator = "[\n";
    kind.visit(catalog, true, [&](const Listed &each) {
        QJsonObject record = each.record;
        record.insert(QStringLiteral("id"), each.id);
        record.insert(QStringLiteral("name"), each.name);
        print(separator + QJsonDocument(record).toJson(QJsonDocument::Compact));
        separator = ",\n";
    });
    print(QByteArray(separator.startsWith('[') ? "[]\n" : "\n]\n"));
}

void printList(const Kind &kind, const Catalog &catalog)
{
    TextTable table;
    kind.visit(catalog, false, [&](const Listed &each) { table.addRow({each.id, each.name, each.detail}); });
    print(table.text());
}

} // namespace

int runCatalog(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("catalog"), QStringLiteral("models|gpus|formats|engines [options]"),
                     Text::tr("What Plimsoll knows: each with its id, as the other commands take it."));
    line.addHeading(Text::tr("Options"));
    line.add({kJson, {}, Text::tr("whole records, as an array of objects")});
    if (const auto status = line.parse(arguments, 1))
        return *status;
    const QString expected = QStringLiteral("models, gpus, formats, engines");
    if (line.positional().isEmpty())
        return line.wrong(Text::tr("name what to list: %1").arg(expected));
    const QString typed = line.positional().constFirst();
    for (const Kind &kind : kKinds) {
        if (typed.compare(QLatin1String(kind.name), Qt::CaseInsensitive) != 0)
            continue;
        const Catalog catalog = openCatalog(line);
        if (line.isSet(kJson))
            printJson(kind, catalog);
        else
            printList(kind, catalog);
        return finish(ExitAnswered);
    }
    return line.wrong(Text::tr("\"%1\" is none of %2").arg(typed, expected));
}

} // namespace plimsoll
