// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"

#include <QString>

#include <vector>

/// A row of tests/data/vllm_h100_runs.csv. GiB as printed, two decimals.
struct MeasuredRun {
    QString name; ///< log_file
    QString catalogId;
    bool sameShapeElsewhere = false; ///< the run's model is not in the catalog, one of the same shape is
    bool hasUnknownTower = false;    ///< its vision tower is not in the catalog
    plimsoll::Plan plan;
    int tensor = 1, pipeline = 1;
    qint64 maxModelLen = 0;
    double poolRankWeightsGiB = 0; ///< weights of the rank whose pool is printed; weightsGiB but under PP
    double contextGiB = 0;         ///< taken before the engine's own start: CUDA, and NCCL where there are more ranks
    double weightsGiB = 0, activationGiB = 0, nonTorchGiB = 0, graphsGiB = 0, poolGiB = 0, nonKvGiB = 0,
           utilization = 0;
    qint64 tokens = 0, blocks = 0;
    double concurrency = 0;

    /// What makes a configuration distinct for weights, activations and pool.
    QString configuration;
};

/// All rows; the tests say which they cannot use and why.
std::vector<MeasuredRun> readMeasuredRuns();
