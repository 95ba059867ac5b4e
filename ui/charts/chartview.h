// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QWidget>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QTimer)

namespace plimsoll {

/// A chart on the screen: paints its scene, and turns mouse and keys into choices.
/// Left and Right, or Up and Down, move over the chart's targets, Enter or Space chooses; Shift+Left and Shift+Right
/// move its handle, as the mouse does. Disabled, or while the answer to the plan is on its way for longer than a blink,
/// it is greyed.
class ChartView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(std::unique_ptr<ChartPanel> panel, QWidget *parent = nullptr);
    ~ChartView() override;

    using QWidget::show;
    void show(const ChartValues &values);

    ChartPanel *panel() const { return m_panel.get(); }
    /// Where the keyboard or the mouse is; -1 = nowhere.
    int currentTarget() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Keyboard or mouse came to another target; -1 = none.
    void currentChanged(int target);
    /// Around all that is one movement of the handle: a drag, a held key.
    void dragStarted();
    void dragFinished();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Movement : quint8 { None, Mouse, Keys };

    void setCurrent(int target);
    void describe();
    void catchUp();
    void startMovement(Movement kind);
    void finishMovement();

    std::unique_ptr<ChartPanel> m_panel;
    QTimer *m_patience; ///< runs out while a new answer is on its way
    int m_current = -1; ///< where the keyboard or the mouse is
    int m_pressed = -1;
    Movement m_movement = Movement::None; ///< of the handle
    bool m_follows = false;               ///< where the keyboard is follows the handle that it moved
    bool m_isLate = false;
};

} // namespace plimsoll
