// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plimsoll's own window, opened as the program opens it, and its context slider.

#include "tests/bench/windowprobe.h"
#include "ui/controls/fieldslider.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/slider.h"
#include "ui/controls/workloadpanel.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/settings.h"
#include "ui/style.h"

#include <QDir>

#include <cstdlib>

int main(int argc, char **argv)
{
    using namespace plimsoll;
    bench::ProbeApplication application(argc, argv);
    const auto catalog = std::make_shared<const Catalog>(Catalog::withUserData());
    QApplication::setStyle(new Style);
    PlanDocument document(catalog);
    MainWindow window(&document);
    // As at the first start: there is no such file.
    window.remember(std::make_unique<Settings>(QDir::temp().filePath(QStringLiteral("plimsoll-bench/window.ini"))));

    int answers = 0, painted = 0;
    QObject::connect(&document, &PlanDocument::estimateChanged, &window, [&answers] { ++answers; });
    Slider *slider = window.planPanel()->workload()->context()->slider();
    const int steps = argc > 1 ? std::atoi(argv[1]) : 0;
    return bench::measureWindow(
        application, window, steps,
        [&](int i) {
            painted = answers;
            slider->setValue(i % slider->maximum() == slider->value() ? slider->value() + 1 : i % slider->maximum());
        },
        // The handle may be painted before the answer is there; the frame that counts is the one after it.
        [&] { return answers > painted; });
}
