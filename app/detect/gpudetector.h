// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"

#include <QObject>
#include <QPointer>
#include <QProcess>

#include <array>

namespace plimsoll {

/// Asks the drivers of this computer which GPUs it has, each vendor's in a process of its own, since a driver that
/// blocks cannot be interrupted from inside. Whoever does not answer in time is ended, the others' answers are kept.
/// Never blocks.
///
/// GPUs are not matched to the catalog here: see matchAll().
class GpuDetector : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString program; ///< this program: QCoreApplication::applicationFilePath()
        QString root = QStringLiteral("/");
        QString language = QStringLiteral("en"); ///< of notes and problems
        int timeoutMs = 10000;
    };

    explicit GpuDetector(const Options &options, QObject *parent = nullptr);
    ~GpuDetector() override;

    bool isRunning() const { return m_waitingFor > 0; }

    /// Asks again. Does nothing while an answer is awaited.
    void start();

Q_SIGNALS:
    /// One vendor's, as soon as it is there.
    void answered(const plimsoll::VendorAnswer &answer);
    /// All of them; after every start() once.
    void finished(const plimsoll::Detection &detection);

private:
    QProcess *ask(GpuVendor vendor);
    void take(const VendorAnswer &answer);
    VendorAnswer read(GpuVendor vendor, QProcess &process) const;
    VendorAnswer tooLate(GpuVendor vendor) const;

    /// Lets a process that was killed end whenever it does: one that waits inside the kernel may take for ever.
    static void abandon(QProcess *process);

    Options m_options;
    std::array<QPointer<QProcess>, kGpuVendors.size()> m_processes; ///< also those that were killed and have not ended
    Detection m_detection;
    int m_waitingFor = 0;
};

} // namespace plimsoll
