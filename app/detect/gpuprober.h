// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/detect/gpudetector.h"
#include "ui/thiscomputer/gpuprobing.h"

#include <functional>

namespace plimsoll {

/// The window's way to the drivers of this computer.
class GpuProber final : public GpuProbing
{
    Q_OBJECT

public:
    /// `options` but for the language, which is asked for each time: a person may choose another.
    GpuProber(const GpuDetector::Options &options, std::function<QString()> language, QObject *parent = nullptr);

    void ask() override;
    bool isAsking() const override { return m_detector && m_detector->isRunning(); }

private:
    GpuDetector::Options m_options;
    std::function<QString()> m_language;
    GpuDetector *m_detector = nullptr; ///< made when somebody first asks
};

} // namespace plimsoll
