// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/tablewriters.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

using Kind = ReportBlock::Kind;

/// Styles stand in the elements: what is pasted into a document comes without a style sheet.
QString row(const QStringList &cells, const ReportTable &table, const QString &tag, bool strong)
{
    QString text = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString side = table.numbers.contains(i) ? QStringLiteral("right") : QStringLiteral("left");
        const QString weight = strong ? QStringLiteral(";font-weight:bold") : QString();
        text += QStringLiteral("<%1 style=\"text-align:%2;padding:2px 8px%3\">%4</%1>")
                    .arg(tag, side, weight, cells[i].toHtmlEscaped());
    }
    return text + QLatin1String("</tr>\n");
}

QString element(const ReportTable &shown)
{
    QString text = QLatin1String("<table border=\"1\" style=\"border-collapse:collapse\">\n<thead>\n")
                   + row(shown.head, shown, QStringLiteral("th"), false) + QLatin1String("</thead>\n<tbody>\n");
    for (size_t i = 0; i < shown.rows.size(); ++i)
        text += row(shown.rows[i], shown, QStringLiteral("td"), shown.endsInTotal && i + 1 == shown.rows.size());
    return text + QLatin1String("</tbody>\n</table>\n");
}

/// For a place where a spreadsheet reads numbers and formulas.
ReportTable forSpreadsheets(const Table &table, TableLook look)
{
    look.locale.setNumberOptions(look.locale.numberOptions() | QLocale::OmitGroupSeparator);
    Table guarded = table;
    const auto guard = [](QString &text) { text = guardedFromFormulas(text); };
    for (TableRow &row : guarded.rows) {
        for (TableCell &cell : row.cells) {
            guard(cell.shown);
            if (QString *text = std::get_if<QString>(&cell.value))
                guard(*text);
        }
    }
    return shownTable(guarded, look);
}

} // namespace

QByteArray tableMarkdown(const Table &table, const TableLook &look)
{
    Report report;
    if (!table.title.isEmpty())
        report.push_back({Kind::Strong, table.title, 0, {}, {}});
    report.push_back({Kind::Table, {}, 0, shownTable(table, look), {}});
    if (!table.note.isEmpty())
        report.push_back({Kind::Source, table.note, 0, {}, {}});
    return reportMarkdown(report);
}

QString tableMarkdownAlone(const Table &table, const TableLook &look)
{
    return QString::fromUtf8(reportMarkdown({{Kind::Table, {}, 0, shownTable(table, look), {}}}));
}

QByteArray tableHtml(const Table &table, const TableLook &look)
{
    const QString title = table.title.toHtmlEscaped();
    QString text = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\" />\n"
                                  "<meta name=\"generator\" content=\"Plimsoll %2\" />\n<title>%3</title>\n"
                                  "</head>\n<body style=\"font-family:sans-serif\">\n")
                       .arg(Text::tr("en", "code of the language of this translation, as HTML has it"),
                            QString::fromLatin1(PLIMSOLL_VERSION), title);
    if (!title.isEmpty())
        text += QStringLiteral("<p><strong>%1</strong></p>\n").arg(title);
    text += element(shownTable(table, look));
    if (!table.note.isEmpty())
        text += QStringLiteral("<p><small>%1</small></p>\n").arg(table.note.toHtmlEscaped());
    return (text + QLatin1String("</body>\n</html>\n")).toUtf8();
}

QString tableElement(const Table &table, const TableLook &look)
{
    return element(forSpreadsheets(table, look));
}

QString tableLines(const Table &table, const TableLook &look)
{
    const auto line = [](QStringList cells) -> QString {
        for (QString &cell : cells)
            cell = cell.simplified(); // a tab or a line feed would begin another cell
        return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    const ReportTable shown = forSpreadsheets(table, look);
    QString text = line(shown.head);
    for (const QStringList &row : shown.rows)
        text += line(row);
    return text;
}

} // namespace plimsoll
