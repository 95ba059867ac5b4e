// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/gpu.h"
#include "core/units/bytes.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace plimsoll::vllm {

/// resources/catalog/engines/vllm.json, which names the source of every figure.
struct Constants {
    explicit Constants(const QJsonObject &json);

    QStringList versions;
    QString measuredUpTo, graphsInBudgetFrom, tokensAreConcurrencyFrom;

    double utilization = 0.9;
    qint32 blockSize = 16;
    struct BatchDefaults {
        qint64 maxNumSeqs = 256;
        qint64 maxNumBatchedTokens = 2048;
    } largeCard, otherCard;
    double largeCardGiB = 70;

    struct Allocator {
        qint64 smallGranularity = 512;
        Bytes largeFrom, largeGranularity, unsplitRemainder;
    } allocator;
    qint64 vocabularyPadding = 64;

    struct Activation {
        double samplerBytesPerLogit = 0, forwardPerIntermediate = 0, forwardPerHidden = 0, stagePerHidden = 0;
        double fixedGiB = 0, visionGiB = 0;
        QString source;
    } activation;
    struct NonTorch {
        double single = 0, pipeline = 0, tensor2 = 0, tensor4 = 0;
        QString source;
    } nonTorchGiB;
    struct Context {
        double beyondBare = 0, distributed = 0, withoutGpu = 0;
        QString source;
    } contextGiB;
    struct Graphs {
        double base = 0, perLayer = 0, moe = 0, tensorParallel = 0;
        QString source;
    } graphsGiB;
    struct Interval {
        double below = 0, above = 0; ///< shares of the total
        int deployments = 0;         ///< distinct configurations behind it
        QString of;                  ///< what was measured
    } interval;
    QString defaultsSource, allocatorSource;

    /// What the API server takes on this card where the plan says nothing.
    BatchDefaults batchDefaults(const Gpu *gpu) const;
};

/// True where `version` is at least `from`; both normalised, "0.19.0".
bool atLeast(const QString &version, const QString &from);

} // namespace plimsoll::vllm
