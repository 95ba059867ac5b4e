// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace plimsoll {

ChartView::ChartView(std::unique_ptr<ChartPanel> panel, QWidget *parent)
    : QWidget(parent)
    , m_panel(std::move(panel))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(m_panel->title());
    m_panel->setTheme(Theme::forPalette(palette()));
    m_panel->setFont(font());
}

ChartView::~ChartView() = default;

void ChartView::show(const ChartValues &values)
{
    m_panel->update(values, Theme::forPalette(palette()));
    if (m_current >= m_panel->targetCount())
        setCurrent(-1);
    describe();
    update();
}

void ChartView::describe()
{
    const QString description = m_panel->description();
    if (description == accessibleDescription())
        return;
    setAccessibleDescription(description);
}

QSize ChartView::sizeHint() const
{
    const int em = fontMetrics().height();
    return {52 * em, 24 * em};
}

QSize ChartView::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {26 * em, 14 * em};
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int target = m_panel->targetAt(help->pos());
        const QString text = m_panel->targetText(target);
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this, m_panel->targetRect(target).toRect());
        return true;
    }
    return QWidget::event(event);
}

void ChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_panel->setTheme(Theme::forPalette(palette()));
        update();
    } else if (event->type() == QEvent::FontChange) {
        m_panel->setFont(font());
        updateGeometry();
        update();
    } else if (event->type() == QEvent::EnabledChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void ChartView::resizeEvent(QResizeEvent *)
{
    m_panel->resize(size());
}

void ChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_panel->render(&painter, rect());
    if (!isEnabled()) {
        QColor veil = Theme::forPalette(palette()).color(ThemeColor::Panel);
        veil.setAlphaF(0.65F);
        painter.fillRect(rect(), veil);
    }
}

void ChartView::setCurrent(int target)
{
    if (target == m_current)
        return;
    m_current = target;
    m_panel->setHighlighted(target);
    // What the keyboard is at is read aloud.
    const QString text = hasFocus() ? m_panel->targetText(target) : QString();
    setAccessibleName(text.isEmpty() ? m_panel->title() : tr("%1: %2").arg(m_panel->title(), text));
    update();
    Q_EMIT currentChanged(target);
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const int target = m_panel->targetAt(event->position());
    setCurrent(target);
    if (target >= 0)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? m_panel->targetAt(event->position()) : -1;
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const int target = event->button() == Qt::LeftButton ? m_panel->targetAt(event->position()) : -1;
    if (target >= 0 && target == m_pressed)
        m_panel->choose(target);
    m_pressed = -1;
}

void ChartView::leaveEvent(QEvent *)
{
    setCurrent(hasFocus() ? m_panel->chosenTarget() : -1);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const int last = m_panel->targetCount() - 1;
    const int from = m_current >= 0 ? m_current : m_panel->chosenTarget();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        setCurrent(std::max(from - 1, std::min(0, last)));
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        setCurrent(std::min(from + 1, last));
        break;
    case Qt::Key_Home:
        setCurrent(std::min(0, last));
        break;
    case Qt::Key_End:
        setCurrent(last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        m_panel->choose(from);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    // A click already points at something, and a window that opens at nothing.
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason)
        setCurrent(m_panel->chosenTarget());
    QWidget::focusInEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

} // namespace plimsoll
