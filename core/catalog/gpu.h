// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace plimsoll {

/// A MIG slice of a GPU, as the driver sizes it (its name is rounded).
struct MigProfile {
    QString name; ///< "1g.10gb"
    Bytes memory; ///< real size where known, else nominal GB x 2^30 less the card's own shortfall
    bool memoryIsNominal = false;
    qint32 computeSlices = 0, computeSlicesTotal = 0, maxInstances = 0;
    QString source;
};

/// An on-demand price. Dated and indicative.
struct CloudOffer {
    QString provider, instance, region, asOf, source;
    qint32 gpuCount = 0;
    double pricePerHour = -1; ///< US dollars for the instance; below zero = not known
};

/// An accelerator as software sees it: a package with two devices appears as two.
struct Gpu {
    QString id, name, vendor, productLine, architecture, formFactor;
    QString computeCapability; ///< NVIDIA "9.0"; AMD gfx name
    qint32 releaseYear = 0;
    double memoryGb = 0; ///< as marketed, of one device
    qint32 devicesPerPackage = 1;
    bool unifiedMemory = false;
    Bytes reported;      ///< what the driver's tool reports for one device; zero = unknown
    Bytes usable;        ///< what the runtime can allocate: CUDA total, or the default limit of unified memory
    QString usableBasis; ///< why that figure
    bool usableIsMeasured = false;
    qint32 smCount = 0;
    Bytes cudaContext;    ///< bare context; zero = unknown
    double bandwidth = 0; ///< GB/s, decimal; zero = unknown
    double fp16Tflops =
        0; ///< dense peak of the matrix units, GeForce with FP32 sums; zero = unknown, as of those below
    double fp16HalfSumTflops = 0; ///< with FP16 sums, where that is faster
    double fp32Tflops = 0;
    double fp8Tflops = 0, int8Tops = 0, fp4Tflops = 0; ///< dense
    double interconnect = 0;                           ///< GB/s per direction between GPUs; zero = none or unknown
    QString interconnectName;
    qint32 maxPerNode = 8;
    qint32 tdpWatts = 0;
    QList<MigProfile> migProfiles;
    QList<CloudOffer> cloud;
    QString confidence;
    QStringList doubtful, notes, sources;
    QString migOf; ///< for a MIG slice: the id of the whole GPU
};

} // namespace plimsoll
