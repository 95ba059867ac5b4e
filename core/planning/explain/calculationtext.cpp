// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/explain/calculationtext.h"

#include "core/planning/explain/escapedmarkdown.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CalculationText)
};

using Kind = CalculationBlock::Kind;

QString underlined(const QString &text, QChar line)
{
    return text + QLatin1Char('\n') + QString(text.size(), line) + QLatin1Char('\n');
}

QString withSize(const CalculationBlock &block)
{
    return block.size.isEmpty() ? block.text : Text::tr("%1: %2").arg(block.text, block.size);
}

/// The widest of each column of the waterfall, so that numbers stand below each other.
struct Columns {
    explicit Columns(const Calculation &calculation)
    {
        for (const CalculationBlock &block : calculation) {
            if (block.kind != Kind::Step)
                continue;
            label = std::max(label, block.text.size());
            size = std::max(size, block.size.size());
            total = std::max(total, block.total.size());
        }
    }
    qsizetype label = 0, size = 0, total = 0;
};

} // namespace

QString plainText(const Calculation &calculation)
{
    const Columns columns(calculation);
    QString text;
    for (const CalculationBlock &block : calculation) {
        switch (block.kind) {
        case Kind::Title:
            text += underlined(block.text, QLatin1Char('='));
            break;
        case Kind::Heading:
            text += QLatin1Char('\n') + underlined(block.text, QLatin1Char('-'));
            break;
        case Kind::Item:
            text += QLatin1Char('\n') + withSize(block) + QLatin1Char('\n');
            break;
        case Kind::Step:
            text += QStringLiteral("  %1  %2  = %3\n")
                        .arg(block.text.leftJustified(columns.label), block.size.rightJustified(columns.size),
                             block.total.rightJustified(columns.total));
            break;
        case Kind::Formula:
            text += QLatin1String("    ") + block.text + QLatin1Char('\n');
            break;
        case Kind::Line:
        case Kind::Strong:
            text += block.text + QLatin1Char('\n');
            break;
        case Kind::Point:
            text += QLatin1String("  - ") + block.text + QLatin1Char('\n');
            break;
        case Kind::Source:
            text += QLatin1String("  ") + Text::tr("Source: %1").arg(block.text) + QLatin1Char('\n');
            break;
        }
    }
    return text;
}

QString markdown(const Calculation &calculation)
{
    QString text;
    std::optional<Kind> before;
    for (const CalculationBlock &block : calculation) {
        // Rows of a table and points of a list belong together; everything else is a paragraph of its own.
        const bool joins = before == block.kind && (block.kind == Kind::Step || block.kind == Kind::Point);
        if (before && !joins)
            text += QLatin1Char('\n');
        const QString plain = escapedMarkdown(block.text);
        switch (block.kind) {
        case Kind::Title:
            text += QLatin1String("# ") + plain;
            break;
        case Kind::Heading:
            text += QLatin1String("## ") + plain;
            break;
        case Kind::Item:
            text += QLatin1String("### ") + escapedMarkdown(withSize(block));
            break;
        case Kind::Step:
            if (!joins) {
                text += QStringLiteral("| %1 | %2 | %3 |\n| --- | ---: | ---: |\n")
                            .arg(escapedMarkdown(Text::tr("Step")), escapedMarkdown(Text::tr("Change")),
                                 escapedMarkdown(Text::tr("In all")));
            }
            text += QStringLiteral("| %1 | %2 | %3 |")
                        .arg(plain, escapedMarkdown(block.size), escapedMarkdown(block.total));
            break;
        case Kind::Formula:
            text += QLatin1String("> ") + plain;
            break;
        case Kind::Line:
            text += plain;
            break;
        case Kind::Strong:
            text += QStringLiteral("**%1**").arg(plain);
            break;
        case Kind::Point:
            text += QLatin1String("- ") + plain;
            break;
        case Kind::Source:
            text += QStringLiteral("*%1*").arg(escapedMarkdown(Text::tr("Source: %1").arg(block.text)));
            break;
        }
        text += QLatin1Char('\n');
        before = block.kind;
    }
    return text;
}

} // namespace plimsoll
