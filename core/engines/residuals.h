// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/engines/enginerules.h"

#include <QJsonObject>
#include <QString>

namespace plimsoll {

/// Whether an engine loads vision and audio encoders with the model, or leaves them out or to another file.
enum class Encoders { Counted, Apart };

/// The kinds of architecture that errors are told apart by, from the one that decides most: "vision" (where encoders
/// count), "hybrid" (any recurrent state), "mla", "moe", "sliding window", "dense".
QString architectureKind(const ModelArchitecture &model, Encoders encoders = Encoders::Counted);

/// All of them.
QStringList architectureKinds();

/// Kind of the records for what was not measured: architectures that are not in a table's list of measured ones,
/// versions before the first that has a record of the kind.
inline constexpr QLatin1String kUnmeasured{"unmeasured"};

/// The 90 % interval that an engine's residual table gives. The table is the object "residuals" of
/// resources/catalog/engines/<id>.json, written by `plimsoll-accuracy --residuals`. It has
///     measured  optional: the architectures behind the rows, as config.json or a GGUF file names them. Others take
///               the record kUnmeasured
///     records   for each version range (from) and kind how much of each item is uncertain (shares; an item that is
///               not named is arithmetic), the half-width as a multiple of that, the number of distinct configurations
///               behind it, the other kinds that were pooled with it (with), whether other versions were
///               (otherVersions)
///
/// `version` is normalised, or empty where the engine has none; `engineName` is for the text of the basis. Without a
/// record that covers them the interval is empty and has no basis.
EngineRules::Interval intervalOf(const QJsonObject &residuals, const QString &version, const ModelArchitecture &model,
                                 const QString &engineName, Encoders encoders = Encoders::Counted);

} // namespace plimsoll
