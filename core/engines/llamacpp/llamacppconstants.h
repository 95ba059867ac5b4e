// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/gpu.h"
#include "core/engines/llamacpp/llamacppoptions.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace plimsoll::llamacpp {

/// resources/catalog/engines/llama.cpp.json, which names the source of every figure.
struct Constants {
    explicit Constants(const QJsonObject &json);

    std::vector<VersionRules> versions; ///< oldest first, never empty
    std::vector<Preset> presets;        ///< the default first, never empty
    Bytes contextWithoutGpu;            ///< of CUDA in one process
    Bytes workspaceNew, workspaceOld;   ///< of cuBLAS
    double newFrom = 9;                 ///< compute capability
    QString contextSource, graphSource, weightsSource, cacheSource;
    QJsonObject residuals; ///< see core/engines/residuals.h

    /// The last record that begins at or before `version`.
    const VersionRules &rulesOf(const QString &version) const;
    /// The preset that the options name, or the default.
    const Preset &presetOf(const QJsonObject &options) const;

    /// CUDA's context and cuBLAS's workspace of one process on this card.
    Bytes runtime(const Gpu *gpu) const;
};

} // namespace plimsoll::llamacpp
