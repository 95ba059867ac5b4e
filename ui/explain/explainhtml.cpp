// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/explainhtml.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExplainPage)
};

using Kind = CalculationBlock::Kind;

QString anchor(const CalculationBlock &block)
{
    return block.anchor.isEmpty() ? QString() : QStringLiteral("<a name=\"%1\"></a>").arg(block.anchor);
}

QString blockHtml(const CalculationBlock &block, Theme theme)
{
    const QString text = block.text.toHtmlEscaped();
    switch (block.kind) {
    case Kind::Title: // stands above the chart
        return {};
    case Kind::Heading:
        return QStringLiteral("<h3>%1%2</h3>").arg(anchor(block), text);
    case Kind::Item:
        return QStringLiteral("<h4>%1<span style=\"color:%2\">\u25a0</span> %3 &nbsp; %4</h4>")
            .arg(anchor(block), theme.itemFill(block.item.value_or(Item::Weights)).name(), text,
                 block.size.toHtmlEscaped());
    case Kind::Step:
        return QStringLiteral("<tr><td>%1</td><td align=\"right\">%2</td><td align=\"right\">= %3</td></tr>")
            .arg(text, block.size.toHtmlEscaped(), block.total.toHtmlEscaped());
    case Kind::Formula:
        return QStringLiteral("<p class=\"formula\" style=\"color:%1\">%2</p>")
            .arg(theme.color(ThemeColor::Accent).name(), text);
    case Kind::Line:
        return QStringLiteral("<p>%1</p>").arg(text);
    case Kind::Strong:
        return QStringLiteral("<p><b>%1</b></p>").arg(text);
    case Kind::Point:
        return QStringLiteral("<li>%1</li>").arg(text);
    case Kind::Source:
        break;
    }
    return QStringLiteral("<p class=\"source\" style=\"color:%1\">%2</p>")
        .arg(theme.color(ThemeColor::MutedText).name(), Text::tr("Source: %1").arg(block.text).toHtmlEscaped());
}

QString begin(Kind kind)
{
    if (kind == Kind::Step)
        return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"3\">");
    return kind == Kind::Point ? QStringLiteral("<ul>") : QString();
}

QString end(Kind kind)
{
    if (kind == Kind::Step)
        return QStringLiteral("</table>");
    return kind == Kind::Point ? QStringLiteral("</ul>") : QString();
}

} // namespace

QString explainHtml(const Calculation &calculation, Theme theme)
{
    QString html;
    std::optional<Kind> before;
    for (const CalculationBlock &block : calculation) {
        if (before != block.kind) {
            if (before)
                html += end(*before);
            html += begin(block.kind);
        }
        html += blockHtml(block, theme);
        before = block.kind;
    }
    if (before)
        html += end(*before);
    return QStringLiteral("<html><head><style>"
                          "h3 { margin-top: 14px; margin-bottom: 4px; }"
                          "h4 { margin-top: 14px; margin-bottom: 2px; }"
                          "p { margin-top: 2px; margin-bottom: 2px; }"
                          "p.formula { font-style: italic; margin-top: 3px; margin-bottom: 3px; }"
                          "p.source { font-size: small; margin-left: 16px; }"
                          "ul { margin-top: 2px; margin-bottom: 2px; }"
                          "td { padding-right: 18px; }"
                          "</style></head><body>")
           + html + QStringLiteral("</body></html>");
}

} // namespace plimsoll
