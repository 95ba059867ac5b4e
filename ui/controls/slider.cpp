// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/slider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

namespace plimsoll {

namespace {

constexpr int kHandle = 16;
constexpr int kGroove = 4;
constexpr int kMargin = kHandle / 2 + 3; ///< room for the handle and its focus ring at both ends

bool moves(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default:
        return false;
    }
}

} // namespace

Slider::Slider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QSlider::sliderPressed, this, &Slider::dragStarted);
    connect(this, &QSlider::sliderReleased, this, &Slider::dragFinished);
}

QSize Slider::sizeHint() const
{
    return {160, kHandle + 8};
}

QSize Slider::minimumSizeHint() const
{
    return {80, kHandle + 8};
}

int Slider::handleCentre(int value) const
{
    return kMargin
           + QStyle::sliderPositionFromValue(minimum(), maximum(), value, width() - 2 * kMargin,
                                             layoutDirection() == Qt::RightToLeft);
}

int Slider::valueAt(int x) const
{
    return QStyle::sliderValueFromPosition(minimum(), maximum(), x - kMargin, width() - 2 * kMargin,
                                           layoutDirection() == Qt::RightToLeft);
}

void Slider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor accent =
        isEnabled() ? palette().color(group, QPalette::Highlight) : palette().color(group, QPalette::Mid);
    QColor rest = palette().color(group, QPalette::WindowText);
    rest.setAlphaF(0.16F);

    const QPointF centre(handleCentre(sliderPosition()) + 0.5, height() / 2.0);
    const double left = kMargin - kHandle / 2.0;
    const double right = width() - left;
    const QRectF groove(left, centre.y() - kGroove / 2.0, right - left, kGroove);
    painter.setPen(Qt::NoPen);
    painter.setBrush(rest);
    painter.drawRoundedRect(groove, kGroove / 2.0, kGroove / 2.0);
    QRectF filled = groove;
    filled.setRight(centre.x());
    if (layoutDirection() == Qt::RightToLeft) {
        filled = groove;
        filled.setLeft(centre.x());
    }
    painter.setBrush(accent);
    painter.drawRoundedRect(filled, kGroove / 2.0, kGroove / 2.0);

    if (hasFocus()) {
        QColor halo = accent;
        halo.setAlphaF(0.28F);
        painter.setBrush(halo);
        painter.drawEllipse(centre, kHandle / 2.0 + 4, kHandle / 2.0 + 4);
    }
    painter.setPen(QPen(accent, 2));
    painter.setBrush(palette().color(group, QPalette::Base));
    painter.drawEllipse(centre, kHandle / 2.0 - 1, kHandle / 2.0 - 1);
}

void Slider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const int x = event->position().toPoint().x();
    const int fromHandle = x - handleCentre(sliderPosition());
    const bool onHandle = qAbs(fromHandle) <= kHandle / 2 + 1;
    m_grip = onHandle ? fromHandle : 0;
    // Down before the value moves, so that a click and the drag after it are one gesture.
    setSliderDown(true);
    if (!onHandle)
        setSliderPosition(valueAt(x));
    event->accept();
}

void Slider::mouseMoveEvent(QMouseEvent *event)
{
    if (!isSliderDown()) {
        event->ignore();
        return;
    }
    setSliderPosition(valueAt(event->position().toPoint().x() - m_grip));
    event->accept();
}

void Slider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isSliderDown()) {
        event->ignore();
        return;
    }
    setSliderDown(false);
    event->accept();
}

void Slider::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSlider::wheelEvent(event);
    else
        event->ignore();
}

void Slider::keyPressEvent(QKeyEvent *event)
{
    if (moves(event->key()))
        startKeys();
    QSlider::keyPressEvent(event);
}

void Slider::keyReleaseEvent(QKeyEvent *event)
{
    if (!event->isAutoRepeat())
        finishKeys();
    QSlider::keyReleaseEvent(event);
}

void Slider::focusOutEvent(QFocusEvent *event)
{
    finishKeys();
    QSlider::focusOutEvent(event);
}

void Slider::startKeys()
{
    if (m_keyHeld)
        return;
    m_keyHeld = true;
    Q_EMIT dragStarted();
}

void Slider::finishKeys()
{
    if (!m_keyHeld)
        return;
    m_keyHeld = false;
    Q_EMIT dragFinished();
}

} // namespace plimsoll
