// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/dialect.h"

#include <array>

namespace plimsoll {

namespace {

bool goesBy(const Dialect &dialect, QByteArrayView name)
{
    QByteArrayView names(dialect.names);
    while (!names.isEmpty()) {
        const qsizetype end = names.indexOf(' ');
        if ((end < 0 ? names : names.first(end)) == name)
            return true;
        names = end < 0 ? QByteArrayView() : names.sliced(end + 1);
    }
    return false;
}

} // namespace

QString dialectName(const QString &classOrModelType)
{
    // The longest first: a class may end in several of them.
    static constexpr std::array<const char *, 14> suffixes = {"forsequenceclassification",
                                                              "forconditionalgeneration",
                                                              "fortokenclassification",
                                                              "formaskedlm",
                                                              "forrewardmodel",
                                                              "forpretraining",
                                                              "forcausallm",
                                                              "textmodel",
                                                              "lmheadmodel",
                                                              "lmheadcustommodel",
                                                              "textonly",
                                                              "modelforcausallm",
                                                              "model",
                                                              "text"};
    QString name = classOrModelType.left(100).toLower();
    name.remove(QLatin1Char('_')).remove(QLatin1Char('-')).remove(QLatin1Char('.'));
    for (const char *suffix : suffixes) {
        const QLatin1String ending(suffix);
        if (name.size() > ending.size() && name.endsWith(ending)) {
            name.chop(ending.size());
            break;
        }
    }
    return name;
}

const Dialect *findDialect(const QStringList &classesAndTypes)
{
    for (const QString &wanted : classesAndTypes) {
        const QByteArray name = dialectName(wanted).toLatin1();
        if (name.isEmpty() || name.contains(' '))
            continue;
        for (const std::span<const Dialect> table : {denseDialects(), expertDialects(), otherDialects()}) {
            for (const Dialect &dialect : table) {
                if (goesBy(dialect, name))
                    return &dialect;
            }
        }
    }
    return nullptr;
}

const Dialect &plainDialect()
{
    static constexpr Dialect plain;
    return plain;
}

} // namespace plimsoll
