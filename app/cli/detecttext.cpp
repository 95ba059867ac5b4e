// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/detecttext.h"

#include "app/cli/texttable.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DetectCommand)
};

QString size(const std::optional<Bytes> &bytes, SizeUnit unit)
{
    return bytes ? formatSize(*bytes, unit) : QStringLiteral("?");
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("-") : text;
}

QString gpuTable(const QList<DetectedGpu> &gpus, SizeUnit unit)
{
    TextTable table({2, 3});
    table.addRow({QString(), Text::tr("GPU"), Text::tr("Memory"), Text::tr("Free"), Text::tr("In the catalog"),
                  Text::tr("Driver"), QStringLiteral("PCI")});
    int number = 0;
    for (const DetectedGpu &gpu : gpus) {
        const QString total = size(gpu.total, unit);
        table.addRow({QString::number(number++), gpu.name, total, size(gpu.free, unit), orDash(gpu.catalogId),
                      orDash(gpu.driverVersion), orDash(gpu.pciAddress)});
        for (const MigInstance &instance : gpu.instances) {
            table.addRow({QString(), QStringLiteral("  MIG ") + instance.profile, size(instance.total, unit),
                          size(instance.free, unit), orDash(instance.catalogId)});
        }
    }
    return table.text();
}

QString processTable(const QList<DetectedGpu> &gpus, SizeUnit unit)
{
    TextTable table({0, 1, 3});
    int number = 0;
    for (const DetectedGpu &gpu : gpus) {
        for (const GpuProcess &process : gpu.processes) {
            if (table.isEmpty())
                table.addRow({Text::tr("GPU"), Text::tr("Process"), Text::tr("Program"), Text::tr("Uses")});
            table.addRow({QString::number(number), QString::number(process.pid), orDash(process.name),
                          size(process.used, unit)});
        }
        ++number;
    }
    return table.isEmpty() ? QString() : QLatin1Char('\n') + table.text();
}

} // namespace

QString detectText(const QList<DetectedGpu> &gpus, SizeUnit unit)
{
    QString text = gpuTable(gpus, unit) + processTable(gpus, unit);
    QStringList remarks;
    int number = 0;
    for (const DetectedGpu &gpu : gpus) {
        QStringList about = gpu.notes;
        if (gpu.unifiedMemory)
            about.prepend(Text::tr("Its memory is shared with the processor."));
        if (gpu.migEnabled)
            about.prepend(gpu.instances.isEmpty() ? Text::tr("MIG is switched on, and there is no instance to use.")
                                                  : Text::tr("MIG is switched on: only its instances can be used."));
        if (!about.isEmpty())
            remarks << Text::tr("GPU %1: %2").arg(number).arg(about.join(QLatin1Char(' ')));
        ++number;
    }
    if (!remarks.isEmpty())
        text += QLatin1Char('\n') + remarks.join(QLatin1Char('\n')) + QLatin1Char('\n');
    return text;
}

} // namespace plimsoll
