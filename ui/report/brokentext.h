// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QPainter)
QT_FORWARD_DECLARE_CLASS(QTextLayout)

namespace plimsoll {

/// How a text on paper looks.
struct PrintStyle {
    QFont font; ///< with its size in dots
    QColor ink;
};

/// A text broken into lines that are no wider than they may be, within words only where one is wider itself. Behind
/// 10,000 characters, as only a made-up name has them, it ends with an ellipsis.
class BrokenText
{
public:
    BrokenText(const QString &text, const PrintStyle &style, double width);

    int lines() const;
    double lineHeight(int line) const;
    double ascent(int line) const; ///< from the top of the line to what its letters stand on
    double lineWidth(int line) const;
    void paint(QPainter *painter, int line, QPointF topLeft) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    QColor m_ink;
};

} // namespace plimsoll
