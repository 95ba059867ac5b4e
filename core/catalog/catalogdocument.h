// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/format.h"
#include "core/catalog/gpu.h"
#include "core/catalog/modelarchitecture.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace plimsoll {

/// A validated record with what was read from it.
template <typename T>
struct CatalogRecord {
    QJsonObject json;
    T value;
};

/// A catalog file, read and validated.
struct CatalogDocument {
    std::vector<CatalogRecord<ModelArchitecture>> models;
    std::vector<CatalogRecord<Gpu>> gpus;
    std::vector<CatalogRecord<Format>> formats;

    qsizetype count() const { return qsizetype(models.size() + gpus.size() + formats.size()); }
};

/// The largest catalog file that is read.
inline constexpr qint64 kMaxCatalogBytes = 64 * 1024 * 1024;

/// Reads a catalog file: {"schema": "plimsoll.catalog/1", "models": [...], "gpus": [...], "formats": [...]}, each list
/// optional. The first mistake is the error: what is wrong, in which file, record and field.
Result<CatalogDocument> readCatalogDocument(const QByteArray &json, const QString &place);

} // namespace plimsoll
