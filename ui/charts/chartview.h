// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QWidget>

#include <memory>

namespace plimsoll {

/// A chart on the screen: paints its scene, and turns mouse and keys into choices.
/// Left and Right, or Up and Down, move over the chart's targets, Enter or Space chooses. Disabled, it is greyed.
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
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setCurrent(int target);
    void describe();

    std::unique_ptr<ChartPanel> m_panel;
    int m_current = -1; ///< where the keyboard or the mouse is
    int m_pressed = -1;
};

} // namespace plimsoll
