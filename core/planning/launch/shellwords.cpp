// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/shellwords.h"

#include <QCoreApplication>

#include <optional>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ShellWords)
};

bool endsCommand(QChar c)
{
    return c == QLatin1Char(';') || c == QLatin1Char('&') || c == QLatin1Char('|') || c == QLatin1Char('\n');
}

} // namespace

Result<QStringList> shellWords(const QString &text)
{
    QStringList words;
    std::optional<QString> word; // there is one as soon as a quote opens, even an empty one
    const auto finish = [&] {
        if (word)
            words.append(*word);
        word.reset();
    };
    const auto put = [&](QChar c) {
        if (!word)
            word.emplace();
        word->append(c);
    };
    QChar quote; // null outside quotes
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quote == QLatin1Char('\'')) {
            c == quote ? void(quote = QChar()) : put(c);
            continue;
        }
        if (c == QLatin1Char('\\') && i + 1 < text.size()) {
            const QChar next = text.at(i + 1);
            const bool special = quote.isNull() || QStringLiteral("\\\"$`\n").contains(next);
            if (next == QLatin1Char('\r') && i + 2 < text.size() && text.at(i + 2) == QLatin1Char('\n'))
                i += 2; // a line that ends in \ on a system with carriage returns
            else if (special && next == QLatin1Char('\n'))
                ++i;
            else if (special)
                put(text.at(++i));
            else
                put(c);
            continue;
        }
        if (!quote.isNull()) {
            c == quote ? void(quote = QChar()) : put(c);
            continue;
        }
        if (c == QLatin1Char('\'') || c == QLatin1Char('"')) {
            quote = c;
            if (!word)
                word.emplace();
            continue;
        }
        if (c == QLatin1Char('#') && !word) {
            while (i + 1 < text.size() && text.at(i + 1) != QLatin1Char('\n'))
                ++i;
            continue;
        }
        if (endsCommand(c)) {
            finish();
            if (!words.isEmpty())
                return words;
            continue;
        }
        if (c.isSpace()) {
            finish();
            continue;
        }
        put(c);
    }
    if (!quote.isNull())
        return Error{
            QStringLiteral("bad-command"), {}, Text::tr("A quote (%1) is not closed.").arg(quote), ErrorKind::Typed};
    finish();
    return words;
}

} // namespace plimsoll
