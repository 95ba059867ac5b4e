// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include "core/catalog/catalogdata.h"
#include "core/catalog/catalogdocument.h"
#include "core/catalog/catalogentries.h"
#include "core/catalog/gpurecord.h"
#include "core/catalog/modelrecord.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plimsoll {
namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Catalog)
};

/// By id, else the first ones that have every typed word somewhere ("mac m3").
QStringList nearestIds(const QString &typed, const std::vector<CatalogEntry> &entries)
{
    QStringList ids;
    ids.reserve(qsizetype(entries.size()));
    for (const CatalogEntry &entry : entries)
        ids.append(entry.id);
    QStringList nearest = nearestNames(typed, ids);
    static const QRegularExpression separators(QStringLiteral("[\\s/_-]+"));
    const QStringList words = typed.left(120).toLower().split(separators, Qt::SkipEmptyParts);
    if (!nearest.isEmpty() || words.isEmpty())
        return nearest;
    for (const CatalogEntry &entry : entries) {
        const bool all = std::all_of(words.begin(), words.end(),
                                     [&](const QString &word) { return entry.searchText.contains(word); });
        if (all && nearest.size() < 3)
            nearest.append(entry.id);
    }
    return nearest;
}

/// `whatItIs` is a sentence with the typed name in it, `list` the command that shows the known ones.
Error unknown(const char *code, const QString &field, const QString &whatItIs, const QStringList &nearest,
              const QString &list)
{
    const QString hint = nearest.isEmpty() ? Strings::tr("\"plimsoll catalog %1\" lists the known ones.").arg(list)
                                           : Strings::tr("Nearest: %1. \"plimsoll catalog %2\" lists all.")
                                                 .arg(nearest.join(QLatin1String(", ")), list);
    return Error{QLatin1String(code), field, whatItIs + QLatin1Char(' ') + hint, ErrorKind::Typed};
}

/// Typed text as it may stand in a message.
QString quoted(const QString &typed)
{
    constexpr int longest = 80;
    return typed.size() > longest ? typed.left(longest) + QStringLiteral("...") : typed;
}

template <typename Entries, typename SameId>
void putInPlace(Entries &entries, typename Entries::value_type entry, SameId sameId)
{
    const auto same = std::find_if(entries.begin(), entries.end(), sameId);
    if (same != entries.end())
        *same = std::move(entry);
    else
        entries.push_back(std::move(entry));
}

} // namespace

Catalog::Catalog(std::shared_ptr<Data> data)
    : m_data(std::move(data))
{
}

Catalog::Catalog(const Catalog &) = default;
Catalog::Catalog(Catalog &&) noexcept = default;
Catalog &Catalog::operator=(const Catalog &) = default;
Catalog &Catalog::operator=(Catalog &&) noexcept = default;
Catalog::~Catalog() = default;

Result<int> Catalog::merge(const QByteArray &json, const QString &place)
{
    const Result<CatalogDocument> document = readCatalogDocument(json, place);
    if (!document)
        return document.error();
    auto merged = std::make_shared<Data>(*m_data);
    for (const CatalogRecord<ModelArchitecture> &record : document->models) {
        const QString id = record.value.id;
        merged->ownModels.insert(id, record.json);
        putInPlace(merged->ownModelEntries, modelEntry(record.value),
                   [&](const CatalogEntry &e) { return e.id == id; });
    }
    for (const CatalogRecord<Gpu> &record : document->gpus) {
        const QString id = record.value.id;
        merged->ownGpus.insert(id, record.json);
        putInPlace(merged->ownGpuEntries, gpuEntries(record.value),
                   [&](const std::vector<CatalogEntry> &group) { return group.front().id == id; });
    }
    for (const CatalogRecord<Format> &record : document->formats) {
        const QString id = record.value.id;
        putInPlace(merged->ownFormats, record.value, [&](const Format &format) { return format.id == id; });
    }
    m_data = std::move(merged);
    return int(document->count());
}

const std::vector<CatalogEntry> &Catalog::models() const
{
    return m_data->models();
}

const std::vector<CatalogEntry> &Catalog::gpus() const
{
    return m_data->gpus();
}

const std::vector<Format> &Catalog::formats() const
{
    return m_data->formats();
}

Result<ModelArchitecture> Catalog::model(const QString &id, const QString &field) const
{
    const QString found = m_data->findModel(id);
    if (found.isEmpty())
        return unknown("unknown-model", field, Strings::tr("There is no model \"%1\" in the catalog.").arg(quoted(id)),
                       nearestIds(id, models()), QStringLiteral("models"));
    return modelFromRecord(m_data->modelRecord(found), QStringLiteral("models.json"));
}

Result<Gpu> Catalog::gpu(const QString &id, const QString &field) const
{
    const QString found = m_data->findGpu(id);
    if (found.isEmpty())
        return unknown("unknown-gpu", field, Strings::tr("There is no GPU \"%1\" in the catalog.").arg(quoted(id)),
                       nearestIds(id, gpus()), QStringLiteral("gpus"));
    Result<Gpu> whole = gpuFromRecord(m_data->gpuRecord(found), QStringLiteral("gpus.json"));
    const QString profileName = found.section(QLatin1Char('/'), 1);
    if (!whole || profileName.isEmpty())
        return whole;
    const auto profile = std::find_if(whole->migProfiles.cbegin(), whole->migProfiles.cend(),
                                      [&](const MigProfile &candidate) { return candidate.name == profileName; });
    if (profile == whole->migProfiles.cend())
        return whole; // cannot be: the list of slices was made from this record
    return migSlice(*whole, *profile);
}

const Format *Catalog::findFormat(const QString &id) const
{
    return m_data->findFormat(id);
}

Result<Format> Catalog::format(const QString &id, const QString &field) const
{
    if (const Format *found = findFormat(id))
        return *found;
    QStringList names;
    for (const Format &format : formats()) {
        if (format.family != FormatFamily::Native)
            names.append(format.id);
    }
    return unknown("unknown-format", field, Strings::tr("There is no number format \"%1\".").arg(quoted(id)),
                   nearestNames(id, names), QStringLiteral("formats"));
}

QJsonObject Catalog::engineConstants(const QString &engineId) const
{
    return m_data->engineConstants(engineId);
}

QJsonObject Catalog::modelRecord(const QString &id) const
{
    return m_data->modelRecord(m_data->findModel(id));
}

QJsonObject Catalog::gpuRecord(const QString &id) const
{
    return m_data->gpuRecord(m_data->findGpu(id));
}

const QStringList &Catalog::notes() const
{
    return m_data->notes;
}

bool Catalog::hasUserData() const
{
    return !m_data->ownModels.isEmpty() || !m_data->ownGpus.isEmpty() || !m_data->ownFormats.empty();
}

} // namespace plimsoll
