// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/languageoption.h"

#include "app/cli/commands.h"
#include "app/translations.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LanguageOption)
};

QStringList choices()
{
    return QStringList{QStringLiteral("system")} + knownLanguages();
}

} // namespace

OptionHelp languageOption()
{
    return {kLanguage.mid(2), choices().join(QLatin1Char('|')), Text::tr("language of the texts")};
}

std::optional<QString> languageProblem(const CommandLine &line)
{
    const QString option = kLanguage.mid(2);
    if (!line.isSet(option) || isLanguageChoice(line.value(option)))
        return {};
    return Text::tr("--language: \"%1\" is not one of %2").arg(line.value(option), choices().join(QLatin1String(", ")));
}

std::optional<QString> typedLanguage(const QStringList &arguments)
{
    std::optional<QString> found;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith(kLanguageIs))
            found = arguments.at(i).mid(kLanguageIs.size());
        else if (arguments.at(i) == kLanguage && i + 1 < arguments.size())
            found = arguments.at(++i);
    }
    return found;
}

QString commandLanguage(const QStringList &arguments)
{
    const bool asksForHelp = arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("help"));
    // What is kept, compared and read by scripts is the same on every computer.
    const bool isKept = arguments.contains(QLatin1String("--json")) || (drawsFigures(arguments) && !asksForHelp);
    return typedLanguage(arguments).value_or(isKept ? QStringLiteral("en") : QStringLiteral("system"));
}

} // namespace plimsoll
