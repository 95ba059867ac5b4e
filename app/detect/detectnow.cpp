// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/detect/detectnow.h"

#include <QEventLoop>

namespace plimsoll {

Detection detectNow(const GpuDetector::Options &options)
{
    GpuDetector detector(options);
    QEventLoop loop;
    Detection detection;
    QObject::connect(&detector, &GpuDetector::finished, &loop, [&](const Detection &found) {
        detection = found;
        loop.quit();
    });
    detector.start();
    loop.exec();
    return detection;
}

} // namespace plimsoll
