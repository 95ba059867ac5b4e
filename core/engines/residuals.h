// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/engines/enginerules.h"

#include <QJsonObject>
#include <QString>

namespace plimsoll {

/// The kinds of architecture that errors are told apart by, from the one that decides most: "vision", "hybrid"
/// (any recurrent state), "mla", "moe", "sliding window", "dense".
QString architectureKind(const ModelArchitecture &model);

/// Of the items of a total, what an error is measured against: all of activations, graphs, runtime and overhead, a
/// hundredth of the weights, nothing of the cache, which is arithmetic.
std::array<double, kItemCount> uncertainShares();

/// The 90 % interval that an engine's residual table gives for one kind of architecture. The table is the object
/// "residuals" of resources/catalog/engines/<id>.json, written by `plimsoll-accuracy --residuals`: for each version
/// range and kind the half-width as a share of what is uncertain, and the number of distinct configurations
/// behind it. Where the table has too few of a kind it names the kinds that were pooled.
///
/// `version` is normalised, or empty where the engine has none; `engineName` is for the text of the basis.
EngineRules::Interval intervalOf(const QJsonObject &residuals, const QString &version, const QString &kind,
                                 const QString &engineName);

} // namespace plimsoll
