// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/placedtext.h"

#include "core/planning/sentences.h"

#include <QFontInfo>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace plimsoll {

namespace {

/// A chart has some dozens of texts of a size; a slider brings new ones with every step, for as long as it moves.
constexpr qsizetype kKeptWidths = 150;

QColor inkOf(const PlacedText &text, Theme theme)
{
    switch (text.kind) {
    case PlacedText::Kind::Title:
    case PlacedText::Kind::Total:
    case PlacedText::Kind::Category:
    case PlacedText::Kind::Crossing:
        return theme.color(ThemeColor::Text);
    case PlacedText::Kind::Legend:
    case PlacedText::Kind::Unit:
    case PlacedText::Kind::Tick:
    case PlacedText::Kind::CategoryAs:
    case PlacedText::Kind::Note:
    case PlacedText::Kind::Limit:
        return theme.color(ThemeColor::MutedText);
    case PlacedText::Kind::LoadLine:
        return theme.color(ThemeColor::LoadLine);
    case PlacedText::Kind::Segment:
        break;
    }
    return text.item ? theme.itemText(*text.item) : theme.color(ThemeColor::Text);
}

/// At most two lines, broken between words; what does not fit into the second is elided.
QStringList brokenTitle(const QString &title, const Type &type, double room)
{
    if (type.width(title) <= room)
        return {title};
    const QStringList words = title.split(QLatin1Char(' '));
    QString first;
    qsizetype taken = 0;
    for (; taken < words.size(); ++taken) {
        const QString longer = first.isEmpty() ? words[taken] : first + QLatin1Char(' ') + words[taken];
        if (type.width(longer) > room)
            break;
        first = longer;
    }
    if (taken == 0)
        return {type.elided(title, room)};
    return {first, type.elided(words.mid(taken).join(QLatin1Char(' ')), room)};
}

} // namespace

std::vector<Item> presentItems(const ItemBytes &bytes)
{
    std::vector<Item> items;
    for (int i = 0; i < kItemCount; ++i) {
        if (bytes[Item(i)] > Bytes())
            items.push_back(Item(i));
    }
    return items;
}

Type::Type(const QFont &base, double scale, QFont::Weight weight)
    : font(base)
    , metrics(base)
{
    font.setPixelSize(std::max(1, qRound(QFontInfo(base).pixelSize() * scale)));
    font.setWeight(weight);
    metrics = QFontMetricsF(font);
}

double Type::width(const QString &text) const
{
    const auto known = m_widths.constFind(text);
    if (known != m_widths.cend())
        return *known;
    if (m_widths.size() >= kKeptWidths)
        m_widths.clear();
    return *m_widths.insert(text, metrics.horizontalAdvance(text));
}

QString Type::elided(const QString &text, double room) const
{
    return width(text) <= room ? text : metrics.elidedText(text, Qt::ElideRight, room);
}

PlacedText Type::placed(PlacedText::Kind kind, const QString &text, QPointF topLeft) const
{
    PlacedText placed;
    placed.kind = kind;
    placed.text = text;
    placed.font = font;
    placed.rect = QRectF(topLeft, QSizeF(width(text), height()));
    return placed;
}

TypeScale::TypeScale(const QFont &font)
    : base(font)
    , title(font, 1.08, QFont::DemiBold)
    , body(font, 1.0, QFont::Normal)
    , bodyBold(font, 1.0, QFont::Bold)
    , small(font, 0.9, QFont::Normal)
    , smallBold(font, 0.9, QFont::Bold)
    , em(body.height())
{
}

ChartHeading placeHeading(const QString &title, const std::vector<Item> &legend, double width, const TypeScale &type)
{
    ChartHeading heading;
    const double em = type.em;
    const double right = width - em;
    double y = 0.7 * em;
    for (const QString &line : brokenTitle(title, type.title, right - em)) {
        heading.texts.push_back(type.title.placed(PlacedText::Kind::Title, line, {em, y}));
        y += type.title.height();
    }
    if (!legend.empty()) {
        y += 0.45 * em;
        const double side = 0.72 * em;
        double x = em;
        for (Item item : legend) {
            const QString name = itemName(item);
            const double wide = side + 0.4 * em + type.small.width(name);
            if (x > em && x + wide > right) {
                x = em;
                y += type.small.height() + 0.25 * em;
            }
            heading.swatches.push_back({item, QRectF(x, y + (type.small.height() - side) / 2, side, side)});
            heading.texts.push_back(type.small.placed(PlacedText::Kind::Legend, name, {x + side + 0.4 * em, y}));
            x += wide + 1.2 * em;
        }
        y += type.small.height();
    }
    heading.bottom = y;
    return heading;
}

void paintTexts(QPainter *painter, const std::vector<PlacedText> &texts, Theme theme)
{
    for (const PlacedText &text : texts) {
        if (text.plate) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(text.item ? theme.itemFill(*text.item) : theme.color(ThemeColor::Panel));
            painter->drawRoundedRect(text.rect.adjusted(-3, 0, 3, 0), 3, 3);
        }
        painter->setPen(inkOf(text, theme));
        painter->setFont(text.font);
        painter->drawText(QPointF(text.rect.left(), text.rect.top() + QFontMetricsF(text.font).ascent()), text.text);
    }
}

} // namespace plimsoll
