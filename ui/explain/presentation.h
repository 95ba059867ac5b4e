// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace plimsoll {

class Card;
class VerdictView;
class ChartView;
class WaterfallChart;

/// The calculation for a room: the verdict, the waterfall and one formula in type that is read from the last row.
/// Arrow keys, Page Up, Page Down and a click step through it, Home and End go to its ends, Escape or F11 leaves.
/// Nothing moves by itself.
class Presentation : public QWidget
{
    Q_OBJECT
public:
    explicit Presentation(QWidget *parent = nullptr);
    ~Presentation() override;

    /// Shows this answer from now on; the step stays where it can.
    void setValues(const ChartValues &values);

    /// 0 is the rule of thumb, the last the answer.
    int step() const { return m_step; }
    int stepCount() const;
    void setStep(int step);

    VerdictView *verdict() const { return m_verdict; }
    ChartView *chart() const { return m_chart; }
    QString heading() const;
    QString formula() const;
    QString numbers() const;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct StepText {
        QString heading, formula, numbers;
    };
    StepText textOf(int step) const;
    void showStep();
    void takeSize();
    void takeColors();
    void keepRoom();

    VerdictView *m_verdict;
    WaterfallChart *m_waterfall;
    ChartView *m_chart;
    Card *m_card;
    QLabel *m_heading;
    QLabel *m_formula;
    QLabel *m_numbers;
    QLabel *m_foot;
    int m_step = 0;
};

} // namespace plimsoll
