// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/gpu.h"
#include "core/engines/llamacpp/llamacppoptions.h"

#include <QJsonObject>
#include <QStringList>

namespace plimsoll::llamacpp {

/// resources/catalog/engines/llama.cpp.json, which names the source of every figure.
struct Constants {
    explicit Constants(const QJsonObject &json);

    QStringList versions;
    Bytes contextWithoutGpu;          ///< of CUDA in one process
    Bytes workspaceNew, workspaceOld; ///< of cuBLAS
    double newFrom = 9;               ///< compute capability
    QString contextSource, graphSource, weightsSource, cacheSource;
    QJsonObject residuals; ///< see core/engines/residuals.h

    /// CUDA's context and cuBLAS's workspace of one process on this card.
    Bytes runtime(const Gpu *gpu) const;
};

/// A program on top of llama.cpp: its own defaults.
struct Program {
    QString id, name;
    Preset server, library;
    bool hasPresets = true;
};

} // namespace plimsoll::llamacpp
