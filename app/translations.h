// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QCoreApplication)

namespace plimsoll {

/// The languages that a person can choose: "en", "zh_CN".
QStringList knownLanguages();

/// "system", or one of knownLanguages().
bool isLanguageChoice(const QString &name);

/// The language that a choice comes to: itself, or for "system" and an empty one the first of the desktop's languages
/// that the program has, else "en".
QString languageFor(const QString &choice);

/// How numbers and dates are written with a choice. "system" is as the desktop writes them; a language is as the
/// desktop writes it where that is the desktop's own, else as its largest country does.
QLocale localeFor(const QString &choice);

/// Puts the texts of a choice in the place of those that were installed before: English with its plural forms
/// ("1 GPU", "2 GPUs"), over them those of another language with Qt's own. The language that it came to.
QString installTranslations(QCoreApplication &application, const QString &choice);

} // namespace plimsoll
