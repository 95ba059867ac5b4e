// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/detect/gpuprobe.h"

#include "core/detect/applegpus.h"
#include "core/detect/nvidiagpus.h"
#include "core/detect/nvmllibrary.h"
#include "core/detect/sysfsgpus.h"

#include <QProcess>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace plimsoll {
namespace {

/// GpuDetector ends this process, so nothing here needs a deadline of its own.
QByteArray answerOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput();
}

VendorAnswer askMac()
{
    VendorAnswer none;
    none.vendor = GpuVendor::Apple;
    const QString profiler = QStandardPaths::findExecutable(QStringLiteral("system_profiler"));
    if (profiler.isEmpty())
        return none;
    return appleGpus(answerOf(profiler, {QStringLiteral("SPDisplaysDataType"), QStringLiteral("-json")}),
                     answerOf(QStringLiteral("sysctl"), {QStringLiteral("-n"), QStringLiteral("hw.memsize")}),
                     answerOf(QStringLiteral("sw_vers"), {QStringLiteral("-productVersion")}));
}

} // namespace

VendorAnswer probeGpus(GpuVendor vendor, const QString &root)
{
    const SystemTree tree(root);
    switch (vendor) {
    case GpuVendor::Nvidia:
        return nvidiaGpus(NvmlLibrary(), tree);
    case GpuVendor::Amd:
        return amdGpus(tree);
    case GpuVendor::Intel:
        return intelGpus(tree);
    case GpuVendor::Apple:
        break;
    }
    return askMac();
}

void endProcessAfter(int seconds)
{
#ifdef Q_OS_UNIX
    ::alarm(unsigned(seconds));
#else
    Q_UNUSED(seconds)
#endif
}

} // namespace plimsoll
