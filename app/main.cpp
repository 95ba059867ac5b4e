// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/languageoption.h"
#include "app/snapshot.h"
#include "app/translations.h"
#include "app/window.h"

#include <QApplication>
#include <QHashFunctions>
#include <QLocale>

#include <clocale>
#include <cstring>

#ifdef Q_OS_UNIX
#include <langinfo.h>
#endif

namespace {

/// Qt complains on standard error where the locale is not UTF-8, as on a bare system; scripts read that channel.
void preferUtf8Locale()
{
#ifdef Q_OS_UNIX
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    // Only how letters are stored changes; the language stays the one that was asked for, installed or not.
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QByteArray language = qgetenv(name); !language.isEmpty()) {
            qputenv("LANGUAGE", language.split('.').constFirst());
            break;
        }
    }
    qputenv("LC_ALL", "C.UTF-8");
#endif
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("plimsoll"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(PLIMSOLL_VERSION));

    QStringList typed;
    for (int i = 1; i < argc; ++i)
        typed << QString::fromLocal8Bit(argv[i]);
    if (!plimsoll::isCommandLine(typed))
        return plimsoll::runWindow(argc, argv, typed);

    preferUtf8Locale();
    // The command line speaks as scripts read it, whatever the locale; figures of it are the same everywhere.
    QLocale::setDefault(QLocale::c());
    if (plimsoll::drawsFigures(typed)) {
        plimsoll::preferOffscreen();
        // Qt seeds its hash tables at random, and what it writes can follow their order.
        QHashSeed::setDeterministicGlobalSeed();
        // QPdfWriter writes how far the clock is from UTC, in more or fewer letters.
        qputenv("TZ", "UTC");
        QApplication application(argc, argv);
        plimsoll::installTranslations(application, plimsoll::commandLanguage(typed));
        return plimsoll::runCommandLine(typed);
    }
    QCoreApplication application(argc, argv);
    plimsoll::installTranslations(application, plimsoll::commandLanguage(typed));
    return plimsoll::runCommandLine(QCoreApplication::arguments().mid(1));
}
