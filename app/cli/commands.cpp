// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/calibrationcommand.h"
#include "app/cli/catalogcommand.h"
#include "app/cli/console.h"
#include "app/cli/detectcommand.h"
#include "app/cli/estimatecommand.h"
#include "app/cli/fitcommand.h"
#include "app/cli/inspectcommand.h"
#include "app/cli/languageoption.h"
#include "app/cli/launchcommand.h"
#include "app/cli/measurecommand.h"
#include "app/cli/rendercommand.h"
#include "app/cli/reportcommand.h"
#include "app/cli/texttable.h"
#include "core/catalog/catalog.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

struct Command {
    const char *name;
    int (*run)(const QStringList &arguments);
    const char *usage;
    const char *summary;
    bool draws = false; ///< needs a QApplication
};

constexpr Command kCommands[] = {
    {"estimate", runEstimate, "estimate [options]",
     QT_TRANSLATE_NOOP("Commands", "how much memory a plan takes, and what carries it")},
    {"inspect", runInspect, "inspect MODEL", QT_TRANSLATE_NOOP("Commands", "what a model is made of")},
    {"fit", runFit, "fit --question Q [options]",
     QT_TRANSLATE_NOOP("Commands", "the longest context, the fewest GPUs, the best format, ... that fit")},
    {"render", runRender, "render OUT.(svg|pdf|png|csv|md|html) [options]",
     QT_TRANSLATE_NOOP("Commands", "a chart or a table of a plan as a file"), true},
    {"report", runReport, "report PLAN... -o OUT.(html|md|pdf)",
     QT_TRANSLATE_NOOP("Commands", "a report on plans as a file"), true},
    {"launch", runLaunch, "launch [options]",
     QT_TRANSLATE_NOOP("Commands", "the command that starts the plan's engine")},
    {"measure", runMeasure, "measure LOG|- [options]",
     QT_TRANSLATE_NOOP("Commands", "what a start-up log says, item by item, beside the estimate")},
    {"calibration", runCalibration, "calibration list|remove|clear|on|off",
     QT_TRANSLATE_NOOP("Commands", "what your own logs measured, and whether estimates use it")},
    {"catalog", runCatalog, "catalog models|gpus|formats|engines",
     QT_TRANSLATE_NOOP("Commands", "what Plimsoll knows")},
    {"detect", runDetect, "detect [options]", QT_TRANSLATE_NOOP("Commands", "the GPUs of this computer")},
};

/// Of every command.
const QStringList kSwitches{QStringLiteral("--no-user-data"), QStringLiteral("--no-calibration")};

/// The first argument that says what to do; those of every command may stand before it.
qsizetype commandIndex(const QStringList &arguments)
{
    qsizetype index = 0;
    while (index < arguments.size()) {
        if (kSwitches.contains(arguments.at(index)) || arguments.at(index).startsWith(kLanguageIs))
            ++index;
        else if (arguments.at(index) == kLanguage)
            index += 2;
        else
            break;
    }
    return std::min(index, arguments.size());
}

const Command *findCommand(const QString &name)
{
    const auto found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                    [&](const Command &each) { return name == QLatin1String(each.name); });
    return found == std::end(kCommands) ? nullptr : &*found;
}

bool looksLikeFile(const QString &argument)
{
    return argument.contains(QLatin1Char('/')) || argument.contains(QLatin1Char('\\'))
           || argument.contains(QLatin1Char('.')) || (!argument.isEmpty() && QFileInfo::exists(argument));
}

int printHelp()
{
    QString text = Text::tr("Plimsoll says how much GPU memory a large language model takes, and which GPU carries it.")
                   + QLatin1String("\n\n");
    TextTable usage;
    usage.addRow({QStringLiteral("plimsoll [FILE]"),
                  Text::tr("open the window: with a plan, a figure, a model or a start-up log")});
    for (const Command &each : kCommands) {
        usage.addRow({QStringLiteral("plimsoll ") + QLatin1String(each.usage),
                      QCoreApplication::translate("Commands", each.summary)});
    }
    usage.addRow({QStringLiteral("plimsoll --snapshot FILE.png"),
                  Text::tr("a picture of the window; --size WxH, --theme NAME, --scale N, --page ID")});
    usage.addRow({QStringLiteral("plimsoll --version"), Text::tr("the version")});
    usage.addRow({QStringLiteral("plimsoll COMMAND --help"), Text::tr("the options of a command")});
    text += usage.text(2) + QLatin1Char('\n');
    text +=
        Text::tr("Exit status: 0 answered; 1 --check, and it does not fit or is not up to date; 2 something typed is "
                 "wrong; 3 something in a file is, or the Hugging Face Hub cannot be asked.")
        + QLatin1Char('\n');
    print(text);
    return finish(ExitAnswered);
}

int unknownCommand(const QString &name)
{
    QStringList known;
    for (const Command &each : kCommands)
        known << QLatin1String(each.name);
    const QStringList nearest = nearestNames(name, known);
    const QString hint = nearest.isEmpty() ? QString() : Text::tr("did you mean %1? ").arg(nearest.constFirst());
    complain(Text::tr("\"%1\" is neither a command nor a file; %2plimsoll --help lists the commands").arg(name, hint));
    return ExitTyped;
}

} // namespace

bool isCommandLine(const QStringList &arguments)
{
    const qsizetype index = commandIndex(arguments);
    if (index == arguments.size())
        return false;
    const QString &first = arguments.at(index);
    if (first.startsWith(QLatin1Char('-'))) {
        static const QStringList answered{QStringLiteral("--help"), QStringLiteral("-h"), QStringLiteral("--version"),
                                          QStringLiteral("-v")};
        return answered.contains(first);
    }
    return findCommand(first) || first == QLatin1String("help") || !looksLikeFile(first);
}

bool drawsFigures(const QStringList &arguments)
{
    const qsizetype index = commandIndex(arguments);
    const QString first = arguments.value(index);
    const Command *command = findCommand(first == QLatin1String("help") ? arguments.value(index + 1) : first);
    return command && command->draws;
}

int runCommandLine(const QStringList &arguments)
{
    const qsizetype index = commandIndex(arguments);
    const QString first = arguments.value(index);
    QStringList rest = arguments.mid(index + 1);
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        print(QStringLiteral("plimsoll " PLIMSOLL_VERSION "\n"));
        return finish(ExitAnswered);
    }
    if (first == QLatin1String("help") && findCommand(rest.value(0)))
        return findCommand(rest.value(0))->run({QStringLiteral("--help")});
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help"))
        return printHelp();
    const Command *command = findCommand(first);
    if (!command)
        return unknownCommand(first);
    rest.append(arguments.first(index));
    return command->run(rest);
}

} // namespace plimsoll
