// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogentries.h"

#include "core/catalog/gpurecord.h"
#include "core/memory/parameters.h"
#include "core/units/sizeformat.h"

#include <cmath>

namespace plimsoll {
namespace {

using L1 = QLatin1String;

QString joined(const QStringList &parts)
{
    QStringList present;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            present.append(part);
    }
    return present.join(QStringLiteral(" \u00b7 "));
}

/// "128k", "1M": k = 1024, as the command line reads it.
QString shortTokens(qint64 tokens)
{
    constexpr qint64 k = 1024;
    if (tokens >= k * k)
        return QString::number(double(tokens) / double(k * k), 'g', 3) + QLatin1Char('M');
    if (tokens >= k)
        return QString::number(std::round(double(tokens) / double(k))) + QLatin1Char('k');
    return QString::number(tokens);
}

/// The kind of attention as people write it.
QString attentionLabel(const QString &kind)
{
    static const QStringList abbreviations = {QStringLiteral("mha"), QStringLiteral("gqa"), QStringLiteral("mqa"),
                                              QStringLiteral("mla")};
    return abbreviations.contains(kind) ? kind.toUpper() : kind;
}

bool hasExperts(const ModelArchitecture &model)
{
    for (const LayerGroup &group : model.groups) {
        if (group.moe)
            return true;
    }
    return false;
}

QString plainNumber(double value)
{
    return QString::number(value, 'g', 4);
}

} // namespace

CatalogEntry modelEntry(const ModelArchitecture &model)
{
    const ParameterCounts counts = countParameters(model);
    const QString kind = attentionKind(model);
    const bool experts = hasExperts(model);
    QString size = formatParameters(counts.text);
    if (experts)
        size += QStringLiteral(" (A%1)").arg(formatParameters(counts.active).remove(QLatin1Char(' ')));
    CatalogEntry entry;
    entry.id = model.id;
    entry.name = model.displayName;
    entry.size = counts.text;
    entry.detail = joined({size, experts ? QStringLiteral("MoE") : QString(), attentionLabel(kind),
                           model.contextLimit > 0 ? shortTokens(model.contextLimit) : QString()});
    QStringList words = {model.id,
                         model.displayName,
                         model.family,
                         model.architecture,
                         kind,
                         formatParameters(counts.text).remove(QLatin1Char(' ')),
                         QString::number(std::round(double(counts.text) / 1e9)) + QLatin1Char('b')};
    words.append(experts ? QStringLiteral("moe experts") : QStringLiteral("dense"));
    if (model.vision)
        words.append(QStringLiteral("vision multimodal vl"));
    if (model.audioParameters > 0)
        words.append(QStringLiteral("audio"));
    entry.searchText = words.join(QLatin1Char(' ')).toLower();
    return entry;
}

CatalogEntry gpuEntry(const Gpu &gpu)
{
    const bool slice = !gpu.migOf.isEmpty();
    CatalogEntry entry;
    entry.id = gpu.id;
    entry.name = gpu.name;
    entry.size = gpu.usable.count();
    const QString memory =
        slice ? formatSize(gpu.usable, SizeUnit::GiB) : plainNumber(gpu.memoryGb) + QStringLiteral(" GB");
    entry.detail = joined(
        {memory, gpu.vendor, gpu.architecture, gpu.releaseYear > 0 ? QString::number(gpu.releaseYear) : QString()});
    QStringList words = {gpu.id,
                         gpu.name,
                         gpu.vendor,
                         gpu.architecture,
                         gpu.productLine,
                         gpu.formFactor,
                         gpu.computeCapability,
                         gpu.interconnectName};
    if (!slice)
        words.append(plainNumber(gpu.memoryGb) + QStringLiteral("gb ") + plainNumber(gpu.memoryGb)
                     + QStringLiteral(" gb"));
    else
        words.append(QStringLiteral("mig slice"));
    if (gpu.vendor == L1("Apple"))
        words.append(QStringLiteral("mac macbook metal silicon"));
    if (gpu.vendor == L1("NVIDIA"))
        words.append(QStringLiteral("cuda"));
    if (gpu.vendor == L1("NVIDIA") && gpu.productLine == L1("consumer"))
        words.append(QStringLiteral("geforce"));
    if (gpu.vendor == L1("AMD"))
        words.append(QStringLiteral("rocm radeon instinct"));
    if (gpu.unifiedMemory)
        words.append(QStringLiteral("unified memory"));
    entry.searchText = words.join(QLatin1Char(' ')).simplified().toLower();
    return entry;
}

std::vector<CatalogEntry> gpuEntries(const Gpu &gpu)
{
    std::vector<CatalogEntry> entries = {gpuEntry(gpu)};
    for (const MigProfile &profile : gpu.migProfiles)
        entries.push_back(gpuEntry(migSlice(gpu, profile)));
    return entries;
}

} // namespace plimsoll
