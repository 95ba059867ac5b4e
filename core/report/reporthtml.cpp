// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

using Kind = ReportBlock::Kind;

/// One column, dark on white on the screen and on paper, where nothing that belongs together is torn.
constexpr QLatin1String kStyle(R"(:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; color: #1a1d21; background: #fff;
  max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 0.5em; break-after: avoid; }
h1 { font-size: 1.7em; margin-top: 0; }
h2 { font-size: 1.35em; border-bottom: 1px solid #c9ced6; padding-bottom: 0.2em; }
h3 { font-size: 1.12em; }
h4, h5, h6 { font-size: 1em; }
p, ul { margin: 0.5em 0; }
.strong { font-weight: 600; }
.formula { margin-left: 1.2em; font-style: italic; }
.source { color: #5a626d; font-size: 0.87em; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 0.8em 0; font-size: 0.94em; }
th, td { text-align: left; vertical-align: top; padding: 0.3em 0.9em 0.3em 0; border-bottom: 1px solid #e3e6ea; }
th { font-weight: 600; border-bottom-color: #8b929c; }
th.number, td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.total td { font-weight: 600; border-top: 1px solid #8b929c; }
pre { font: 0.87em/1.45 "DejaVu Sans Mono", ui-monospace, monospace; background: #f4f5f7; border: 1px solid #dfe2e6;
  border-radius: 4px; padding: 0.8em 1em; white-space: pre-wrap; overflow-wrap: anywhere; }
figure { margin: 1.2em 0; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; }
@media print {
  @page { margin: 18mm 16mm; }
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
  tr, pre, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .formula, .source { break-before: avoid; }
}
)");

QString element(const QString &tag, const QString &text)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(tag, text.toHtmlEscaped());
}

QString paragraph(const char *kind, const QString &text)
{
    return QStringLiteral("<p class=\"%1\">%2</p>\n").arg(QLatin1String(kind), text.toHtmlEscaped());
}

QString row(const QStringList &cells, const ReportTable &table, const QString &tag)
{
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString kind = table.numbers.contains(i) ? QStringLiteral(" class=\"number\"") : QString();
        text += QStringLiteral("<%1%2>%3</%1>").arg(tag, kind, cells[i].toHtmlEscaped());
    }
    return text + QLatin1String("</tr>\n");
}

QString tableText(const ReportTable &table)
{
    QString text = QLatin1String("<table>\n<thead><tr>") + row(table.head, table, QStringLiteral("th"))
                   + QLatin1String("</thead>\n<tbody>\n");
    for (size_t i = 0; i < table.rows.size(); ++i) {
        const bool isTotal = table.endsInTotal && i + 1 == table.rows.size();
        text += (isTotal ? QLatin1String("<tr class=\"total\">") : QLatin1String("<tr>"))
                + row(table.rows[i], table, QStringLiteral("td"));
    }
    return text + QLatin1String("</tbody>\n</table>\n");
}

/// The drawing without its prologue. Names in it become those of one figure, since a page has many.
QString drawingIn(const QByteArray &svg, int figure)
{
    QString drawing = QString::fromUtf8(svg.mid(std::max<qsizetype>(0, svg.indexOf("<svg")))).trimmed();
    const QString prefix = QStringLiteral("figure%1-").arg(figure);
    for (const char *before : {" id=\"", "url(#", "href=\"#"})
        drawing.replace(QLatin1String(before), QLatin1String(before) + prefix);
    return drawing;
}

QString blockText(const ReportBlock &block, int figure)
{
    switch (block.kind) {
    case Kind::Heading:
        return element(QStringLiteral("h%1").arg(std::min(block.level, 6)), block.text);
    case Kind::Text:
        return element(QStringLiteral("p"), block.text);
    case Kind::Strong:
        return paragraph("strong", block.text);
    case Kind::Point:
        return element(QStringLiteral("li"), block.text);
    case Kind::Formula:
        return paragraph("formula", block.text);
    case Kind::Source:
        return paragraph("source", block.text);
    case Kind::Code:
        return QStringLiteral("<pre><code>%1</code></pre>\n").arg(block.text.trimmed().toHtmlEscaped());
    case Kind::Table:
        return tableText(block.table);
    case Kind::Figure:
        break;
    }
    return QStringLiteral("<figure role=\"img\" aria-label=\"%1\">\n%2\n</figure>\n")
        .arg(block.figure.words.toHtmlEscaped(), drawingIn(block.figure.svg, figure));
}

} // namespace

QByteArray reportHtml(const Report &report, const QString &title)
{
    QString text = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                                  "<meta name=\"generator\" content=\"Plimsoll %2\">\n")
                       .arg(Text::tr("en", "code of the language of this translation, as HTML has it"),
                            QString::fromLatin1(PLIMSOLL_VERSION));
    text += element(QStringLiteral("title"), title);
    text += QLatin1String("<style>\n") + kStyle + QLatin1String("</style>\n</head>\n<body>\n");
    int figures = 0;
    bool inList = false;
    for (const ReportBlock &block : report) {
        if (inList != (block.kind == Kind::Point)) {
            inList = !inList;
            text += inList ? QLatin1String("<ul>\n") : QLatin1String("</ul>\n");
        }
        figures += block.kind == Kind::Figure ? 1 : 0;
        text += blockText(block, figures);
    }
    if (inList)
        text += QLatin1String("</ul>\n");
    return (text + QLatin1String("</body>\n</html>\n")).toUtf8();
}

} // namespace plimsoll
