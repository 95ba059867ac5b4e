// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <functional>

namespace plimsoll::bench {

/// An application that knows when a window has been painted: Qt paints and flushes within the delivery of an
/// Expose or UpdateRequest event to it.
class ProbeApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    int frames() const { return m_frames; }
    /// Runs the event loop until more frames than `before` are painted.
    void waitForFrame(int before);

private:
    int m_frames = 0;
};

/// What both windows do: shows, waits for the first frame, makes `steps` steps of a slider and waits for the frame
/// of each, then prints "<monotonic ns of the first frame> <resident KiB> <ns of a step> ..." on standard output.
/// `step` moves the slider by one; `shown` tells that the frame just painted has what follows from it.
int measureWindow(ProbeApplication &application, QWidget &window, int steps, const std::function<void(int)> &step,
                  const std::function<bool()> &shown);

} // namespace plimsoll::bench
