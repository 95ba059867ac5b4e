// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace plimsoll {

void installTranslations(QCoreApplication &application)
{
    const auto install = [&application](QTranslator *translator, bool loaded) {
        if (loaded)
            application.installTranslator(translator);
        else
            delete translator;
    };
    auto *plurals = new QTranslator(&application);
    install(plurals, plurals->load(QStringLiteral(":/i18n/plimsoll_en.qm")));
    if (QLocale::system().language() == QLocale::English || QLocale::system().language() == QLocale::C)
        return;
    auto *language = new QTranslator(&application);
    install(language, language->load(QLocale::system(), QStringLiteral("plimsoll"), QStringLiteral("_"),
                                     QStringLiteral(":/i18n")));
}

} // namespace plimsoll
