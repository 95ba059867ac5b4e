// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <array>

namespace plimsoll {

class Slider;

/// The four precisions as stops of a slider with their names below. A format that is none of them
/// stands between the stops, by its bits.
class PrecisionSlider : public QWidget
{
    Q_OBJECT

public:
    explicit PrecisionSlider(QWidget *parent = nullptr);

    /// Shows one of the stops, 0 to 3 (FP32, FP16, INT8, INT4).
    void setStop(int stop);
    /// Shows a format of so many bits a weight that is none of the stops.
    void setBetween(double bits);
    /// What each stop means to the engine ("W4A16"), for tool tips and screen readers.
    void setMeanings(const std::array<QString, 4> &meanings);

    /// The stop shown, -1 between them.
    int stop() const { return m_stop; }
    Slider *slider() const { return m_slider; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static QString stopName(int stop);

Q_SIGNALS:
    void stopEdited(int stop);
    void dragStarted();
    void dragFinished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void takeSlider(int position);
    void showPosition(int position);
    QRect labelRect(int stop) const;

    Slider *m_slider;
    std::array<QString, 4> m_meanings;
    int m_stop = 1;
    int m_shown = 0; ///< the position that code asked for
};

} // namespace plimsoll
