// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace plimsoll {

/// A slider as the whole program has it: a thin groove filled up to a ring, a click moves the ring there,
/// and the wheel moves it only where the keyboard is, so that scrolling past changes nothing.
class Slider : public QSlider
{
    Q_OBJECT

public:
    explicit Slider(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The middle of the handle at a value, in the slider's own coordinates.
    int handleCentre(int value) const;

Q_SIGNALS:
    /// Around everything that is one gesture: a drag, a held key.
    void dragStarted();
    void dragFinished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int valueAt(int x) const;
    void startKeys();
    void finishKeys();

    bool m_keyHeld = false;
    int m_grip = 0; ///< from the middle of the handle to where it was taken
};

} // namespace plimsoll
