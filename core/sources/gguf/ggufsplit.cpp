// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufsplit.h"

#include <QRegularExpression>

namespace plimsoll {
namespace {

QRegularExpressionMatch matchPart(const QString &fileName)
{
    static const QRegularExpression part(QStringLiteral("\\A(.+)-(\\d{5})-of-(\\d{5})\\.gguf\\z"),
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::DotMatchesEverythingOption);
    return part.match(fileName);
}

} // namespace

QStringList ggufPartNames(const QString &fileName)
{
    const QRegularExpressionMatch match = matchPart(fileName);
    const int count = match.captured(3).toInt();
    if (!match.hasMatch() || count == 0 || match.captured(2).toInt() > count)
        return {fileName};
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names.append(QStringLiteral("%1-%2-of-%3%4")
                         .arg(match.captured(1))
                         .arg(i, 5, 10, QLatin1Char('0'))
                         .arg(match.captured(3), fileName.right(5)));
    return names;
}

int ggufPartIndex(const QString &fileName)
{
    const QRegularExpressionMatch match = matchPart(fileName);
    return match.hasMatch() ? match.captured(2).toInt() - 1 : -1;
}

QStringList ggufModels(QStringList names)
{
    names.removeIf([](const QString &name) {
        return ggufPartIndex(name) > 0 || name.contains(QLatin1String("mmproj"), Qt::CaseInsensitive);
    });
    return names;
}

QStringList ggufModels(const QDir &folder)
{
    return ggufModels(folder.entryList({QStringLiteral("*.gguf")}, QDir::Files, QDir::Name));
}

} // namespace plimsoll
