// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// plimsoll-catalogc CATALOG_FOLDER OUT.cpp: validates the catalogs in the folder and writes them in their compact
// form as C++ source. A mistake ends the build with the file, the record and the field.

#include "core/catalog/catalogdocument.h"
#include "core/catalog/catalogentries.h"
#include "resources/compiler/catalogwriter.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>

using namespace plimsoll;

namespace {

bool complain(const QString &text)
{
    std::fprintf(stderr, "plimsoll-catalogc: error: %s\n", qUtf8Printable(text));
    return false;
}

bool readFile(const QString &path, QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain(path + QStringLiteral(": ") + file.errorString());
    content = file.readAll();
    return true;
}

/// The records that the program is built with say where they come from; a person's own need not.
template <typename T>
bool haveSources(const std::vector<CatalogRecord<T>> &records, const QString &path)
{
    for (const CatalogRecord<T> &record : records) {
        const bool has = !record.json.value(QLatin1String("source")).toString().isEmpty()
                         || !record.json.value(QLatin1String("sources")).toArray().isEmpty();
        if (!has)
            return complain(QStringLiteral("%1, record \"%2\", field source: is missing.").arg(path, record.value.id));
    }
    return true;
}

bool addCatalog(CatalogWriter &writer, const QString &path)
{
    QByteArray json;
    if (!readFile(path, json))
        return false;
    const Result<CatalogDocument> document = readCatalogDocument(json, path);
    if (!document)
        return complain(document.error().text);
    if (!haveSources(document->models, path) || !haveSources(document->gpus, path)
        || !haveSources(document->formats, path))
        return false;
    for (const CatalogRecord<ModelArchitecture> &record : document->models)
        writer.addRecord(CompiledCatalog::Models, {modelEntry(record.value)}, record.json);
    for (const CatalogRecord<Gpu> &record : document->gpus)
        writer.addRecord(CompiledCatalog::Gpus, gpuEntries(record.value), record.json);
    for (const CatalogRecord<Format> &record : document->formats)
        writer.addRecord(CompiledCatalog::Formats, {{record.value.id, record.value.name, {}, {}, 0}}, record.json);
    return true;
}

bool addEngine(CatalogWriter &writer, const QString &path)
{
    QByteArray json;
    if (!readFile(path, json))
        return false;
    QJsonParseError problem;
    const QJsonObject record = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return complain(
            QStringLiteral("%1, byte %2: not JSON: %3").arg(path).arg(problem.offset).arg(problem.errorString()));
    for (const char *key : {"id", "name"}) {
        if (record.value(QLatin1String(key)).toString().isEmpty())
            return complain(QStringLiteral("%1, field %2: expected text.").arg(path, QLatin1String(key)));
    }
    if (record.value(QLatin1String("source")).toString().isEmpty()
        && record.value(QLatin1String("sources")).toArray().isEmpty())
        return complain(path + QStringLiteral(", field sources: is missing."));
    CatalogEntry entry;
    entry.id = record.value(QLatin1String("id")).toString();
    entry.name = record.value(QLatin1String("name")).toString();
    writer.addRecord(CompiledCatalog::Engines, {entry}, record);
    return true;
}

/// Splits a file of constants into records of their own, so that a plan decodes only what it needs: each object of
/// the array `list` becomes part of the record "NAME/KEY" with KEY its values of `keys`, joined by "/". Objects of the
/// same key share a record, as {"list": [...], "sources": {...}}.
bool addLists(CatalogWriter &writer, const QString &path, const QString &list, const QStringList &keys)
{
    QByteArray json;
    if (!readFile(path, json))
        return false;
    QJsonParseError problem;
    const QJsonObject document = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return complain(
            QStringLiteral("%1, byte %2: not JSON: %3").arg(path).arg(problem.offset).arg(problem.errorString()));
    if (document.value(QLatin1String("source")).toString().isEmpty())
        return complain(path + QStringLiteral(", field source: is missing."));
    const QString name = document.value(QLatin1String("id")).toString();
    std::map<QString, QJsonArray> records;
    const QJsonArray all = document.value(list).toArray();
    for (const QJsonValue &value : all) {
        QStringList id{name};
        for (const QString &key : keys) {
            id.append(value[key].toString());
            if (id.last().isEmpty())
                return complain(QStringLiteral("%1, field %2.%3: expected text.").arg(path, list, key));
        }
        records[id.join(QLatin1Char('/'))].append(value);
    }
    for (const auto &[id, values] : records) {
        CatalogEntry entry;
        entry.id = entry.name = id;
        writer.addRecord(CompiledCatalog::Engines, {entry},
                         {{list, values}, {QStringLiteral("sources"), document.value(QLatin1String("sources"))}});
    }
    return true;
}

/// The record "catalog" with the newest day or month that any of the others names.
bool addDate(CatalogWriter &writer, const QString &folder)
{
    static const QRegularExpression date(QStringLiteral("\"(20[0-9]{2}-[01][0-9](-[0-3][0-9])?)\""));
    QString newest;
    for (const char *name : {"models.json", "gpus.json", "formats.json", "quality.json", "speed.json"}) {
        QByteArray json;
        if (!readFile(folder + QLatin1Char('/') + QLatin1String(name), json))
            return false;
        for (auto each = date.globalMatch(QString::fromUtf8(json)); each.hasNext();)
            newest = std::max(newest, each.next().captured(1));
    }
    CatalogEntry entry;
    entry.id = entry.name = QStringLiteral("catalog");
    writer.addRecord(CompiledCatalog::Engines, {entry}, {{QStringLiteral("date"), newest}});
    return true;
}

/// As words of eight bytes: every compiler takes a megabyte of those in a moment.
QByteArray asSource(QByteArray data)
{
    const qsizetype size = data.size();
    data.append(QByteArray((8 - size % 8) % 8, '\0'));
    QByteArray out = "// Written by plimsoll-catalogc from resources/catalog.\n"
                     "#include \"core/catalog/builtincatalog.h\"\n\n"
                     "static const unsigned long long words[] = {";
    for (qsizetype i = 0; i < data.size(); i += 8) {
        quint64 word = 0;
        std::memcpy(&word, data.constData() + i, sizeof word);
        out += (i % 64 == 0 ? "\n0x" : "0x") + QByteArray::number(word, 16) + ',';
    }
    out += "\n};\n\nQByteArrayView plimsoll::builtInCatalogData()\n{\n"
           "    return QByteArrayView(reinterpret_cast<const char *>(words), "
           + QByteArray::number(size) + ");\n}\n";
    return out;
}

bool compile(const QString &folder, const QString &outPath)
{
    CatalogWriter writer;
    for (const char *name : {"models.json", "gpus.json", "formats.json"}) {
        if (!addCatalog(writer, folder + QLatin1Char('/') + QLatin1String(name)))
            return false;
    }
    const QDir engines(folder + QStringLiteral("/engines"));
    const QStringList names = engines.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (!addEngine(writer, engines.filePath(name)))
            return false;
    }
    if (!addLists(writer, folder + QStringLiteral("/speed.json"), QStringLiteral("laws"),
                  {QStringLiteral("engine"), QStringLiteral("hardware")})
        || !addLists(writer, folder + QStringLiteral("/quality.json"), QStringLiteral("measurements"),
                     {QStringLiteral("model")})
        || !addDate(writer, folder))
        return false;
    QSaveFile out(outPath);
    const QByteArray source = asSource(writer.data());
    if (!out.open(QIODevice::WriteOnly) || out.write(source) != source.size() || !out.commit())
        return complain(outPath + QStringLiteral(": ") + out.errorString());
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: plimsoll-catalogc CATALOG_FOLDER OUT.cpp\n");
        return 2;
    }
    return compile(QFile::decodeName(argv[1]), QFile::decodeName(argv[2])) ? 0 : 1;
}
