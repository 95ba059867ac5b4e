// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/drmclients.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

namespace plimsoll {
namespace {

/// One open file of a GPU.
struct Client {
    QString pciAddress, id;
    Bytes used;
};

/// "1024 KiB", "3 MiB", or bytes.
Bytes sizeFrom(const QString &text)
{
    const qint64 count = std::max<qint64>(0, text.section(QLatin1Char(' '), 0, 0).toLongLong());
    const QString unit = text.section(QLatin1Char(' '), 1, 1);
    const int shift = unit == QLatin1String("KiB") ? 10 : unit == QLatin1String("MiB") ? 20 : 0;
    return Bytes(count) * (qint64(1) << shift);
}

Client clientOf(const QString &text)
{
    // amdgpu calls a card's memory vram, xe vram0, i915 local0. What is there now comes before what may once be there.
    static const QRegularExpression region(QStringLiteral("^drm-(resident|memory|total)-((?:vram|local)\\d*)$"));
    Client client;
    QHash<QString, QHash<QString, Bytes>> byRegion;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QString key = line.section(QLatin1Char(':'), 0, 0).trimmed();
        const QString value = line.section(QLatin1Char(':'), 1).trimmed();
        if (key == QLatin1String("drm-pdev"))
            client.pciAddress = value;
        else if (key == QLatin1String("drm-client-id"))
            client.id = value;
        else if (const QRegularExpressionMatch match = region.match(key); match.hasMatch())
            byRegion[match.captured(2)][match.captured(1)] = sizeFrom(value);
    }
    for (const QHash<QString, Bytes> &sizes : std::as_const(byRegion)) {
        for (const char *kind : {"resident", "memory", "total"}) {
            if (const auto found = sizes.constFind(QLatin1String(kind)); found != sizes.constEnd()) {
                client.used += *found;
                break;
            }
        }
    }
    return client;
}

/// The bytes that one process holds, by GPU.
std::map<QString, Bytes> usageOf(const SystemTree &tree, const QString &folder)
{
    std::map<QString, Bytes> usage;
    QSet<QString> counted; // a file that was opened once and duplicated is one client
    const QStringList files = QDir(tree.path(folder)).entryList(QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString text = tree.text(folder + QLatin1Char('/') + file);
        if (!text.contains(QLatin1String("drm-pdev")))
            continue;
        const Client client = clientOf(text);
        const QString unique = client.pciAddress + QLatin1Char(' ') + client.id;
        if (client.used > Bytes(0) && !counted.contains(unique))
            usage[client.pciAddress] += client.used;
        counted.insert(unique);
    }
    return usage;
}

} // namespace

QHash<QString, QList<GpuProcess>> drmClients(const SystemTree &tree)
{
    static const QRegularExpression number(QStringLiteral("^\\d+$"));
    QHash<QString, QList<GpuProcess>> found;
    const QString root = QStringLiteral("proc/");
    const QStringList processes = tree.folders(root).filter(number);
    for (const QString &pid : processes) {
        for (const auto &[pciAddress, used] : usageOf(tree, root + pid + QStringLiteral("/fdinfo")))
            found[pciAddress].append({pid.toLongLong(), tree.text(root + pid + QStringLiteral("/comm")), used});
    }
    for (QList<GpuProcess> &each : found)
        each = joined(each, {});
    return found;
}

QList<GpuProcess> joined(const QList<GpuProcess> &first, const QList<GpuProcess> &second)
{
    std::map<qint64, GpuProcess> all;
    for (const GpuProcess &process : first + second) {
        const auto [place, isNew] = all.try_emplace(process.pid, process);
        if (!isNew && process.used && (!place->second.used || *process.used > *place->second.used))
            place->second.used = process.used;
    }
    QList<GpuProcess> list;
    for (const auto &[pid, process] : all)
        list.append(process);
    return list;
}

} // namespace plimsoll
