// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/breakdownlayout.h"

#include <algorithm>

namespace plimsoll {

namespace {

constexpr double kMostRow = 3.4;    ///< height of a row, in lines of the body
constexpr double kMostLabel = 0.4;  ///< of the width that names may take
constexpr double kLeastBar = 4;     ///< length of the longest bar, in lines of the body
constexpr double kBarHeight = 0.72; ///< in lines of the body
constexpr double kColumnGap = 1.1;  ///< between the columns, in lines of the body
constexpr double kReasonGap = 0.12; ///< between a row's name and its reason

class BreakdownLayout
{
public:
    BreakdownLayout(const BreakdownInput &input, QSizeF size, const TypeScale &type, BreakdownPicture &picture)
        : m_input(input)
        , m_size(size)
        , m_type(type)
        , m_picture(picture)
    {
    }

    void make()
    {
        m_picture.stroke = std::max(1.0, m_em / 18);
        ChartHeading heading = placeHeading(m_input.title, {}, m_size.width(), m_type);
        m_picture.texts = std::move(heading.texts);
        if (heading.bottom + 2 * m_em > m_size.height())
            return; // not even the heads have room
        placeColumns();
        const double top = placeHeads(heading.bottom + 0.6 * m_em);
        const double room = std::max(0.0, m_size.height() - 0.5 * m_em - top);
        const double each = std::min(room / std::max(1.0, double(m_input.rows.size())), kMostRow * m_em);
        const bool isTotalAlone = each < m_type.bodyBold.height();
        const double height = isTotalAlone ? std::min(room, kMostRow * m_em) : each;
        m_hasReasons = height >= m_type.body.height() + (kReasonGap + 0.25) * m_em + m_type.small.height();
        double y = top;
        for (const BreakdownRow &row : m_input.rows) {
            if (isTotalAlone && row.kind != BreakdownRow::Kind::Total)
                continue;
            placeRow(row, y, height);
            y += height;
        }
    }

private:
    struct Column {
        QString head;
        QString BreakdownRow::*text;
        double right = 0;
    };

    double widthOf(const Column &column) const
    {
        double width = m_type.small.width(column.head);
        for (const BreakdownRow &row : m_input.rows)
            width = std::max(width, m_type.bodyBold.width(row.*column.text));
        return width;
    }

    /// Names at the left, numbers at the right, the bars in what is between them.
    void placeColumns()
    {
        double labels = 0;
        for (const BreakdownRow &row : m_input.rows)
            labels = std::max(labels, m_type.bodyBold.width(row.label));
        m_labelLeft = m_em + m_side + 0.5 * m_em;
        m_labelWidth = std::min(labels, kMostLabel * m_size.width());
        if (!m_input.perGpuHead.isEmpty())
            m_columns.push_back({m_input.perGpuHead, &BreakdownRow::perGpu});
        m_columns.push_back({m_input.allHead, &BreakdownRow::all});
        m_columns.push_back({m_input.shareHead, &BreakdownRow::share});

        const double barLeft = m_labelLeft + m_labelWidth + kColumnGap * m_em;
        const auto numbersLeft = [&] {
            double left = m_size.width() - m_em;
            for (const Column &column : m_columns)
                left -= widthOf(column) + kColumnGap * m_em;
            return left;
        };
        if (numbersLeft() < barLeft - kColumnGap * m_em)
            m_columns.pop_back();
        if (numbersLeft() < barLeft - kColumnGap * m_em && m_columns.size() > 1)
            m_columns.erase(m_columns.begin());
        double right = m_size.width() - m_em;
        for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column) {
            column->right = right;
            right -= widthOf(*column) + kColumnGap * m_em;
        }
        if (right - barLeft >= kLeastBar * m_em) {
            m_barLeft = barLeft;
            m_barWidth = right - barLeft;
        }
    }

    /// Returns where the rows begin.
    double placeHeads(double top)
    {
        for (const Column &column : m_columns) {
            m_picture.texts.push_back(m_type.small.placed(PlacedText::Kind::Tick, column.head,
                                                          {column.right - m_type.small.width(column.head), top}));
        }
        const double bottom = top + m_type.small.height() + 0.25 * m_em;
        m_picture.lines.push_back({m_em, bottom, m_size.width() - m_em, bottom});
        return bottom + 0.2 * m_em;
    }

    void placeRow(const BreakdownRow &row, double top, double height)
    {
        const Type &type = row.kind == BreakdownRow::Kind::Total ? m_type.bodyBold : m_type.body;
        const bool isReasoned = m_hasReasons && !row.why.isEmpty();
        const double block = type.height() + (isReasoned ? kReasonGap * m_em + m_type.small.height() : 0);
        const double y = top + (height - block) / 2;
        if (row.kind == BreakdownRow::Kind::Total && !m_picture.bars.empty())
            m_picture.lines.push_back({m_em, top, m_size.width() - m_em, top});
        placeBar(row, y + type.height() / 2, height);
        const auto kind =
            row.kind == BreakdownRow::Kind::RuleOfThumb ? PlacedText::Kind::Note : PlacedText::Kind::Category;
        if (row.item)
            m_picture.swatches.push_back({*row.item, QRectF(m_em, y + (type.height() - m_side) / 2, m_side, m_side)});
        m_picture.texts.push_back(type.placed(kind, type.elided(row.label, m_labelWidth), {m_labelLeft, y}));
        for (const Column &column : m_columns) {
            const QString &text = row.*column.text;
            if (!text.isEmpty())
                m_picture.texts.push_back(type.placed(kind, text, {column.right - type.width(text), y}));
        }
        if (isReasoned) {
            const double room = m_size.width() - m_em - m_labelLeft;
            m_picture.texts.push_back(m_type.small.placed(PlacedText::Kind::Note, m_type.small.elided(row.why, room),
                                                          {m_labelLeft, y + type.height() + kReasonGap * m_em}));
        }
    }

    void placeBar(const BreakdownRow &row, double middle, double height)
    {
        PlacedBar bar;
        bar.kind = row.kind;
        if (m_barWidth > 0) {
            const double high = std::min(kBarHeight * m_em, 0.8 * height);
            const double perByte = m_barWidth / std::max(1.0, double(longest().count()));
            const auto part = [&](Bytes from, Bytes length) {
                return QRectF(m_barLeft + double(from.count()) * perByte, middle - high / 2,
                              double(length.count()) * perByte, high);
            };
            bar.rect = part(Bytes(), row.bytes);
            // An item too small to see is still a line.
            bar.rect.setWidth(std::max(bar.rect.width(), 1.5 * m_picture.stroke));
            if (row.item) {
                bar.segments.push_back({*row.item, bar.rect});
            } else if (row.kind == BreakdownRow::Kind::Total) {
                Bytes before;
                for (const Item item : presentItems(m_input.total)) {
                    bar.segments.push_back({item, part(before, m_input.total[item])});
                    before = before + m_input.total[item];
                }
            }
        }
        m_picture.bars.push_back(std::move(bar));
    }

    Bytes longest() const
    {
        Bytes most;
        for (const BreakdownRow &row : m_input.rows)
            most = std::max(most, row.bytes);
        return most;
    }

    const BreakdownInput &m_input;
    const QSizeF m_size;
    const TypeScale &m_type;
    const double m_em = m_type.em;
    const double m_side = 0.75 * m_type.em;
    BreakdownPicture &m_picture;
    std::vector<Column> m_columns;
    double m_labelLeft = 0, m_labelWidth = 0, m_barLeft = 0, m_barWidth = 0;
    bool m_hasReasons = true;
};

} // namespace

BreakdownPicture layOut(const BreakdownInput &input, QSizeF size, const TypeScale &type)
{
    BreakdownPicture picture;
    BreakdownLayout(input, size, type, picture).make();
    return picture;
}

} // namespace plimsoll
