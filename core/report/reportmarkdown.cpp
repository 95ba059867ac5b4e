// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/explain/escapedmarkdown.h"
#include "core/report/report.h"

#include <QUrl>

#include <algorithm>
#include <optional>

namespace plimsoll {
namespace {

using Kind = ReportBlock::Kind;

QString line(const QString &text)
{
    return escapedMarkdown(text.simplified());
}

QString row(const QStringList &cells, bool strong)
{
    QString text(QLatin1Char('|'));
    for (const QString &cell : cells)
        text += QLatin1Char(' ') + (strong && !cell.isEmpty() ? QStringLiteral("**%1**").arg(line(cell)) : line(cell))
                + QLatin1String(" |");
    return text + QLatin1Char('\n');
}

QString tableText(const ReportTable &table)
{
    QString text = row(table.head, false) + QLatin1Char('|');
    for (qsizetype i = 0; i < table.head.size(); ++i)
        text += table.numbers.contains(i) ? QLatin1String(" ---: |") : QLatin1String(" --- |");
    text += QLatin1Char('\n');
    for (size_t i = 0; i < table.rows.size(); ++i)
        text += row(table.rows[i], table.endsInTotal && i + 1 == table.rows.size());
    return text;
}

/// Longer than any run of its sign in the code.
QString fenceFor(const QString &code)
{
    qsizetype longest = 2, run = 0;
    for (const QChar c : code) {
        run = c == QLatin1Char('`') ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(longest + 1, QLatin1Char('`'));
}

QString blockText(const ReportBlock &block)
{
    switch (block.kind) {
    case Kind::Heading:
        return QString(block.level, QLatin1Char('#')) + QLatin1Char(' ') + line(block.text) + QLatin1Char('\n');
    case Kind::Text:
        return line(block.text) + QLatin1Char('\n');
    case Kind::Strong:
        return QStringLiteral("**%1**\n").arg(line(block.text));
    case Kind::Point:
        return QLatin1String("- ") + line(block.text) + QLatin1Char('\n');
    case Kind::Formula:
        return QLatin1String("> ") + line(block.text) + QLatin1Char('\n');
    case Kind::Source:
        return QStringLiteral("*%1*\n").arg(line(block.text));
    case Kind::Code: {
        const QString fence = fenceFor(block.text);
        return fence + QLatin1Char('\n') + block.text.trimmed() + QLatin1Char('\n') + fence + QLatin1Char('\n');
    }
    case Kind::Table:
        return tableText(block.table);
    case Kind::Figure:
        break;
    }
    return QStringLiteral("![%1](%2)\n")
        .arg(line(block.figure.title), QString::fromLatin1(QUrl::toPercentEncoding(block.figure.file)));
}

} // namespace

QByteArray reportMarkdown(const Report &report)
{
    QString text;
    std::optional<Kind> before;
    for (const ReportBlock &block : report) {
        if (before && !(before == Kind::Point && block.kind == Kind::Point))
            text += QLatin1Char('\n');
        text += blockText(block);
        before = block.kind;
    }
    return text.toUtf8();
}

} // namespace plimsoll
