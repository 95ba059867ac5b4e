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
    categories->append({QStringLiteral("FP32"), QStringLiteral("FP16"), QStringLiteral("INT8"), QStringLiteral("INT4")});
    chart->addAxis(categories, Qt::AlignBottom);
    series->attachAxis(categories);
    auto *axis = new QValueAxis;
    axis->setRange(0, 400);
    chart->addAxis(axis, Qt::AlignLeft);
    series->attachAxis(axis);

    QMainWindow window;
    auto *contents = new QWidget;
    auto *column = new QVBoxLayout(contents);
    column->addWidget(new QChartView(chart));
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 200);
    column->addWidget(slider);
    window.setCentralWidget(contents);
    QObject::connect(slider, &QSlider::valueChanged, chart, [series](int value) {
        QBarSet *set = series->barSets().at(1);
        for (int bar = 0; bar < 4; ++bar)
            set->replace(bar, 20.0 + value);
    });
    const int steps = argc > 1 ? std::atoi(argv[1]) : 0;
    return measureWindow(
        application, window, steps, [slider](int i) { slider->setValue(i % 200 + 1); }, [] { return true; });
}
