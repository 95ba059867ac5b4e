// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportstrips.h"

#include "ui/charts/figure.h"
#include "ui/report/brokentext.h"
#include "ui/report/tablestrips.h"

#include <QFontDatabase>
#include <QPainter>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

using Kind = ReportBlock::Kind;

constexpr double kBody = 9.5; ///< points
constexpr double kSmall = 8.2;
constexpr std::array<double, 4> kHeadings = {18, 13.5, 11, 9.8};

/// A table up to this height stays on one page.
constexpr double kKeptTable = 260 * kDotsPerPoint;
/// So do commands of so many lines.
constexpr qsizetype kKeptCode = 14;

QColor ink()
{
    return {0x1a, 0x1d, 0x21};
}

QColor mutedInk()
{
    return {0x50, 0x58, 0x63};
}

QFont sized(QFont font, double points, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(qRound(points * kDotsPerPoint));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double dots(double points)
{
    return points * kDotsPerPoint;
}

class Writer
{
public:
    Writer(double width, const QFont &font)
        : m_width(width)
        , m_font(font)
    {
    }

    void write(const ReportBlock &block, const Figure *figure)
    {
        const bool belongsToLast = block.kind == Kind::Formula || block.kind == Kind::Source;
        if (belongsToLast && !m_strips.empty())
            m_strips.back().keepsNext = true;
        switch (block.kind) {
        case Kind::Heading:
            writeHeading(block);
            break;
        case Kind::Text:
            write(block.text, {sized(m_font, kBody), ink()}, 4);
            break;
        case Kind::Strong:
            write(block.text, {sized(m_font, kBody, QFont::DemiBold), ink()}, 4);
            break;
        case Kind::Point:
            writePoint(block.text);
            break;
        case Kind::Formula:
            writeFormula(block.text);
            break;
        case Kind::Source:
            write(block.text, {sized(m_font, kSmall), mutedInk()}, 2);
            break;
        case Kind::Code:
            writeCode(block.text);
            break;
        case Kind::Table:
            appendTable(m_strips, block.table, m_width, dots(6), tableStyle());
            break;
        case Kind::Figure:
            if (figure)
                writeFigure(*figure);
            break;
        }
        m_last = block.kind;
    }

    std::vector<Strip> take() { return std::move(m_strips); }

private:
    TableStyle tableStyle() const
    {
        TableStyle style;
        style.head = {sized(m_font, kSmall, QFont::DemiBold), ink()};
        style.cell = {sized(m_font, kSmall), ink()};
        style.total = style.head;
        style.rule = QColor(0xd5, 0xd9, 0xde);
        style.headRule = QColor(0x8b, 0x92, 0x9c);
        style.gap = dots(10);
        style.keptUpTo = kKeptTable;
        return style;
    }

    /// Lines of which none stands alone on a page.
    size_t write(const QString &text, const PrintStyle &style, double above, double left = 0)
    {
        const size_t first = m_strips.size();
        const BrokenText broken(text, style, m_width - left);
        for (int line = 0; line < broken.lines(); ++line) {
            Strip strip;
            strip.above = line == 0 ? dots(above) : 0;
            strip.height = broken.lineHeight(line) * 1.12;
            strip.keepsNext = line + 1 < broken.lines() && (line == 0 || line + 2 == broken.lines());
            strip.paint = [=](QPainter *painter, QPointF at) { broken.paint(painter, line, at + QPointF(left, 0)); };
            m_strips.push_back(std::move(strip));
        }
        return first;
    }

    void writeHeading(const ReportBlock &block)
    {
        const auto level = size_t(std::clamp(block.level, 1, int(kHeadings.size())) - 1);
        const double points = kHeadings[level];
        const size_t first = write(block.text, {sized(m_font, points, QFont::DemiBold), ink()}, points);
        for (size_t i = first; i < m_strips.size(); ++i)
            m_strips[i].keepsNext = true;
    }

    void writePoint(const QString &text)
    {
        const PrintStyle style{sized(m_font, kBody), ink()};
        const size_t first = write(text, style, m_last == Kind::Point ? 1 : 4, dots(12));
        if (first == m_strips.size())
            return;
        const BrokenText bullet(QString(QChar(0x2022)), style, m_width);
        const double down = BrokenText(text, style, m_width - dots(12)).ascent(0) - bullet.ascent(0);
        const auto words = m_strips[first].paint;
        m_strips[first].paint = [=](QPainter *painter, QPointF at) {
            bullet.paint(painter, 0, at + QPointF(dots(3), down));
            words(painter, at);
        };
    }

    void writeFormula(const QString &text)
    {
        QFont font = sized(m_font, kBody);
        font.setItalic(true);
        const size_t first = write(text, {font, ink()}, 2, dots(12));
        for (size_t i = first; i < m_strips.size(); ++i)
            m_strips[i].keepsNext = true;
    }

    void writeCode(const QString &code)
    {
        const QFont font = sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), kSmall - 0.4);
        const double inset = dots(6);
        const QStringList lines = code.trimmed().split(QLatin1Char('\n'));
        const size_t first = m_strips.size();
        const double width = m_width;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const BrokenText broken(lines[i].isEmpty() ? QStringLiteral(" ") : lines[i], {font, ink()},
                                    m_width - 2 * inset);
            for (int line = 0; line < broken.lines(); ++line) {
                const bool isLast = i + 1 == lines.size() && line + 1 == broken.lines();
                const double over = m_strips.size() == first ? inset / 2 : 0;
                Strip strip;
                strip.height = over + broken.lineHeight(line) * 1.1 + (isLast ? inset / 2 : 0);
                strip.keepsNext = line + 1 < broken.lines() || lines.size() <= kKeptCode;
                strip.paint = [=, height = strip.height](QPainter *painter, QPointF at) {
                    // Over the seam to the next line, which would show as a hairline.
                    const QSizeF ground(width, height + (isLast ? 0 : 2));
                    painter->fillRect(QRectF(at, ground), QColor(0xf4, 0xf5, 0xf7));
                    broken.paint(painter, line, at + QPointF(inset, over));
                };
                m_strips.push_back(std::move(strip));
            }
        }
        m_strips[first].above = dots(6);
        m_strips[first].keepsNext = m_strips[first].keepsNext || m_strips.size() > first + 1;
        m_strips.back().keepsNext = false;
    }

    void writeFigure(const Figure &figure)
    {
        const QSizeF size = figure.size() * (m_width / figure.size().width());
        Strip strip;
        strip.above = dots(10);
        strip.height = size.height();
        strip.paint = [&figure, size](QPainter *painter, QPointF at) { figure.render(painter, QRectF(at, size)); };
        m_strips.push_back(std::move(strip));
    }

    double m_width;
    QFont m_font;
    std::vector<Strip> m_strips;
    Kind m_last = Kind::Heading;
};

} // namespace

std::vector<Strip> reportStrips(const Report &report, const std::vector<Figure> &figures, double width,
                                const QFont &font)
{
    Writer writer(width, font);
    size_t figure = 0;
    for (const ReportBlock &block : report) {
        const bool isFigure = block.kind == Kind::Figure && figure < figures.size();
        writer.write(block, isFigure ? &figures[figure++] : nullptr);
    }
    return writer.take();
}

} // namespace plimsoll
