// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowprobe.h"

#include <QEvent>
#include <QWidget>
#include <QWindow>

#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <vector>

namespace plimsoll::bench {
namespace {

/// The same clock in every process, so that the one that started this one can subtract.
qint64 monotonicNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

long residentKiB()
{
    long pages = 0, resident = 0;
    if (FILE *file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2)
            resident = 0;
        std::fclose(file);
    }
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

} // namespace

bool ProbeApplication::notify(QObject *receiver, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool done = QApplication::notify(receiver, event);
    const bool firstFrame =
        type == QEvent::Expose && receiver->isWindowType() && static_cast<QWindow *>(receiver)->isExposed();
    const bool laterFrame = type == QEvent::UpdateRequest && receiver->isWidgetType();
    if (firstFrame || laterFrame)
        ++m_frames;
    return done;
}

void ProbeApplication::waitForFrame(int before)
{
    while (m_frames <= before)
        processEvents(QEventLoop::WaitForMoreEvents);
}

int measureWindow(ProbeApplication &application, QWidget &window, int steps, const std::function<void(int)> &step,
                  const std::function<bool()> &shown)
{
    window.resize(1360, 860);
    window.show();
    application.waitForFrame(0);
    const qint64 first = monotonicNanoseconds();
    QCoreApplication::processEvents();
    const long resident = residentKiB();
    std::vector<qint64> times;
    for (int i = 0; i < steps; ++i) {
        const qint64 begin = monotonicNanoseconds();
        int before = application.frames();
        step(i);
        application.waitForFrame(before);
        while (!shown()) {
            before = application.frames();
            application.waitForFrame(before);
        }
        times.push_back(monotonicNanoseconds() - begin);
        QCoreApplication::processEvents();
    }
    std::printf("%lld %ld", static_cast<long long>(first), resident);
    for (qint64 time : times)
        std::printf(" %lld", static_cast<long long>(time));
    std::printf("\n");
    return 0;
}

} // namespace plimsoll::bench
