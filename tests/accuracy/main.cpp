// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// plimsoll-accuracy: runs every measured row through resolve() and estimate().
//   (nothing)      prints the report
//   --write        writes docs/ACCURACY.md and tests/data/accuracy_baseline.json
//   --residuals    writes the residual tables into resources/catalog/engines/*.json; build again and --write after it
//   --check        exit 1 where an error grew past the committed one
//   --rows         prints every comparison as CSV, and what the intervals are made from
//   --speed        the same for speed: prints its report; with --fit writes resources/catalog/speed.json, with --write
//                  docs/ACCURACY-speed.md

#include "tests/accuracy/knownmisses.h"
#include "tests/accuracy/observations.h"
#include "tests/accuracy/report.h"
#include "tests/accuracy/residualtables.h"
#include "tests/accuracy/speedreport.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <set>

namespace {

const QString kRoot = QStringLiteral(PLIMSOLL_SOURCE_DIR "/");
const QString kBaseline = kRoot + QStringLiteral("tests/data/accuracy_baseline.json");

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// A value as JSON; of a list of objects one line each.
QByteArray oneLineEach(const QJsonValue &value)
{
    const auto compact = [](const QJsonValue &any) {
        const QByteArray list = QJsonDocument(QJsonArray{any}).toJson(QJsonDocument::Compact);
        return list.mid(1, list.size() - 2);
    };
    const QJsonArray list = value.toArray();
    if (list.isEmpty() || !list.first().isObject())
        return compact(value);
    QByteArrayList lines;
    for (const QJsonValue &each : list)
        lines.append("      " + compact(each));
    return "[\n" + lines.join(",\n") + "\n    ]";
}

/// Replaces the last member of the engine's file, so that the rest keeps the form that people gave it.
void writeResiduals(const accuracy::Measurements &measurements, const QString &engine)
{
    const QString path = kRoot + QStringLiteral("resources/catalog/engines/%1.json").arg(engine);
    QByteArray text = read(path);
    const QJsonObject table = accuracy::residualTable(measurements, engine);
    const qsizetype old = text.indexOf("\n  \"residuals\":");
    const qsizetype end = text.lastIndexOf('}');
    const qsizetype last = old >= 0 ? text.lastIndexOf(',', old) : text.lastIndexOf('\n', end);
    text = text.left(last).trimmed() + ",\n  \"residuals\": {\n";
    for (auto it = table.begin(); it != table.end(); ++it)
        text += "    \"" + it.key().toUtf8() + "\": " + oneLineEach(it.value())
                + (std::next(it) == table.end() ? "\n" : ",\n");
    text += "  }\n}\n";
    write(path, text);
}

int check(const accuracy::Measurements &measurements)
{
    const QJsonObject committed = QJsonDocument::fromJson(read(kBaseline)).object();
    const QStringList grew = accuracy::whatGrew(committed, accuracy::baselineOf(measurements));
    for (const QString &each : grew)
        std::fprintf(stderr, "%s\n", qPrintable(each));
    std::printf("%d rows, %lld figures compared, %lld grew\n", measurements.rows, (long long)committed.size(),
                (long long)grew.size());
    return grew.isEmpty() && !committed.isEmpty() ? 0 : 1;
}

} // namespace

namespace accuracy {

Measurements addAll(const plimsoll::Catalog &catalog)
{
    Measurements all;
    addVllmRuns(catalog, all);
    addVllmObservations(catalog, all);
    addSglangObservations(catalog, all);
    addLlamaCppRuns(catalog, all);
    addOtherObservations(all);
    for (Observation &observation : all.observations)
        observation.isUnstated = isUnstated(observation.row, observation.item);
    return all;
}

} // namespace accuracy

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.contains(QLatin1String("--speed")))
        return accuracy::speedMain(plimsoll::Catalog::builtIn(), arguments, kRoot);
    const accuracy::Measurements measurements = accuracy::addAll(plimsoll::Catalog::builtIn());
    if (arguments.contains(QLatin1String("--check")))
        return check(measurements);
    if (arguments.contains(QLatin1String("--residuals"))) {
        std::set<QString> engines;
        for (const accuracy::Total &total : measurements.totals)
            engines.insert(total.engine);
        for (const QString &engine : engines)
            writeResiduals(measurements, engine);
        return 0;
    }
    if (arguments.contains(QLatin1String("--rows"))) {
        const QByteArray rows = accuracy::csv(measurements).toUtf8();
        std::fwrite(rows.constData(), 1, size_t(rows.size()), stdout);
        return 0;
    }
    const QByteArray report = accuracy::markdown(measurements).toUtf8();
    if (arguments.contains(QLatin1String("--write"))) {
        write(kRoot + QStringLiteral("docs/ACCURACY.md"), report);
        write(kBaseline, QJsonDocument(accuracy::baselineOf(measurements)).toJson(QJsonDocument::Indented));
        return 0;
    }
    std::fwrite(report.constData(), 1, size_t(report.size()), stdout);
    return 0;
}
