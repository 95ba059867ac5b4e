// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogdata.h"

#include "core/catalog/formatrecord.h"

#include <algorithm>

namespace plimsoll {
namespace {

/// The GPU of a MIG slice's id, or the id itself.
QString wholeGpu(const QString &id)
{
    return id.section(QLatin1Char('/'), 0, 0);
}

/// Puts each group of `own` in the place of the entries that it replaces, or at the end.
void mergeEntries(std::vector<CatalogEntry> &entries, const std::vector<std::vector<CatalogEntry>> &own,
                  QString (*groupOf)(const QString &))
{
    for (const std::vector<CatalogEntry> &group : own) {
        const QString id = group.front().id;
        const auto belongs = [&](const CatalogEntry &entry) { return groupOf(entry.id) == id; };
        const auto first = std::find_if(entries.begin(), entries.end(), belongs);
        const auto place = first - entries.begin();
        entries.erase(std::remove_if(first, entries.end(), belongs), entries.end());
        entries.insert(entries.begin() + place, group.begin(), group.end());
    }
}

std::vector<CatalogEntry> compiledEntries(const CompiledCatalog &compiled, CompiledCatalog::Section section)
{
    std::vector<CatalogEntry> entries;
    entries.reserve(size_t(compiled.count(section)));
    for (qsizetype i = 0; i < compiled.count(section); ++i)
        entries.push_back(compiled.entry(section, i));
    return entries;
}

QString withoutCase(const std::vector<CatalogEntry> &entries, const QString &typed)
{
    for (const CatalogEntry &entry : entries) {
        if (entry.id.compare(typed, Qt::CaseInsensitive) == 0)
            return entry.id;
    }
    return {};
}

/// By the part after the organisation, where only one record has it.
QString withoutOrganisation(const std::vector<CatalogEntry> &entries, const QString &typed)
{
    QString found;
    for (const CatalogEntry &entry : entries) {
        const QStringView name = QStringView(entry.id).mid(entry.id.indexOf(QLatin1Char('/')) + 1);
        if (name.compare(typed, Qt::CaseInsensitive) != 0)
            continue;
        if (!found.isEmpty())
            return {};
        found = entry.id;
    }
    return found;
}

} // namespace

const std::vector<CatalogEntry> &Catalog::Data::models() const
{
    std::call_once(m_modelsOnce, [this] {
        m_models = compiledEntries(builtIn, CompiledCatalog::Models);
        std::vector<std::vector<CatalogEntry>> own;
        for (const CatalogEntry &entry : ownModelEntries)
            own.push_back({entry});
        mergeEntries(m_models, own, [](const QString &id) { return id; });
    });
    return m_models;
}

const std::vector<CatalogEntry> &Catalog::Data::gpus() const
{
    std::call_once(m_gpusOnce, [this] {
        m_gpus = compiledEntries(builtIn, CompiledCatalog::Gpus);
        mergeEntries(m_gpus, ownGpuEntries, wholeGpu);
    });
    return m_gpus;
}

const std::vector<Format> &Catalog::Data::formats() const
{
    std::call_once(m_formatsOnce, [this] {
        m_formats.reserve(size_t(builtIn.count(CompiledCatalog::Formats)) + ownFormats.size());
        for (qsizetype i = 0; i < builtIn.count(CompiledCatalog::Formats); ++i) {
            Result<Format> format = formatFromRecord(builtIn.record(CompiledCatalog::Formats, i), {});
            if (format)
                m_formats.push_back(std::move(format).value());
        }
        for (const Format &format : ownFormats) {
            const auto same = std::find_if(m_formats.begin(), m_formats.end(),
                                           [&](const Format &other) { return other.id == format.id; });
            if (same != m_formats.end())
                *same = format;
            else
                m_formats.push_back(format);
        }
        m_hasFormats = true;
    });
    return m_formats;
}

const Format *Catalog::Data::builtInFormat(qsizetype index) const
{
    const std::lock_guard lock(m_singlesMutex);
    std::unique_ptr<const Format> &format = m_singleFormats[index];
    if (!format) {
        Result<Format> read = formatFromRecord(builtIn.record(CompiledCatalog::Formats, index), {});
        if (!read)
            return nullptr;
        format = std::make_unique<const Format>(std::move(read).value());
    }
    return format.get();
}

const Format *Catalog::Data::findFormat(const QString &typed) const
{
    if (ownFormats.empty() && !m_hasFormats) {
        const qsizetype index = builtIn.find(CompiledCatalog::Formats, typed.toLower());
        if (index >= 0)
            return builtInFormat(index);
    }
    const auto isNamed = [&typed](const Format &format) {
        return format.id.compare(typed, Qt::CaseInsensitive) == 0
               || format.aliases.contains(typed, Qt::CaseInsensitive);
    };
    const std::vector<Format> &all = formats();
    const auto found = std::find_if(all.begin(), all.end(), isNamed);
    return found == all.end() ? nullptr : &*found;
}

QString Catalog::Data::findModel(const QString &typed) const
{
    if (ownModels.contains(typed) || builtIn.find(CompiledCatalog::Models, typed) >= 0)
        return typed;
    const QString found = withoutCase(models(), typed);
    return found.isEmpty() ? withoutOrganisation(models(), typed) : found;
}

QString Catalog::Data::findGpu(const QString &typed) const
{
    // A GPU of the person's own hides the MIG slices of the built-in one, so slices go by the list.
    const bool slice = typed.contains(QLatin1Char('/'));
    if (ownGpus.contains(typed) || (builtIn.find(CompiledCatalog::Gpus, typed) >= 0 && !slice))
        return typed;
    return withoutCase(gpus(), typed);
}

QJsonObject Catalog::Data::modelRecord(const QString &id) const
{
    const auto own = ownModels.constFind(id);
    if (own != ownModels.constEnd())
        return *own;
    const qsizetype index = builtIn.find(CompiledCatalog::Models, id);
    return index < 0 ? QJsonObject() : builtIn.record(CompiledCatalog::Models, index);
}

QJsonObject Catalog::Data::gpuRecord(const QString &id) const
{
    const QString whole = wholeGpu(id);
    const auto own = ownGpus.constFind(whole);
    if (own != ownGpus.constEnd())
        return *own;
    const qsizetype index = builtIn.find(CompiledCatalog::Gpus, whole);
    return index < 0 ? QJsonObject() : builtIn.record(CompiledCatalog::Gpus, index);
}

QJsonObject Catalog::Data::engineConstants(const QString &id) const
{
    const qsizetype index = builtIn.find(CompiledCatalog::Engines, id);
    if (index < 0)
        return {};
    const std::lock_guard lock(m_singlesMutex);
    auto found = m_engineConstants.find(index);
    if (found == m_engineConstants.end())
        found = m_engineConstants.emplace(index, builtIn.record(CompiledCatalog::Engines, index)).first;
    return found->second;
}

} // namespace plimsoll
