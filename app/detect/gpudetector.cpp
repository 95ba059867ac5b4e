// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/detect/gpudetector.h"

#include "core/detect/detectjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

namespace plimsoll {
namespace {

/// A child ends by itself only long after it should have been killed.
constexpr int kGraceSeconds = 60;

VendorAnswer failed(GpuVendor vendor, const QString &problem)
{
    VendorAnswer answer;
    answer.vendor = vendor;
    answer.state = DriverState::Failed;
    answer.problem = problem;
    return answer;
}

} // namespace

GpuDetector::GpuDetector(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

GpuDetector::~GpuDetector()
{
    for (const QPointer<QProcess> &process : m_processes) {
        if (process && process->parent() == this)
            abandon(process);
    }
}

void GpuDetector::start()
{
    if (isRunning())
        return;
    m_detection = {};
    for (const GpuVendor vendor : kGpuVendors) {
        VendorAnswer answer;
        answer.vendor = vendor;
        m_detection.answers.append(answer);
    }
    m_waitingFor = int(kGpuVendors.size());
    for (const GpuVendor vendor : kGpuVendors) {
        QPointer<QProcess> &process = m_processes[size_t(vendor)];
        // Another one would only block beside the one that still does.
        if (process)
            QTimer::singleShot(0, this, [this, vendor] { take(tooLate(vendor)); });
        else
            process = ask(vendor);
    }
}

QProcess *GpuDetector::ask(GpuVendor vendor)
{
    auto *process = new QProcess(this);
    auto *deadline = new QTimer(process);
    deadline->setSingleShot(true);
    connect(process, &QProcess::finished, this, [this, vendor, process] {
        const VendorAnswer answer = read(vendor, *process);
        m_processes[size_t(vendor)].clear();
        process->deleteLater();
        take(answer);
    });
    connect(process, &QProcess::errorOccurred, this, [this, vendor, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows
        m_processes[size_t(vendor)].clear();
        process->deleteLater();
        take(failed(vendor, tr("The process that asks the driver of %1 cannot be started: %2.")
                                .arg(vendorName(vendor), process->errorString())));
    });
    connect(deadline, &QTimer::timeout, this, [this, vendor, process] {
        process->disconnect(this);
        abandon(process);
        take(tooLate(vendor));
    });
    deadline->start(m_options.timeoutMs);
    const int seconds = 2 * (m_options.timeoutMs / 1000) + kGraceSeconds;
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(m_options.program,
                   {QStringLiteral("detect"), QStringLiteral("--ask"), vendorName(vendor), QStringLiteral("--root"),
                    m_options.root, QStringLiteral("--timeout"), QString::number(seconds), QStringLiteral("--language"),
                    m_options.language, QStringLiteral("--no-user-data")});
    return process;
}

VendorAnswer GpuDetector::read(GpuVendor vendor, QProcess &process) const
{
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return failed(vendor, tr("The process that asked the driver of %1 broke off; the driver may be damaged.")
                                  .arg(vendorName(vendor)));
    }
    // Libraries of drivers are known to print: the answer is the last line.
    const QByteArray line = process.readAllStandardOutput().trimmed().split('\n').constLast();
    const Result<Detection> detection = detectionFromJson(QJsonDocument::fromJson(line).object());
    if (!detection.ok() || detection->answers.size() != 1 || detection->answers.constFirst().vendor != vendor)
        return failed(vendor, tr("The answer about the GPUs of %1 cannot be read.").arg(vendorName(vendor)));
    return detection->answers.constFirst();
}

VendorAnswer GpuDetector::tooLate(GpuVendor vendor) const
{
    VendorAnswer answer;
    answer.vendor = vendor;
    answer.state = DriverState::TimedOut;
    answer.problem =
        tr("The driver of %1 did not answer within %n second(s).", nullptr, (m_options.timeoutMs + 999) / 1000)
            .arg(vendorName(vendor));
    return answer;
}

void GpuDetector::take(const VendorAnswer &answer)
{
    m_detection.answers[int(answer.vendor)] = answer;
    Q_EMIT answered(answer);
    if (--m_waitingFor == 0)
        Q_EMIT finished(m_detection);
}

void GpuDetector::abandon(QProcess *process)
{
    process->setParent(nullptr);
    process->disconnect();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
}

} // namespace plimsoll
