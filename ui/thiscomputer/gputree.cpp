// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thiscomputer/gputree.h"

#include <algorithm>
#include <functional>

namespace plimsoll {
namespace {

constexpr int kKeyRole = Qt::UserRole;

/// A row to be shown, with those below it.
struct Row {
    QString key, text;
    int kind = -1;
    QList<Row> rows;
    QVariant used = {};
};

QString memoryText(const std::optional<Bytes> &total, const std::optional<Bytes> &free, SizeUnit unit)
{
    const QLocale locale;
    if (!total)
        return GpuTree::tr("memory not known");
    const QString all = formatSize(*total, unit, locale);
    return free ? GpuTree::tr("%1 of %2 free").arg(formatSize(*free, unit, locale), all)
                : GpuTree::tr("%1; what is free is not known").arg(all);
}

/// The programs that take most come first.
Row processRows(const DetectedGpu &gpu, SizeUnit unit)
{
    QList<GpuProcess> processes = gpu.processes;
    std::stable_sort(processes.begin(), processes.end(), [](const GpuProcess &a, const GpuProcess &b) {
        return a.used.value_or(Bytes(-1)) > b.used.value_or(Bytes(-1));
    });
    Row all{QStringLiteral("processes"), {}, -1, {}};
    Bytes sum;
    for (const GpuProcess &process : processes) {
        const QString name = process.name.isEmpty() ? GpuTree::tr("process %1").arg(process.pid)
                                                    : GpuTree::tr("%1 (%2)").arg(process.name).arg(process.pid);
        const QString used = process.used ? formatSize(*process.used, unit, QLocale()) : GpuTree::tr("not known");
        all.rows.append({QString::number(process.pid), GpuTree::tr("%1: %2").arg(name, used), -1, {}});
        sum += process.used.value_or(Bytes());
    }
    all.text = GpuTree::tr("%n process(es), %1", nullptr, int(processes.size())).arg(formatSize(sum, unit, QLocale()));
    return all;
}

Row gpuRow(const DetectedGpu &gpu, const QString &key, const QList<GpuKind> &kinds, SizeUnit unit)
{
    Row row{key, {}, kindOf(gpu, kinds), {}};
    row.text = gpu.name + QLatin1Char('\n') + memoryText(gpu.total, gpu.free, unit);
    if (gpu.total && gpu.free && *gpu.total > Bytes())
        row.used = 1 - double(gpu.free->count()) / double(gpu.total->count());
    if (gpu.migEnabled && gpu.instances.isEmpty())
        row.rows.append({QStringLiteral("mig"), GpuTree::tr("MIG is switched on, without an instance"), -1, {}});
    int number = 0;
    for (const MigInstance &instance : gpu.instances) {
        row.rows.append(
            {QStringLiteral("mig %1").arg(number++),
             GpuTree::tr("MIG %1: %2").arg(instance.profile, memoryText(instance.total, instance.free, unit)),
             kindOf(gpu, instance, kinds),
             {}});
    }
    if (!gpu.driverVersion.isEmpty())
        row.rows.append({QStringLiteral("driver"), GpuTree::tr("Driver %1").arg(gpu.driverVersion), -1, {}});
    if (gpu.unifiedMemory)
        row.rows.append({QStringLiteral("shared"), GpuTree::tr("Memory shared with the processor"), -1, {}});
    if (!gpu.processes.isEmpty())
        row.rows.append(processRows(gpu, unit));
    number = 0;
    for (const QString &note : gpu.notes)
        row.rows.append({QStringLiteral("note %1").arg(number++), note, -1, {}});
    return row;
}

void sync(QStandardItem *parent, const QList<Row> &rows)
{
    int at = 0;
    for (const Row &row : rows) {
        int found = at;
        while (found < parent->rowCount() && parent->child(found)->data(kKeyRole) != row.key)
            ++found;
        if (found < parent->rowCount()) {
            if (found > at)
                parent->removeRows(at, found - at);
        } else {
            auto *item = new QStandardItem;
            item->setData(row.key, kKeyRole);
            item->setEditable(false);
            parent->insertRow(at, item);
        }
        QStandardItem *item = parent->child(at++);
        item->setText(row.text);
        item->setToolTip(row.text);
        item->setData(row.used, GpuTree::UsedRole);
        item->setData(row.kind < 0 ? QVariant() : QVariant(row.kind), GpuTree::KindRole);
        sync(item, row.rows);
    }
    parent->removeRows(at, parent->rowCount() - at);
}

} // namespace

void GpuTree::show(const Detection &detection, const QList<GpuKind> &kinds, SizeUnit unit)
{
    QList<Row> rows;
    for (const DetectedGpu &gpu : detection.gpus())
        rows.append(gpuRow(gpu, QStringLiteral("%1 %2").arg(rows.size()).arg(gpu.name), kinds, unit));
    sync(invisibleRootItem(), rows);
}

int GpuTree::kindAt(const QModelIndex &index)
{
    for (QModelIndex at = index; at.isValid(); at = at.parent()) {
        if (const QVariant kind = at.data(KindRole); kind.isValid())
            return kind.toInt();
    }
    return -1;
}

QModelIndex GpuTree::rowOf(int kind) const
{
    const QModelIndexList found =
        match(index(0, 0), KindRole, kind, 1, Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
    return found.isEmpty() ? QModelIndex() : found.constFirst();
}

} // namespace plimsoll
