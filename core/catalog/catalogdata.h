// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/compiledcatalog.h"

#include <QHash>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>

namespace plimsoll {

/// What stands behind a Catalog: the compact form, and the records merged over it by id.
struct Catalog::Data {
    Data() = default;
    /// The same records; lists are made anew.
    Data(const Data &other)
        : builtIn(other.builtIn)
        , ownModels(other.ownModels)
        , ownGpus(other.ownGpus)
        , ownModelEntries(other.ownModelEntries)
        , ownGpuEntries(other.ownGpuEntries)
        , ownFormats(other.ownFormats)
        , notes(other.notes)
    {
    }
    Data &operator=(const Data &) = delete;

    CompiledCatalog builtIn;
    QHash<QString, QJsonObject> ownModels, ownGpus;
    std::vector<CatalogEntry> ownModelEntries;
    std::vector<std::vector<CatalogEntry>> ownGpuEntries; ///< a GPU and its MIG slices
    std::vector<Format> ownFormats;
    QStringList notes;

    const std::vector<CatalogEntry> &models() const;
    const std::vector<CatalogEntry> &gpus() const;
    const std::vector<Format> &formats() const;
    /// By id or alias, without regard to case. Decodes one record where it goes by the id and the list is not made.
    const Format *findFormat(const QString &typed) const;

    /// The ids of records for what a person typed, or an empty string.
    QString findModel(const QString &typed) const;
    QString findGpu(const QString &typed) const;
    QJsonObject modelRecord(const QString &id) const;
    /// The record of a GPU, or of the whole GPU for a MIG slice.
    QJsonObject gpuRecord(const QString &id) const;
    /// Decoded once: every answer, and every list of engines, asks again.
    QJsonObject engineConstants(const QString &id) const;

private:
    const Format *builtInFormat(qsizetype index) const;

    // Made on first use: a command that resolves one plan needs no lists.
    mutable std::once_flag m_modelsOnce, m_gpusOnce, m_formatsOnce;
    mutable std::vector<CatalogEntry> m_models, m_gpus;
    mutable std::vector<Format> m_formats;
    mutable std::atomic_bool m_hasFormats = false;
    mutable std::mutex m_singlesMutex; ///< of what is decoded one by one
    mutable std::map<qsizetype, std::unique_ptr<const Format>> m_singleFormats;
    mutable std::map<qsizetype, QJsonObject> m_engineConstants;
};

} // namespace plimsoll
