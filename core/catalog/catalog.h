// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/format.h"
#include "core/catalog/gpu.h"
#include "core/catalog/modelarchitecture.h"
#include "core/catalog/nearestnames.h"
#include "core/result.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace plimsoll {

struct Calibration;

/// What a list shows of a record without reading it whole.
struct CatalogEntry {
    QString id;
    QString name;
    QString detail;     ///< one short line for pickers: "8.03 B · GQA · 128k", "80 GB · NVIDIA · Hopper · 2022"
    QString searchText; ///< lower case words to search in: id, name, family, vendor, "moe", "24gb", "mac", ...
    qint64 size = 0;    ///< text parameters of a model; usable bytes of a GPU
};

/// Models, GPUs, formats and engine constants. Immutable once loaded, so any thread may read it.
///
/// The built-in catalogs are compiled into the program in a compact form with an index; a record is
/// read only when it is asked for. A user's own file is merged over them: a record with the same id
/// replaces the built-in one.
class Catalog
{
public:
    /// The built-in catalogs.
    static Catalog builtIn();

    /// The built-in catalogs with the person's own over them, where that file exists.
    /// A broken file leaves the built-in ones and a note in notes().
    static Catalog withUserData();

    /// Merges a catalog document over this one ({"schema": "plimsoll.catalog/1", "models": [...], "gpus": [...]}).
    /// `place` names the file in errors. On failure nothing is merged.
    Result<int> merge(const QByteArray &json, const QString &place);

    /// The person's own catalog file: catalog.json in the standard config location.
    static QString userFile();

    const std::vector<CatalogEntry> &models() const;
    const std::vector<CatalogEntry> &gpus() const; ///< with MIG slices after their GPU ("nvidia-h100-sxm-80gb/1g.10gb")
    const std::vector<Format> &formats() const;

    /// By id, exact first, then without regard to case, then the part after the organisation where it is unique.
    /// Error "unknown-model" names the nearest ids.
    Result<ModelArchitecture> model(const QString &id, const QString &field) const;
    /// Error "unknown-gpu" names the nearest ids.
    Result<Gpu> gpu(const QString &id, const QString &field) const;
    /// By id or alias, without regard to case; null when unknown. The pointer lives as long as the catalog.
    const Format *findFormat(const QString &id) const;
    /// Error "unknown-format" names the nearest ids.
    Result<Format> format(const QString &id, const QString &field) const;

    /// The constants of an engine (resources/catalog/engines/<id>.json), empty when there are none.
    QJsonObject engineConstants(const QString &engineId) const;

    /// The whole record as it stands in the catalog, for `plimsoll catalog --json` and details on hover.
    QJsonObject modelRecord(const QString &id) const;
    QJsonObject gpuRecord(const QString &id) const;

    /// What went wrong while loading the person's own data; empty as a rule.
    const QStringList &notes() const;
    /// True when records of the person's own are in it.
    bool hasUserData() const;

    /// The person's own measurements, which resolve() applies where they are on; null = none. The built-in catalogs,
    /// those with a person's own records and merged ones have none until they are given some.
    const std::shared_ptr<const Calibration> &calibration() const { return m_calibration; }
    void setCalibration(std::shared_ptr<const Calibration> calibration) { m_calibration = std::move(calibration); }

    Catalog(const Catalog &);
    Catalog(Catalog &&) noexcept;
    Catalog &operator=(const Catalog &);
    Catalog &operator=(Catalog &&) noexcept;
    ~Catalog();

private:
    struct Data;
    explicit Catalog(std::shared_ptr<Data> data);
    std::shared_ptr<Data> m_data;
    std::shared_ptr<const Calibration> m_calibration;
};

} // namespace plimsoll
