// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The yardstick of the window: Qt, one chart of five stacked items in four bars, and a slider that moves it.

#include "tests/bench/windowprobe.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QMainWindow>
#include <QSlider>
#include <QStackedBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <cstdlib>

namespace {

/// A chart's scene is painted a turn of the event loop after its values: the frame before shows the slider alone.
class CountingView : public QChartView
{
public:
    using QChartView::QChartView;
    int paints = 0;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        ++paints;
        QChartView::paintEvent(event);
    }
};

} // namespace

int main(int argc, char **argv)
{
    using namespace plimsoll::bench;
    ProbeApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));

    auto *series = new QStackedBarSeries;
    for (int item = 0; item < 5; ++item) {
        auto *set = new QBarSet(QStringLiteral("Item %1").arg(item));
        for (int bar = 0; bar < 4; ++bar)
            *set << 10.0 * (4 - bar) + item;
        series->append(set);
    }
    auto *chart = new QChart;
    chart->addSeries(series);
    auto *categories = new QBarCategoryAxis;
    categories->append(
        {QStringLiteral("FP32"), QStringLiteral("FP16"), QStringLiteral("INT8"), QStringLiteral("INT4")});
    chart->addAxis(categories, Qt::AlignBottom);
    series->attachAxis(categories);
    auto *axis = new QValueAxis;
    axis->setRange(0, 400);
    chart->addAxis(axis, Qt::AlignLeft);
    series->attachAxis(axis);

    QMainWindow window;
    auto *contents = new QWidget;
    auto *column = new QVBoxLayout(contents);
    auto *view = new CountingView(chart);
    view->setRenderHint(QPainter::Antialiasing); // as every example of Qt Charts does
    column->addWidget(view);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 200);
    column->addWidget(slider);
    window.setCentralWidget(contents);
    QObject::connect(slider, &QSlider::valueChanged, chart, [series](int value) {
        for (QBarSet *set : series->barSets()) {
            for (int bar = 0; bar < 4; ++bar)
                set->replace(bar, 10.0 * (4 - bar) + value / 8.0);
        }
    });
    const int steps = argc > 1 ? std::atoi(argv[1]) : 0;
    int painted = 0;
    return measureWindow(
        application, window, steps,
        [&](int i) {
            painted = view->paints;
            slider->setValue(i % 200 + 1);
        },
        [&] { return view->paints > painted; });
}
