// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace plimsoll {

/// The files in which Linux describes its hardware, below a folder that is "/" or looks like it.
class SystemTree
{
public:
    explicit SystemTree(const QString &root)
        : m_root(root)
    {
    }

    QString path(const QString &file) const; ///< "sys/class/drm" below the root
    bool exists(const QString &file) const;
    /// Without white space at its ends; empty where the file cannot be read.
    QString text(const QString &file) const;
    /// Decimal, or hexadecimal behind "0x".
    std::optional<qint64> number(const QString &file) const;
    QStringList folders(const QString &folder) const; ///< by name
    /// "KEY=value" lines.
    QHash<QString, QString> properties(const QString &file) const;

private:
    QString m_root;
};

/// A graphics card under /sys/class/drm.
struct DrmCard {
    QString folder; ///< "sys/class/drm/card0"
    QString device; ///< "sys/class/drm/card0/device"
    QString driver; ///< "amdgpu"
    QString pciAddress, pciId;
    quint16 deviceId = 0;
    quint8 revision = 0;
};

/// Those with this PCI vendor id, in the order of their numbers. Outputs and render nodes are not cards.
QList<DrmCard> drmCards(const SystemTree &tree, quint16 pciVendor);

/// Whether there is a display controller of this vendor on the PCI bus, with a driver or without: "10de:2330", or
/// empty.
QString pciDisplayController(const SystemTree &tree, quint16 pciVendor);

/// The computer's memory and what of it is available, from /proc/meminfo.
struct SystemMemory {
    std::optional<Bytes> total, available;
};
SystemMemory systemMemory(const SystemTree &tree);

/// The version of a kernel module, or of the kernel where it has none of its own: "6.12.12", "Linux 6.8.0-45".
QString moduleVersion(const SystemTree &tree, const QString &module);

/// The name in the lists that systems have (libdrm's amdgpu.ids, pci.ids), empty where none has it.
QString pciName(const SystemTree &tree, quint16 pciVendor, quint16 device, quint8 revision);

} // namespace plimsoll
