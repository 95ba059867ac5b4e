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
    static constexpr std::array<const char *, 16> suffixes = {"forsequenceclassification",
                                                              "forconditionalgeneration",
                                                              "fortokenclassification",
                                                              "forquestionanswering",
                                                              "forrewardmodel",
                                                              "forpretraining",
                                                              "forcausallm",
                                                              "formaskedlm",
                                                              "lmheadcustommodel",
                                                              "withlmheadmodel",
                                                              "lmheadmodel",
                                                              "encodermodel",
                                                              "textmodel",
                                                              "textonly",
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

const Dialect *findRelative(const QStringList &classesAndTypes, QString *name)
{
    // The more particular first: "qwen2moe" has "qwen2" in it.
    static constexpr std::array<const char *, 14> houses = {
        "deepseekv3", "deepseekv2", "qwen3moe", "qwen2moe", "qwen3", "qwen2",   "gemma3",
        "gemma2",     "internlm2",  "mixtral",  "mistral",  "llama", "gptneox", "gpt2"};
    for (const QString &wanted : classesAndTypes) {
        const QString own = dialectName(wanted);
        for (const char *house : houses) {
            *name = QLatin1String(house);
            if (own.contains(*name))
                return findDialect({*name});
        }
    }
    name->clear();
    return nullptr;
}

const Dialect &plainDialect()
{
    static constexpr Dialect plain;
    return plain;
}

} // namespace plimsoll
