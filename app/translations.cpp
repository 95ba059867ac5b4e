// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace plimsoll {
namespace {

const QString kOurs = QStringLiteral("plimsoll-translator");

void install(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(kOurs);
    if (translator->load(file, folder))
        application.installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList knownLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

bool isLanguageChoice(const QString &name)
{
    return name == QLatin1String("system") || knownLanguages().contains(name);
}

QString languageFor(const QString &choice)
{
    if (knownLanguages().contains(choice))
        return choice;
    for (const QString &name : QLocale::system().uiLanguages()) {
        const QLocale locale(name);
        if (locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript)
            return QStringLiteral("zh_CN");
        if (locale.language() == QLocale::English || locale.language() == QLocale::C)
            break;
    }
    return QStringLiteral("en");
}

QLocale localeFor(const QString &choice)
{
    const QLocale system = QLocale::system();
    if (!knownLanguages().contains(choice))
        return system;
    const QLocale wanted(choice);
    return system.language() == wanted.language() && system.script() == wanted.script() ? system : wanted;
}

QString installTranslations(QCoreApplication &application, const QString &choice)
{
    for (QTranslator *old : application.findChildren<QTranslator *>(kOurs, Qt::FindDirectChildrenOnly))
        delete old; // which also takes it out of the application
    const QString language = languageFor(choice);
    const QString folder = QStringLiteral(":/i18n");
    install(application, QStringLiteral("plimsoll_en"), folder);
    if (language != QLatin1String("en")) {
        install(application, QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(application, QStringLiteral("plimsoll_") + language, folder);
    }
    return language;
}

} // namespace plimsoll
