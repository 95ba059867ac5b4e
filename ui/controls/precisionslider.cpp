// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/precisionslider.h"

#include "ui/controls/slider.h"

#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr int kStops = 4;
constexpr int kPerStop = 100; ///< positions from one stop to the next
constexpr int kLabelGap = 2;

int nearestStop(int position)
{
    return std::clamp((position + kPerStop / 2) / kPerStop, 0, kStops - 1);
}

QFont labelFont(const QFont &font, bool chosen)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.9);
    small.setBold(chosen);
    return small;
}

} // namespace

PrecisionSlider::PrecisionSlider(QWidget *parent)
    : QWidget(parent)
    , m_slider(new Slider(this))
{
    m_slider->setRange(0, kPerStop * (kStops - 1));
    m_slider->setSingleStep(kPerStop);
    m_slider->setPageStep(kPerStop);
    m_slider->setAccessibleName(tr("Precision of the weights, slider"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_slider, 0, Qt::AlignTop);
    column->addStretch();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // else a tall window pulls it apart

    connect(m_slider, &QSlider::valueChanged, this, &PrecisionSlider::takeSlider);
    connect(m_slider, &Slider::dragStarted, this, &PrecisionSlider::dragStarted);
    connect(m_slider, &Slider::dragFinished, this, &PrecisionSlider::dragFinished);
    setStop(1);
}

QString PrecisionSlider::stopName(int stop)
{
    static const std::array names{QStringLiteral("FP32"), QStringLiteral("FP16"), QStringLiteral("INT8"),
                                  QStringLiteral("INT4")};
    return names[size_t(std::clamp(stop, 0, kStops - 1))];
}

void PrecisionSlider::setStop(int stop)
{
    m_stop = std::clamp(stop, 0, kStops - 1);
    const QString &meaning = m_meanings[size_t(m_stop)];
    m_slider->setAccessibleDescription(meaning.isEmpty() ? stopName(m_stop)
                                                         : tr("%1, as %2").arg(stopName(m_stop), meaning));
    showPosition(m_stop * kPerStop);
}

void PrecisionSlider::setBetween(double bits)
{
    m_stop = -1;
    m_slider->setAccessibleDescription(tr("%1 bits a weight, between the stops").arg(bits, 0, 'g', 3));
    const double stops = 5 - std::log2(std::clamp(bits, 1.0, 64.0)); // 32 bits are stop 0, 4 bits stop 3
    showPosition(int(std::lround(std::clamp(stops, 0.0, double(kStops - 1)) * kPerStop)));
}

void PrecisionSlider::setMeanings(const std::array<QString, 4> &meanings)
{
    m_meanings = meanings;
    QStringList lines;
    for (int stop = 0; stop < kStops; ++stop) {
        if (!meanings[size_t(stop)].isEmpty())
            lines += tr("%1: %2").arg(stopName(stop), meanings[size_t(stop)]);
    }
    setToolTip(lines.join(QLatin1Char('\n')));
}

void PrecisionSlider::showPosition(int position)
{
    m_shown = position;
    m_slider->setValue(position);
    update();
}

void PrecisionSlider::takeSlider(int position)
{
    if (position == m_shown)
        return;
    const int stop = nearestStop(position);
    const bool changed = stop != m_stop;
    setStop(stop);
    if (changed)
        Q_EMIT stopEdited(stop);
}

QRect PrecisionSlider::labelRect(int stop) const
{
    const QFontMetrics metrics(labelFont(font(), true));
    const int width = metrics.horizontalAdvance(stopName(stop)) + 2;
    const int centre = m_slider->x() + m_slider->handleCentre(stop * kPerStop);
    const int left = std::clamp(centre - width / 2, 0, std::max(0, this->width() - width));
    return {left, m_slider->geometry().bottom() + kLabelGap, width, metrics.height()};
}

void PrecisionSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int stop = 0; stop < kStops; ++stop) {
        const bool chosen = stop == m_stop;
        painter.setFont(labelFont(font(), chosen));
        painter.setPen(palette().color(chosen ? QPalette::WindowText : QPalette::PlaceholderText));
        painter.drawText(labelRect(stop), Qt::AlignCenter, stopName(stop));
    }
}

void PrecisionSlider::mousePressEvent(QMouseEvent *event)
{
    for (int stop = 0; stop < kStops; ++stop) {
        if (event->button() == Qt::LeftButton && labelRect(stop).contains(event->position().toPoint())) {
            m_slider->setValue(stop * kPerStop);
            return;
        }
    }
    QWidget::mousePressEvent(event);
}

QSize PrecisionSlider::sizeHint() const
{
    const QSize slider = m_slider->sizeHint();
    return {slider.width(), slider.height() + kLabelGap + QFontMetrics(labelFont(font(), true)).height()};
}

QSize PrecisionSlider::minimumSizeHint() const
{
    return {m_slider->minimumSizeHint().width(), sizeHint().height()};
}

} // namespace plimsoll
