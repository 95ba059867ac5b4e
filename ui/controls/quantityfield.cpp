// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/quantityfield.h"

#include "ui/controls/fieldframe.h"
#include "ui/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionFrame>

namespace plimsoll {

namespace {

constexpr int kGap = 5;
constexpr int kPadding = 3;

} // namespace

bool isUndoOrRedo(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo);
}

QString asCore(const QString &text, const QLocale &locale)
{
    QString number = text;
    const QString group =
        QRegularExpression::escape(locale == QLocale::c() ? QStringLiteral(",") : locale.groupSeparator());
    const QRegularExpression grouped(QStringLiteral("^\\s*[0-9]{1,3}(%1[0-9]{3})+(?![0-9])(?!%1)").arg(group));
    const QRegularExpressionMatch match = grouped.match(text);
    if (match.hasMatch()) {
        QString digits = match.captured();
        digits.remove(QRegularExpression(group));
        number = digits + text.mid(match.capturedEnd());
    }
    const QString point = locale.decimalPoint();
    if (point != QLatin1String(".") && number.count(point) == 1)
        number.replace(point, QLatin1String("."));
    return number;
}

QuantityField::QuantityField(QWidget *parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setMaxLength(64);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_typed = text;
        setProblem({});
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Neither code nor keyboard: an assistive program set the text, which it does in one go.
        if (text != m_written && text != m_typed)
            commit();
    });
    connect(this, &QLineEdit::editingFinished, this, &QuantityField::commit);
}

void QuantityField::setUnit(const QString &unit)
{
    m_unit = unit;
    const int space = unit.isEmpty() ? 0 : fontMetrics().horizontalAdvance(unit) + kGap;
    setTextMargins(kPadding, 0, space + kPadding, 0);
    updateGeometry();
    update();
}

void QuantityField::setValue(qint64 value)
{
    const bool typing = text() != m_written;
    if (value == m_value && typing)
        return;
    m_value = value;
    setProblem({});
    write();
}

void QuantityField::rewrite()
{
    if (text() == m_written)
        write();
}

void QuantityField::write()
{
    m_written = m_writer ? m_writer(m_value) : QString::number(m_value);
    m_typed.clear();
    if (text() != m_written)
        setText(m_written);
}

void QuantityField::commit()
{
    if (text() == m_written || !m_reader) {
        setProblem({});
        return;
    }
    const Result<qint64> read = m_reader(asCore(text(), QLocale()));
    if (!read) {
        setProblem(read.error().text);
        return;
    }
    setProblem({});
    const bool changed = *read != m_value;
    m_value = *read;
    write();
    if (changed)
        Q_EMIT valueEdited(m_value);
}

void QuantityField::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    setAccessibleDescription(problem);
    update();
    Q_EMIT problemChanged(problem);
}

bool QuantityField::event(QEvent *event)
{
    // Once nothing is being typed, undo is that of the plan and not of the line.
    if (event->type() == QEvent::ShortcutOverride && text() == m_written
        && isUndoOrRedo(static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    return QLineEdit::event(event);
}

void QuantityField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        Q_EMIT stepped(1);
        return;
    case Qt::Key_Down:
        Q_EMIT stepped(-1);
        return;
    case Qt::Key_PageUp:
        Q_EMIT stepped(8);
        return;
    case Qt::Key_PageDown:
        Q_EMIT stepped(-8);
        return;
    case Qt::Key_Escape:
        if (text() != m_written) {
            setProblem({});
            write();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void QuantityField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setUnit(m_unit);
}

void QuantityField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect inside = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    QPainter painter(this);
    if (!m_unit.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(inside.adjusted(0, 0, -kPadding - 1, 0), Qt::AlignRight | Qt::AlignVCenter, m_unit);
    }
    if (!m_problem.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::forPalette(palette()).color(ThemeColor::BadEdge), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

int QuantityField::widthFor(const QString &text) const
{
    const QMargins margins = textMargins();
    return fontMetrics().horizontalAdvance(text) + margins.left() + margins.right() + 2 * 6;
}

QSize QuantityField::sizeHint() const
{
    return {widthFor(QStringLiteral("10,000,000")), fieldHeight(fontMetrics())};
}

QSize QuantityField::minimumSizeHint() const
{
    return {widthFor(QStringLiteral("1,000,000")), fieldHeight(fontMetrics())};
}

} // namespace plimsoll
