// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/console.h"
#include "app/cli/languageoption.h"
#include "app/cli/texttable.h"
#include "core/calibration/calibrationfile.h"
#include "core/catalog/catalog.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr QLatin1String kHelp("help");
constexpr QLatin1String kNoUserData("no-user-data");
constexpr QLatin1String kNoCalibration("no-calibration");
constexpr QLatin1String kOutput("output");

} // namespace

CommandLine::CommandLine(const QString &name, const QString &syntax, const QString &summary)
    : m_program(name.isEmpty() ? QStringLiteral("plimsoll") : QStringLiteral("plimsoll ") + name)
    , m_syntax(syntax)
    , m_summary(summary)
{
}

void CommandLine::add(const OptionHelp &option)
{
    QStringList names{option.name};
    if (option.name == kHelp)
        names.prepend(QStringLiteral("h"));
    if (option.name == kOutput)
        names.prepend(QStringLiteral("o"));
    m_parser.addOption(QCommandLineOption(names, option.text, option.valueName));
    m_options.push_back(option);
}

void CommandLine::addHeading(const QString &text)
{
    m_options.push_back({{}, {}, text});
}

std::optional<int> CommandLine::parse(const QStringList &arguments, int mostPositional)
{
    add({kNoUserData, {}, Text::tr("ignore your own catalog, settings and calibration")});
    add({kNoCalibration, {}, Text::tr("answer by the engines' rules alone, without what your own logs measured")});
    add(languageOption());
    add({kHelp, {}, Text::tr("this text")});
    const bool understood = m_parser.parse(QStringList{QStringLiteral("plimsoll")} + arguments);
    if (m_parser.isSet(kHelp)) {
        print(help());
        return finish(ExitAnswered);
    }
    if (const QStringList unknown = m_parser.unknownOptionNames(); !unknown.isEmpty()) {
        QStringList known;
        for (const OptionHelp &option : m_options) {
            if (!option.name.isEmpty())
                known << option.name;
        }
        const QString typed = unknown.constFirst();
        const QStringList nearest = nearestNames(typed, known);
        const QString dashes = typed.size() == 1 ? QStringLiteral("-") : QStringLiteral("--");
        return wrong(
            nearest.isEmpty()
                ? Text::tr("there is no option %1").arg(dashes + typed)
                : Text::tr("there is no option %1; the nearest is --%2").arg(dashes + typed, nearest.constFirst()));
    }
    if (!understood)
        return wrong(m_parser.errorText());
    if (const std::optional<QString> problem = languageProblem(*this))
        return wrong(*problem);
    if (m_parser.positionalArguments().size() > mostPositional) {
        return wrong(
            Text::tr("\"%1\" is one argument too many").arg(m_parser.positionalArguments().at(mostPositional)));
    }
    return {};
}

QString CommandLine::value(const QString &name) const
{
    const QStringList all = m_parser.values(name);
    return all.isEmpty() ? QString() : all.constLast();
}

int CommandLine::wrong(const QString &text) const
{
    complain(Text::tr("%1 (%2 --help lists what there is)").arg(text, m_program));
    return ExitTyped;
}

QString CommandLine::help() const
{
    QString text =
        Text::tr("Usage: %1 %2").arg(m_program, m_syntax) + QLatin1String("\n\n") + m_summary + QLatin1Char('\n');
    TextTable table;
    const auto flush = [&] {
        text += table.text(2);
        table = TextTable();
    };
    for (const OptionHelp &option : m_options) {
        if (option.name.isEmpty()) {
            flush();
            text += QLatin1Char('\n') + option.text + QLatin1Char('\n');
            continue;
        }
        QString left = QStringLiteral("--") + option.name;
        if (!option.valueName.isEmpty())
            left += QLatin1Char(' ') + option.valueName;
        table.addRow({left, option.text});
    }
    flush();
    return text;
}

Catalog openCatalog(const CommandLine &line)
{
    Catalog catalog = line.isSet(kNoUserData) ? Catalog::builtIn() : Catalog::withUserData();
    for (const QString &each : catalog.notes())
        note(each);
    if (line.isSet(kNoUserData) || line.isSet(kNoCalibration))
        return catalog;
    if (Result<Calibration> calibration = readCalibration(); calibration.ok())
        catalog.setCalibration(std::make_shared<const Calibration>(std::move(calibration).value()));
    else
        note(Text::tr("Your calibration is not used. %1").arg(calibration.error().text));
    return catalog;
}

} // namespace plimsoll
