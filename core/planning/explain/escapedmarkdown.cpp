// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/explain/escapedmarkdown.h"

namespace plimsoll {

QString escapedMarkdown(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_[]<>|#~$&");
    QString escaped;
    for (QChar c : text) {
        if (special.contains(c))
            escaped += QLatin1Char('\\');
        escaped += c;
    }
    // A line that begins with a sign or a number would be a list.
    static const QString listSigns = QStringLiteral("+-");
    if (!escaped.isEmpty() && listSigns.contains(escaped.front()))
        escaped.prepend(QLatin1Char('\\'));
    qsizetype digits = 0;
    while (digits < escaped.size() && escaped[digits].isDigit())
        ++digits;
    if (digits > 0 && digits + 1 < escaped.size() && escaped[digits] == QLatin1Char('.')
        && escaped[digits + 1] == QLatin1Char(' '))
        escaped.insert(digits, QLatin1Char('\\'));
    return escaped;
}

} // namespace plimsoll
