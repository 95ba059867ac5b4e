// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/brokentext.h"

#include <QPainter>
#include <QTextLayout>

namespace plimsoll {

namespace {

constexpr qsizetype kLongest = 10'000;

QString shortened(const QString &text)
{
    return text.size() > kLongest ? text.left(kLongest) + QChar(0x2026) : text;
}

} // namespace

BrokenText::BrokenText(const QString &text, const PrintStyle &style, double width)
    : m_layout(std::make_shared<QTextLayout>(shortened(text), style.font))
    , m_ink(style.ink)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine())
        line.setLineWidth(width);
    m_layout->endLayout();
}

int BrokenText::lines() const
{
    return m_layout->lineCount();
}

double BrokenText::lineHeight(int line) const
{
    return m_layout->lineAt(line).height();
}

double BrokenText::ascent(int line) const
{
    return m_layout->lineAt(line).ascent();
}

double BrokenText::lineWidth(int line) const
{
    return m_layout->lineAt(line).naturalTextWidth();
}

void BrokenText::paint(QPainter *painter, int line, QPointF topLeft) const
{
    painter->setPen(m_ink);
    m_layout->lineAt(line).draw(painter, topLeft);
}

} // namespace plimsoll
