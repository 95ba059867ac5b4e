// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/detect/gpuprober.h"

namespace plimsoll {

GpuProber::GpuProber(const GpuDetector::Options &options, std::function<QString()> language, QObject *parent)
    : GpuProbing(parent)
    , m_options(options)
    , m_language(std::move(language))
{
}

void GpuProber::ask()
{
    if (isAsking())
        return;
    const QString language = m_language();
    if (m_detector && language != m_options.language) {
        m_detector->deleteLater();
        m_detector = nullptr;
    }
    if (!m_detector) {
        m_options.language = language;
        m_detector = new GpuDetector(m_options, this);
        connect(m_detector, &GpuDetector::answered, this, &GpuProber::answered);
        connect(m_detector, &GpuDetector::finished, this, &GpuProber::finished);
    }
    m_detector->start();
}

} // namespace plimsoll
