// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/thiscomputer/gpuprobing.h"

namespace plimsoll::madeup {

inline DetectedGpu card(const char *name, qint64 totalMiB, qint64 freeMiB)
{
    DetectedGpu gpu;
    gpu.name = QLatin1String(name);
    gpu.total = Bytes::fromMiB(totalMiB);
    gpu.free = Bytes::fromMiB(freeMiB);
    gpu.driverVersion = QStringLiteral("550.54.15");
    return gpu;
}

inline DetectedGpu rtx4090(qint64 freeMiB = 20000)
{
    return card("NVIDIA GeForce RTX 4090", 24564, freeMiB);
}

inline Detection detectionOf(const QList<DetectedGpu> &gpus)
{
    Detection detection;
    for (const GpuVendor vendor : kGpuVendors)
        detection.answers.append({vendor, DriverState::Absent, {}, {}});
    detection.answers.front() = {GpuVendor::Nvidia, DriverState::Answered, {}, gpus};
    return detection;
}

/// Answers when it is told to.
class Probing final : public GpuProbing
{
public:
    void ask() override
    {
        if (m_isAsking)
            return;
        m_isAsking = true;
        ++questions;
    }
    bool isAsking() const override { return m_isAsking; }

    void answer(const Detection &detection)
    {
        for (const VendorAnswer &each : detection.answers)
            Q_EMIT answered(each);
        m_isAsking = false;
        Q_EMIT finished(detection);
    }

    int questions = 0;

private:
    bool m_isAsking = false;
};

} // namespace plimsoll::madeup
