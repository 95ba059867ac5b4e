// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibrationcommand.h"

#include "app/cli/calibrationtext.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/windowoptions.h"
#include "core/calibration/calibrationfile.h"
#include "core/calibration/calibrationjson.h"
#include "core/catalog/catalog.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CalibrationCommand)
};

constexpr QLatin1String kJson("json");
constexpr QLatin1String kUnit("unit");

int show(const CommandLine &line, const Calibration &calibration, SizeUnit unit)
{
    if (line.isSet(kJson))
        print(QJsonDocument(calibrationToJson(calibration)).toJson(QJsonDocument::Indented));
    else
        print(calibrationText(calibration, openCatalog(line), unit));
    return finish(ExitAnswered);
}

int change(const CommandLine &line, SizeUnit unit, const std::function<void(Calibration &)> &edit)
{
    const Result<ChangedCalibration> changed = changeCalibration(edit);
    if (!changed.ok())
        return complain(changed.error());
    if (!changed->setAside.isEmpty())
        note(setAsideText(changed->setAside));
    return show(line, changed->calibration, unit);
}

int remove(const CommandLine &line, const QString &typed, SizeUnit unit)
{
    const Result<Calibration> before = readCalibration();
    if (!before.ok())
        return complain(before.error());
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    const size_t count = before->records.size();
    if (!isNumber || number < 1 || size_t(number) > count) {
        return line.wrong(count == 0
                              ? Text::tr("there is no record to remove")
                              : Text::tr("\"%1\" is no number of a record; there are 1 to %2").arg(typed).arg(count));
    }
    // By what it is, not by its place: another program may have changed the file since.
    const CalibrationRecord gone = *before->records[size_t(number - 1)];
    return change(line, unit, [&](Calibration &calibration) {
        std::erase_if(calibration.records, [&](const auto &each) { return *each == gone; });
    });
}

int answer(const CommandLine &line, SizeUnit unit)
{
    const QString action = line.positional().value(0, QStringLiteral("list"));
    const bool takesNumber = action == QLatin1String("remove");
    if (line.positional().size() > (takesNumber ? 2 : 1))
        return line.wrong(Text::tr("\"%1\" is one argument too many").arg(line.positional().constLast()));
    if (action == QLatin1String("list")) {
        const Result<Calibration> calibration =
            line.isSet(QStringLiteral("no-user-data")) ? Calibration() : readCalibration();
        return calibration.ok() ? show(line, *calibration, unit) : complain(calibration.error());
    }
    if (line.isSet(QStringLiteral("no-user-data")))
        return line.wrong(Text::tr("--no-user-data ignores what %1 would change").arg(action));
    if (takesNumber)
        return remove(line, line.positional().value(1), unit);
    if (action == QLatin1String("clear"))
        return change(line, unit, [](Calibration &calibration) { calibration.records.clear(); });
    if (action == QLatin1String("on") || action == QLatin1String("off")) {
        return change(line, unit, [&](Calibration &calibration) { calibration.isOn = action == QLatin1String("on"); });
    }
    return line.wrong(Text::tr("\"%1\" is none of list, remove, clear, on and off").arg(action));
}

} // namespace

int runCalibration(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("calibration"), QStringLiteral("list|remove|clear|on|off [N] [options]"),
                     Text::tr("What your own start-up logs measured beside the estimate (plimsoll measure LOG "
                              "--calibrate) and every estimate of the same engine, version, GPU and layout takes over: "
                              "lists the records, removes one or all, and turns their use on or off."));
    line.addHeading(Text::tr("Options"));
    line.add({kJson, {}, Text::tr("answer as a plimsoll.calibration/1 document")});
    line.add({kUnit, QStringLiteral("GiB|GB"), Text::tr("what sizes are shown in; default GiB")});
    if (const auto status = line.parse(arguments, 2))
        return *status;
    const Result<SizeUnit> unit = unitFrom(line);
    return unit.ok() ? answer(line, *unit) : complain(unit.error());
}

} // namespace plimsoll
