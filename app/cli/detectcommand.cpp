// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/detectcommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/detecttext.h"
#include "app/cli/languageoption.h"
#include "app/cli/windowoptions.h"
#include "app/detect/detectnow.h"
#include "app/detect/gpuprobe.h"
#include "core/catalog/catalog.h"
#include "core/detect/detectjson.h"
#include "core/detect/gpumatch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DetectCommand)
};

constexpr QLatin1String kAsk("ask");
constexpr QLatin1String kJson("json");
constexpr QLatin1String kCatalog("catalog");
constexpr QLatin1String kUnit("unit");
constexpr QLatin1String kTimeout("timeout");
constexpr QLatin1String kRoot("root");
constexpr QLatin1String kDefaultTimeout("10");
constexpr int kLongestTimeout = 600;
constexpr int kLongestTimeoutOfChild = 86400; ///< GpuDetector chooses it

/// What GpuDetector starts this program for, and nobody types: `detect --ask VENDOR`.
bool asksForChild(const QStringList &arguments)
{
    return arguments.value(0) == QLatin1String("--") + kAsk;
}

int answerParent(const CommandLine &line, int seconds, const QString &root)
{
    const std::optional<GpuVendor> vendor = vendorFromName(line.value(kAsk));
    if (!vendor)
        return line.wrong(
            Text::tr("\"%1\" is none of %2").arg(line.value(kAsk), QStringLiteral("NVIDIA, AMD, Intel, Apple")));
    endProcessAfter(seconds);
    const QJsonObject document = detectionToJson({{probeGpus(*vendor, root)}}, nullptr);
    print(QByteArray('\n' + QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n'));
    return finish(ExitAnswered);
}

/// A catalog of the GPUs that the program does not know, as the person's own catalog file takes it.
QByteArray ownCatalog(const Detection &detection, const Catalog &catalog)
{
    QJsonArray records;
    for (const DetectedGpu &gpu : detection.gpus()) {
        const std::optional<QJsonObject> record = gpu.catalogId.isEmpty() ? recordOf(gpu, catalog) : std::nullopt;
        // Several of one kind are one record.
        if (record && !records.contains(*record))
            records.append(*record);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("plimsoll.catalog/1")},
                                     {QStringLiteral("gpus"), records}})
        .toJson(QJsonDocument::Indented);
}

void printText(const Detection &detection, SizeUnit unit)
{
    for (const VendorAnswer &answer : detection.answers) {
        if (!answer.problem.isEmpty())
            note(answer.problem);
    }
    const QList<DetectedGpu> gpus = detection.gpus();
    if (gpus.isEmpty()) {
        note(Text::tr("no GPU was found; those of the catalog can be planned with: plimsoll catalog gpus"));
        return;
    }
    print(detectText(gpus, unit));
    if (std::any_of(gpus.begin(), gpus.end(), [](const DetectedGpu &gpu) { return gpu.catalogId.isEmpty(); })) {
        note(Text::tr("a GPU that is not in the catalog can be added to yours: plimsoll detect --catalog prints the "
                      "content of %1")
                 .arg(Catalog::userFile()));
    }
}

} // namespace

int runDetect(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("detect"), QStringLiteral("[options]"),
        Text::tr("The GPUs of this computer: memory, what of it is free and who has the rest, and which of "
                 "the catalog each is."));
    line.addHeading(Text::tr("Options"));
    line.add({kJson, {}, Text::tr("answer as a plimsoll.detect/1 document")});
    line.add({kCatalog, {}, Text::tr("those that the catalog lacks, as a catalog of your own")});
    line.add({kUnit, QStringLiteral("GiB|GB"), Text::tr("what sizes are shown in; default GiB")});
    line.add({kTimeout, QStringLiteral("SECONDS"), Text::tr("how long a driver may take to answer; default 10")});
    line.add({kRoot, QStringLiteral("PATH"), Text::tr("read /sys, /proc and /usr/share below this folder")});
    const bool isChild = asksForChild(arguments);
    if (isChild)
        line.add({kAsk, QStringLiteral("VENDOR"), {}});
    if (const auto status = line.parse(arguments, 0))
        return *status;
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return complain(unit.error());
    const QString typed = line.isSet(kTimeout) ? line.value(kTimeout) : kDefaultTimeout;
    bool isNumber = false;
    const int seconds = typed.toInt(&isNumber);
    if (!isNumber || seconds < 1 || seconds > (isChild ? kLongestTimeoutOfChild : kLongestTimeout))
        return line.wrong(
            Text::tr("--timeout: \"%1\" is no number of seconds from 1 to %2").arg(typed).arg(kLongestTimeout));
    const QString root = line.isSet(kRoot) ? line.value(kRoot) : QStringLiteral("/");
    if (isChild)
        return answerParent(line, seconds, root);

    const Catalog catalog = openCatalog(line);
    Detection detection =
        detectNow({QCoreApplication::applicationFilePath(), root, commandLanguage(arguments), seconds * 1000});
    matchAll(detection, catalog);
    if (line.isSet(kJson))
        print(QJsonDocument(detectionToJson(detection, &catalog)).toJson(QJsonDocument::Indented));
    else if (line.isSet(kCatalog))
        print(ownCatalog(detection, catalog));
    else
        printText(detection, *unit);
    return finish(ExitAnswered);
}

} // namespace plimsoll
