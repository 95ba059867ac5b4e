// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/tablestrips.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace plimsoll {
namespace {

/// What a column takes on one line, and what its longest word takes.
struct ColumnNeed {
    double whole = 0, word = 0;
};

void widen(ColumnNeed &need, const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    need.whole = std::max(need.whole, std::ceil(metrics.horizontalAdvance(text)) + 1);
    for (const QString &word : text.split(QLatin1Char(' ')))
        need.word = std::max(need.word, std::ceil(metrics.horizontalAdvance(word)) + 1);
}

/// Numbers stay on one line; what is left goes to the words of the others, by what each lacks.
std::vector<double> columnWidths(const ReportTable &table, double room, const TableStyle &style)
{
    std::vector<ColumnNeed> needs(size_t(table.head.size()));
    const auto look = [&](const QStringList &row, const QFont &font) {
        for (size_t i = 0; i < std::min(needs.size(), size_t(row.size())); ++i)
            widen(needs[i], row[qsizetype(i)], font);
    };
    look(table.head, style.head.font);
    for (const QStringList &row : table.rows)
        look(row, style.total.font); // the wider of the two

    std::vector<double> widths;
    for (size_t i = 0; i < needs.size(); ++i)
        widths.push_back(table.numbers.contains(qsizetype(i)) ? needs[i].whole : std::min(needs[i].word, room / 3));
    const double spare = room - std::accumulate(widths.begin(), widths.end(), 0.0);
    double lacking = 0;
    for (size_t i = 0; i < needs.size(); ++i)
        lacking += std::max(0.0, needs[i].whole - widths[i]);
    if (spare < 0) { // nothing to be done for the words: all become narrower
        for (double &width : widths)
            width *= room / (room - spare);
        return widths;
    }
    const double share = lacking > 0 ? std::min(1.0, spare / lacking) : 0;
    for (size_t i = 0; i < needs.size(); ++i)
        widths[i] += share * std::max(0.0, needs[i].whole - widths[i]);
    return widths;
}

struct Column {
    double left = 0, width = 0;
    bool isNumber = false;
};

/// One strip a line, which are kept together, so that only a row that is higher than a page is ever broken.
void appendRow(std::vector<Strip> &strips, const QStringList &cells, const std::vector<Column> &columns,
               const PrintStyle &style, const TableStyle &table, const QColor &rule)
{
    std::vector<BrokenText> texts;
    int lines = 1;
    for (size_t i = 0; i < columns.size(); ++i) {
        texts.emplace_back(cells.value(qsizetype(i)), style, columns[i].width);
        lines = std::max(lines, texts.back().lines());
    }
    const double width = columns.back().left + columns.back().width;
    for (int line = 0; line < lines; ++line) {
        double ascent = 0, below = 0; // scripts differ in both
        for (const BrokenText &text : texts) {
            if (line < text.lines()) {
                ascent = std::max(ascent, text.ascent(line));
                below = std::max(below, text.lineHeight(line) - text.ascent(line));
            }
        }
        const bool isFirst = line == 0;
        const bool isLast = line + 1 == lines;
        const double over = isFirst ? table.gap / 4 : 0;
        Strip strip;
        strip.height = over + ascent + below + (isLast ? table.gap / 4 : 0);
        strip.keepsNext = !isLast;
        strip.paint = [=, all = strip.height](QPainter *painter, QPointF at) {
            for (size_t i = 0; i < texts.size(); ++i) {
                if (line >= texts[i].lines())
                    continue;
                const Column &column = columns[i];
                const double indent = column.isNumber ? column.width - texts[i].lineWidth(line) : 0;
                texts[i].paint(painter, line,
                               at + QPointF(column.left + indent, over + ascent - texts[i].ascent(line)));
            }
            if (isLast) {
                painter->setPen(QPen(rule, 5));
                painter->drawLine(at + QPointF(0, all), at + QPointF(width, all));
            }
        };
        strips.push_back(std::move(strip));
    }
}

} // namespace

void appendTable(std::vector<Strip> &strips, const ReportTable &table, double width, double above,
                 const TableStyle &style)
{
    if (table.head.isEmpty())
        return;
    const double gaps = style.gap * double(table.head.size() - 1);
    std::vector<Column> columns;
    double left = 0;
    for (const double each : columnWidths(table, width - gaps, style)) {
        columns.push_back({left, each, table.numbers.contains(qsizetype(columns.size()))});
        left += each + style.gap;
    }
    const size_t first = strips.size();
    appendRow(strips, table.head, columns, style.head, style, style.headRule);
    const size_t body = strips.size();
    strips[first].above = above;
    strips[body - 1].keepsNext = true;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        const bool isTotal = table.endsInTotal && i + 1 == table.rows.size();
        if (isTotal)
            strips.back().keepsNext = true;
        appendRow(strips, table.rows[i], columns, isTotal ? style.total : style.cell, style, style.rule);
    }
    const double height = std::accumulate(strips.begin() + qptrdiff(first), strips.end(), 0.0,
                                          [](double sum, const Strip &each) { return sum + each.height; });
    for (size_t i = body; i < strips.size(); ++i) {
        strips[i].head = int(first);
        strips[i].headStrips = int(body - first);
        if (height <= style.keptUpTo && i + 1 < strips.size())
            strips[i].keepsNext = true;
    }
}

} // namespace plimsoll
