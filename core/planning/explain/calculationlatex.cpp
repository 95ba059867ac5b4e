// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/explain/calculationtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CalculationText)
};

using Kind = CalculationBlock::Kind;

/// What stands for one character: what LaTeX keeps for itself, and the symbols of the formulas.
constexpr std::array<std::pair<char16_t, const char *>, 30> kReplacements = {{
    {u'\\', "\\textbackslash{}"},
    {u'{', "\\{"},
    {u'}', "\\}"},
    {u'$', "\\$"},
    {u'&', "\\&"},
    {u'#', "\\#"},
    {u'%', "\\%"},
    {u'_', "\\_"},
    {u'^', "\\textasciicircum{}"},
    {u'~', "\\textasciitilde{}"},
    {u'<', "$<$"},
    {u'>', "$>$"},
    {u'|', "$|$"},
    {u'"', "{\\char34}"},
    {u'\u00a0', "~"},
    {u'\u202f', "~"},
    {u'\u00d7', "$\\times$"},
    {u'\u00b7', "$\\cdot$"},
    {u'\u00b1', "$\\pm$"},
    {u'\u2212', "$-$"},
    {u'\u2211', "$\\sum$"},
    {u'\u03a3', "$\\Sigma$"},
    {u'\u2264', "$\\leq$"},
    {u'\u2265', "$\\geq$"},
    {u'\u2248', "$\\approx$"},
    {u'\u2192', "$\\rightarrow$"},
    {u'\u221e', "$\\infty$"},
    {u'\u2308', "$\\lceil$"},
    {u'\u2309', "$\\rceil$"},
    {u'\u2026', "\\ldots{}"},
}};

QString escaped(const QString &text)
{
    QString result;
    for (QChar c : text) {
        const auto *found = std::find_if(kReplacements.begin(), kReplacements.end(),
                                         [c](const auto &each) { return each.first == c.unicode(); });
        if (found != kReplacements.end())
            result += QLatin1String(found->second);
        else
            result += c;
    }
    return result;
}

/// An environment around blocks of one kind that follow each other.
struct Environment {
    QString begin, end;
};

Environment environmentOf(Kind kind)
{
    if (kind == Kind::Step) {
        return {QStringLiteral("\\begin{tabular}{lrr}\n%1 & %2 & %3 \\\\ \\hline\n")
                    .arg(escaped(Text::tr("Step")), escaped(Text::tr("Change")), escaped(Text::tr("In all"))),
                QStringLiteral("\\end{tabular}\n")};
    }
    if (kind == Kind::Point)
        return {QStringLiteral("\\begin{itemize}\n"), QStringLiteral("\\end{itemize}\n")};
    return {};
}

QString blockText(const CalculationBlock &block)
{
    const QString text = escaped(block.text);
    switch (block.kind) {
    case Kind::Title:
        return QStringLiteral("\\section*{%1}\n").arg(text);
    case Kind::Heading:
        return QStringLiteral("\\subsection*{%1}\n").arg(text);
    case Kind::Item:
        return QStringLiteral("\\paragraph*{%1}\n")
            .arg(block.size.isEmpty() ? text : Text::tr("%1: %2").arg(text, escaped(block.size)));
    case Kind::Step: // {}: a bracket that begins the label is no distance
        return QStringLiteral("{}%1 & %2 & %3 \\\\\n").arg(text, escaped(block.size), escaped(block.total));
    case Kind::Formula:
        return QStringLiteral("\\begin{quote}\\itshape %1\\end{quote}\n").arg(text);
    case Kind::Line:
        break;
    case Kind::Strong:
        return QStringLiteral("\\textbf{%1}\n\n").arg(text);
    case Kind::Point:
        return QStringLiteral("\\item {}%1\n").arg(text); // {}: a bracket that follows is no label
    case Kind::Source:
        return QStringLiteral("{\\footnotesize %1\\par}\n").arg(escaped(Text::tr("Source: %1").arg(block.text)));
    }
    return text + QLatin1String("\n\n");
}

} // namespace

QString latex(const Calculation &calculation)
{
    QString text;
    std::optional<Kind> before;
    for (const CalculationBlock &block : calculation) {
        if (before != block.kind) {
            if (before)
                text += environmentOf(*before).end;
            text += environmentOf(block.kind).begin;
        }
        text += blockText(block);
        before = block.kind;
    }
    if (before)
        text += environmentOf(*before).end;
    return text;
}

} // namespace plimsoll
