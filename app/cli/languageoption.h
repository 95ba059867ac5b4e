// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <optional>

namespace plimsoll {

/// --language, of every command and of the window.
inline constexpr QLatin1String kLanguage("--language");
inline constexpr QLatin1String kLanguageIs("--language=");

OptionHelp languageOption();

/// What is wrong with the language of a command line that could be read; nothing where it is a known one.
std::optional<QString> languageProblem(const CommandLine &line);

/// The language that was typed last, if any, before anything else is understood: help and complaints are in it too.
std::optional<QString> typedLanguage(const QStringList &arguments);

/// Of a command: the typed one, else English for JSON, which programs read, and "system" for people.
QString commandLanguage(const QStringList &arguments);

} // namespace plimsoll
