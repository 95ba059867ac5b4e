// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

namespace plimsoll {
namespace {

/// Milliseconds until the answer to an earlier plan is greyed: shorter, and every step of a slider would flicker.
constexpr int kPatience = 150;

} // namespace

ChartView::ChartView(std::unique_ptr<ChartPanel> panel, QWidget *parent)
    : QWidget(parent)
    , m_panel(std::move(panel))
    , m_patience(new QTimer(this))
{
    m_panel->setOnScreen(true);
    connect(m_panel.get(), &ChartPanel::changed, this, &ChartView::catchUp);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatience);
    connect(m_patience, &QTimer::timeout, this, [this] {
        m_isLate = m_panel->isOutdated();
        describe();
        update();
    });
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
    catchUp();
}

/// The panel shows something else, or will.
void ChartView::catchUp()
{
    if (!m_panel->isOutdated()) {
        m_patience->stop();
        m_isLate = false;
    } else if (!m_patience->isActive() && !m_isLate) {
        m_patience->start();
    }
    if (m_follows)
        setCurrent(m_panel->chosenTarget());
    if (m_current >= m_panel->targetCount())
        setCurrent(-1);
    describe();
    update();
}

void ChartView::describe()
{
    QString description = m_isLate ? tr("Working it out ...") : m_panel->description();
    if (const QString hint = m_panel->handleHint(); !m_isLate && !hint.isEmpty())
        description += QLatin1Char(' ') + hint;
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
        QString text = m_panel->targetText(target);
        if (!text.isEmpty() && m_panel->handleAt(help->pos()))
            text += QLatin1Char('\n') + m_panel->handleHint();
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
    if (!isEnabled() || m_isLate) {
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

void ChartView::startMovement(Movement kind)
{
    if (m_movement == kind)
        return;
    finishMovement();
    m_movement = kind;
    m_panel->grabHandle();
    Q_EMIT dragStarted();
}

void ChartView::finishMovement()
{
    if (m_movement == Movement::None)
        return;
    m_movement = Movement::None;
    m_panel->releaseHandle();
    Q_EMIT dragFinished();
    catchUp();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    m_follows = false;
    if (m_movement == Movement::Mouse) {
        m_panel->moveHandle(event->position());
        setCurrent(m_panel->targetAt(event->position()));
        return;
    }
    const int target = m_panel->targetAt(event->position());
    setCurrent(target);
    if (m_panel->handleAt(event->position()))
        setCursor(Qt::SizeHorCursor);
    else if (target >= 0)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = -1;
    if (event->button() != Qt::LeftButton)
        return;
    if (m_panel->handleAt(event->position()))
        startMovement(Movement::Mouse);
    else
        m_pressed = m_panel->targetAt(event->position());
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_movement == Movement::Mouse && event->button() == Qt::LeftButton) {
        finishMovement();
        return;
    }
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
    const bool isSideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isSideways && event->modifiers() == Qt::ShiftModifier && !m_panel->handleHint().isEmpty()) {
        startMovement(Movement::Keys);
        m_panel->stepHandle(event->key() == Qt::Key_Right ? 1 : -1);
        m_follows = true;
        event->accept();
        return;
    }
    m_follows = false;
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

void ChartView::keyReleaseEvent(QKeyEvent *event)
{
    if (m_movement == Movement::Keys && !event->isAutoRepeat())
        finishMovement();
    else
        QWidget::keyReleaseEvent(event);
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
    if (m_movement == Movement::Keys)
        finishMovement();
    m_follows = false;
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

void ChartView::hideEvent(QHideEvent *event)
{
    finishMovement();
    QWidget::hideEvent(event);
}

} // namespace plimsoll
