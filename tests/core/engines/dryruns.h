// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"

#include <QString>

#include <array>
#include <vector>

/// A row of tests/data/llamacpp_dryrun.csv: what llama.cpp 0.5.0 said that it would allocate. Bytes of GPU 0, GPU 1
/// and the host.
struct DryRun {
    qint64 rows = 1; ///< of the original that say the same
    QString file;    ///< model.QUANTISATION
    QString model, quantisation, family;
    qint32 gpus = 0; ///< 0: the CPU's own build
    bool isPartlyOnHost = false;
    bool hasFlashAttention = true;
    plimsoll::Plan plan;
    std::array<qint64, 3> weights{}, context{}, compute{};

    /// Of the configuration, without the model: what a row is grouped by.
    QString kind() const;
    QString text() const; ///< the whole configuration
};

std::vector<DryRun> readDryRuns();
