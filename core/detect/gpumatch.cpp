// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/gpumatch.h"

#include "core/catalog/catalog.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

/// Words that say nothing about which GPU it is: vendors, and what a driver adds or leaves out at will.
const QStringList &emptyWords()
{
    static const QStringList words{QStringLiteral("nvidia"),  QStringLiteral("tesla"),    QStringLiteral("amd"),
                                   QStringLiteral("intel"),   QStringLiteral("r"),        QStringLiteral("tm"),
                                   QStringLiteral("gpu"),     QStringLiteral("graphics"), QStringLiteral("generation"),
                                   QStringLiteral("edition"), QStringLiteral("active"),   QStringLiteral("ac"),
                                   QStringLiteral("vf"),      QStringLiteral("oam")};
    return words;
}

/// Names of drivers that leave out what sets the part apart, and the words of the catalog for it.
struct Alias {
    const char *driver, *catalog;
};
constexpr Alias kAliases[] = {
    {"h100 hbm3", "h100 sxm"}, // the PCIe card and the NVL call themselves so
    {"h800", "h800 sxm"},      {"h200", "h200 sxm"},
    {"b200", "b200 sxm"},      {"rtx pro 6000 blackwell max q workstation", "rtx pro 6000 blackwell max q"},
    {"gb10", "dgx spark"},     {"radeon 8060s", "ryzen ai max 395"},
};

/// "h100 sxm", without sizes of memory, which are compared as numbers.
QString essence(const QString &name)
{
    static const QRegularExpression aside(QStringLiteral(R"(\([^)]*\))"));
    static const QRegularExpression separator(QStringLiteral("[^a-z0-9]+"));
    static const QRegularExpression size(QStringLiteral("^\\d+gb?$"));
    static const QRegularExpression socket(QStringLiteral("^sxm\\d$"));
    QStringList words;
    const QStringList all = QString(name).remove(aside).toLower().split(separator, Qt::SkipEmptyParts);
    for (const QString &word : all) {
        if (emptyWords().contains(word) || size.match(word).hasMatch())
            continue;
        words << (socket.match(word).hasMatch() ? QStringLiteral("sxm") : word);
    }
    return words.join(QLatin1Char(' '));
}

/// What a driver's name may stand for: "Instinct MI250X / MI250" is one of two.
QStringList essencesOfDriver(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    QStringList found;
    for (const QString &part : parts) {
        QString words = essence(part);
        if (!found.isEmpty()) {
            const QString first = found.constFirst();
            words = first.left(first.lastIndexOf(QLatin1Char(' ')) + 1) + words;
        }
        found << words;
    }
    for (QString &words : found) {
        const auto *alias = std::find_if(std::begin(kAliases), std::end(kAliases),
                                         [&](const Alias &each) { return words == QLatin1String(each.driver); });
        if (alias != std::end(kAliases))
            words = QLatin1String(alias->catalog);
    }
    return found;
}

/// Memory types are part of a driver's name where nothing else tells two parts apart, of the catalog's only by the way.
QString withoutMemoryType(const QString &words)
{
    static const QRegularExpression type(QStringLiteral(" ?\\bhbm\\d?e?\\b"));
    return QString(words).remove(type);
}

/// Error correction takes up to a sixteenth of GDDR; the next larger size of a card is at least a sixth away.
bool memoryAgrees(const DetectedGpu &gpu, const Gpu &record)
{
    if (gpu.unifiedMemory != record.unifiedMemory)
        return false;
    const Bytes marketed = Bytes::fromGiB(record.memoryGb);
    if (gpu.unifiedMemory) {
        // Firmware and kernel keep some of it for themselves before anybody can count it.
        const std::optional<Bytes> all = gpu.shared ? gpu.shared : gpu.total;
        const double share = all ? double(all->count()) / double(marketed.count()) : 0;
        return share > 0.87 && share < 1.01;
    }
    const Bytes expected = record.reported > Bytes(0) ? record.reported : marketed;
    return gpu.total && std::abs(double(gpu.total->count()) / double(expected.count()) - 1) < 0.08;
}

/// True where matchCatalog() cannot tell them apart.
bool matchesAlike(const DetectedGpu &a, const DetectedGpu &b)
{
    return a.vendor == b.vendor && a.name == b.name && a.total == b.total && a.unifiedMemory == b.unifiedMemory
           && a.shared == b.shared;
}

QString slug(const QString &text)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    QString made = text.toLower().replace(other, QStringLiteral("-"));
    while (made.startsWith(QLatin1Char('-')))
        made.remove(0, 1);
    while (made.endsWith(QLatin1Char('-')))
        made.chop(1);
    return made;
}

} // namespace

QString matchCatalog(const DetectedGpu &gpu, const Catalog &catalog)
{
    QStringList possible = essencesOfDriver(gpu.name);
    for (QString &words : possible)
        words = withoutMemoryType(words);
    QStringList known, ids;
    for (const CatalogEntry &entry : catalog.gpus()) {
        if (entry.id.contains(QLatin1Char('/')))
            continue;
        const QString words = withoutMemoryType(essence(entry.name));
        if (words.isEmpty() || !possible.contains(words))
            continue;
        const Result<Gpu> record = catalog.gpu(entry.id, {});
        if (!record.ok() || record->vendor.compare(vendorName(gpu.vendor), Qt::CaseInsensitive) != 0)
            continue;
        known << words;
        if (memoryAgrees(gpu, *record))
            ids << entry.id;
    }
    const bool allKnown =
        std::all_of(possible.begin(), possible.end(), [&](const QString &w) { return known.contains(w); });
    return allKnown && ids.size() == 1 ? ids.constFirst() : QString();
}

void matchAll(Detection &detection, const Catalog &catalog, const Detection &known)
{
    QList<DetectedGpu> matched = known.gpus();
    for (VendorAnswer &answer : detection.answers) {
        for (DetectedGpu &gpu : answer.gpus) {
            const auto same = std::find_if(matched.begin(), matched.end(),
                                           [&](const DetectedGpu &each) { return matchesAlike(gpu, each); });
            gpu.catalogId = same == matched.end() ? matchCatalog(gpu, catalog) : same->catalogId;
            matched.append(gpu);
            for (MigInstance &instance : gpu.instances) {
                const QString id = gpu.catalogId + QLatin1Char('/') + instance.profile;
                const bool isKnown = std::any_of(catalog.gpus().begin(), catalog.gpus().end(),
                                                 [&](const CatalogEntry &entry) { return entry.id == id; });
                instance.catalogId = isKnown ? id : QString();
            }
        }
    }
}

std::optional<QJsonObject> recordOf(const DetectedGpu &gpu, const Catalog &catalog)
{
    const std::optional<Bytes> all = gpu.unifiedMemory && gpu.shared ? gpu.shared : gpu.total;
    constexpr qint64 mebibyte = qint64(1) << 20;
    if (!all || all->count() < 256 * mebibyte)
        return {};
    // Marketed sizes are whole GiB but for the smallest.
    const double gigabytes =
        std::max(0.25, all->gibibytes() < 1 ? all->gibibytes() : std::ceil(all->gibibytes() - 0.01));
    const auto isTaken = [&](const QString &id) {
        return std::any_of(catalog.gpus().begin(), catalog.gpus().end(),
                           [&](const CatalogEntry &entry) { return entry.id == id; });
    };
    const QString base = QStringLiteral("own-%1-%2gb").arg(slug(gpu.name)).arg(gigabytes);
    QString id = base;
    for (int number = 2; isTaken(id); ++number)
        id = base + QLatin1Char('-') + QString::number(number);
    QJsonObject record{
        {QStringLiteral("id"), id},
        {QStringLiteral("name"), gpu.name},
        {QStringLiteral("vendor"), vendorName(gpu.vendor)},
        {QStringLiteral("memory_gb"), gigabytes},
        {QStringLiteral("memory_kind"), gpu.unifiedMemory ? QStringLiteral("unified") : QStringLiteral("dedicated")},
        {QStringLiteral("confidence"), QStringLiteral("low")},
        {QStringLiteral("sources"), QJsonArray{QStringLiteral("plimsoll detect, driver %1").arg(gpu.driverVersion)}},
    };
    const qint64 total = gpu.total.value_or(*all).count() / mebibyte;
    if (gpu.unifiedMemory)
        record.insert(QStringLiteral("unified_default_limit_mib"), total);
    else
        record.insert(QStringLiteral("memory_mib"), total);
    return record;
}

} // namespace plimsoll
