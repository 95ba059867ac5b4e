// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/systemtree.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace plimsoll {
namespace {

constexpr qint64 kMostText = 1 << 20; ///< of a file that a kernel writes

std::optional<qint64> parsed(const QString &text)
{
    bool ok = false;
    const bool isHex = text.startsWith(QLatin1String("0x"));
    const qint64 value = isHex ? text.mid(2).toLongLong(&ok, 16) : text.toLongLong(&ok, 10);
    return ok ? std::optional(value) : std::nullopt;
}

QString hex(int value, int digits)
{
    return QStringLiteral("%1").arg(value, digits, 16, QLatin1Char('0'));
}

/// A line "744C,<tab>C8,<tab>AMD Radeon RX 7900 XTX".
QString nameInAmdgpuIds(const QString &path, quint16 device, quint8 revision)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray start = (hex(device, 4) + QLatin1Char(',')).toUpper().toLatin1();
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(1024);
        if (!line.startsWith(start))
            continue;
        const QList<QByteArray> fields = line.split(',');
        if (fields.size() == 3 && fields[1].trimmed() == hex(revision, 2).toUpper().toLatin1())
            return QString::fromUtf8(fields[2].trimmed());
    }
    return {};
}

/// A vendor "8086  Intel Corporation", below it "<tab>56a0  DG2 [Arc A770]": the product is in the brackets.
QString nameInPciIds(const QString &path, quint16 vendor, quint16 device)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray vendorStart = hex(vendor, 4).toLatin1() + ' ';
    const QByteArray deviceStart = '\t' + hex(device, 4).toLatin1() + ' ';
    bool inside = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(1024);
        if (line.startsWith('#') || line.trimmed().isEmpty())
            continue;
        if (!line.startsWith('\t')) {
            if (inside)
                return {};
            inside = line.startsWith(vendorStart);
        } else if (inside && line.startsWith(deviceStart)) {
            const QString name = QString::fromUtf8(line.mid(deviceStart.size()).trimmed());
            const qsizetype open = name.indexOf(QLatin1Char('[')), close = name.lastIndexOf(QLatin1Char(']'));
            return open >= 0 && close > open ? name.mid(open + 1, close - open - 1) : name;
        }
    }
    return {};
}

} // namespace

QString SystemTree::path(const QString &file) const
{
    return QDir(m_root).filePath(file);
}

bool SystemTree::exists(const QString &file) const
{
    return QFile::exists(path(file));
}

QString SystemTree::text(const QString &file) const
{
    QFile source(path(file));
    if (!source.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(source.read(kMostText)).trimmed();
}

std::optional<qint64> SystemTree::number(const QString &file) const
{
    return parsed(text(file));
}

QStringList SystemTree::folders(const QString &folder) const
{
    return QDir(path(folder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QHash<QString, QString> SystemTree::properties(const QString &file) const
{
    QHash<QString, QString> found;
    const QStringList lines = text(file).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const qsizetype sign = line.indexOf(QLatin1Char('='));
        if (sign > 0)
            found.insert(line.left(sign), line.mid(sign + 1));
    }
    return found;
}

QList<DrmCard> drmCards(const SystemTree &tree, quint16 pciVendor)
{
    static const QRegularExpression card(QStringLiteral("^card(\\d+)$"));
    const QString root = QStringLiteral("sys/class/drm/");
    QStringList names = tree.folders(root).filter(card);
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        return card.match(a).captured(1).toInt() < card.match(b).captured(1).toInt();
    });
    QList<DrmCard> found;
    for (const QString &name : names) {
        DrmCard each;
        each.folder = root + name;
        each.device = each.folder + QStringLiteral("/device");
        if (tree.number(each.device + QStringLiteral("/vendor")) != qint64(pciVendor))
            continue;
        each.deviceId = quint16(tree.number(each.device + QStringLiteral("/device")).value_or(0));
        each.revision = quint8(tree.number(each.device + QStringLiteral("/revision")).value_or(0));
        const QHash<QString, QString> event = tree.properties(each.device + QStringLiteral("/uevent"));
        each.driver = event.value(QStringLiteral("DRIVER"));
        each.pciAddress = event.value(QStringLiteral("PCI_SLOT_NAME"));
        each.pciId = hex(pciVendor, 4) + QLatin1Char(':') + hex(each.deviceId, 4);
        found.append(each);
    }
    return found;
}

QString pciDisplayController(const SystemTree &tree, quint16 pciVendor)
{
    const QString root = QStringLiteral("sys/bus/pci/devices/");
    for (const QString &name : tree.folders(root)) {
        const QString device = root + name;
        constexpr qint64 displayController = 0x03; // base class of the PCI code and id assignment specification
        if (tree.number(device + QStringLiteral("/vendor")) == qint64(pciVendor)
            && tree.number(device + QStringLiteral("/class")).value_or(0) >> 16 == displayController)
            return hex(pciVendor, 4) + QLatin1Char(':')
                   + hex(int(tree.number(device + QStringLiteral("/device")).value_or(0)), 4);
    }
    return {};
}

SystemMemory systemMemory(const SystemTree &tree)
{
    const QString text = tree.text(QStringLiteral("proc/meminfo"));
    const auto line = [&](const QString &key) -> std::optional<Bytes> {
        const QRegularExpression pattern(QStringLiteral("^%1:\\s+(\\d+) kB").arg(key),
                                         QRegularExpression::MultilineOption);
        const QRegularExpressionMatch match = pattern.match(text);
        return match.hasMatch() ? std::optional(Bytes(1024) * match.captured(1).toLongLong()) : std::nullopt;
    };
    return {line(QStringLiteral("MemTotal")), line(QStringLiteral("MemAvailable"))};
}

QString moduleVersion(const SystemTree &tree, const QString &module)
{
    const QString own = tree.text(QStringLiteral("sys/module/%1/version").arg(module));
    if (!own.isEmpty())
        return own;
    const QString kernel = tree.text(QStringLiteral("proc/sys/kernel/osrelease"));
    return kernel.isEmpty() ? QString() : QStringLiteral("Linux ") + kernel;
}

QString pciName(const SystemTree &tree, quint16 pciVendor, quint16 device, quint8 revision)
{
    constexpr quint16 amd = 0x1002;
    if (pciVendor == amd) {
        const QString name =
            nameInAmdgpuIds(tree.path(QStringLiteral("usr/share/libdrm/amdgpu.ids")), device, revision);
        if (!name.isEmpty())
            return name;
    }
    for (const char *list : {"usr/share/misc/pci.ids", "usr/share/hwdata/pci.ids"}) {
        const QString name = nameInPciIds(tree.path(QLatin1String(list)), pciVendor, device);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace plimsoll
