// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/gpu.h"
#include "core/engines/torch/cachingallocator.h"
#include "core/units/bytes.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVersionNumber>

#include <vector>

namespace plimsoll::vllm {

/// The constants of one version range, from resources/catalog/engines/vllm.json, which names the source of every
/// figure and the rows it was fitted on.
struct Constants {
    QString from, name;   ///< first version of the range, "0.15.0"; "V1 from 0.15"
    QVersionNumber first; ///< `from`, to compare with

    bool windowsKeepAll = false;        ///< the cache keeps all tokens of windowed layers (V0)
    bool profilesWholeRequests = false; ///< profiles with the longest request instead of one step (V0)
    qint64 chunkedFromTokens = 0;       ///< then: requests from here on are prefilled in steps, MLA's never; 0 = none
    bool keepsLatentProducts = false;   ///< see torch::WeightRules (V0)
    bool imagePerSequence = false;      ///< an encoder with cross attention is profiled with maxNumSeqs images (V0)
    bool graphsInBudget = false;        ///< CUDA graphs are paid from the budget
    bool tokensAreConcurrency = false;  ///< the printed pool size is concurrency x longest request
    qint64 hopperExpertWidth = 64;      ///< see torch::ExpertPadding
    bool hopperMarlin = false;          ///< MXFP4 experts have Marlin's kernels on Hopper, too
    bool restOnLastStage = false;       ///< see torch::LayoutRules
    bool driverSamples = false;         ///< see torch::LayoutRules (V0)
    bool flattensExperts = true;        ///< experts are divided over data parallel ranks, too (V1)

    double utilization = 0.9;
    qint32 blockSize = 16;
    struct BatchDefaults {
        qint64 maxNumSeqs = 256;
        qint64 maxNumBatchedTokens = 2048;
    } largeCard, otherCard;
    double largeCardGiB = 70;

    torch::AllocatorSizes allocator;
    qint64 vocabularyPadding = 64;

    struct Activation {
        double samplerBytesPerLogit = 0, forwardPerIntermediate = 0, forwardPerHidden = 0, stagePerHidden = 0;
        double fixedGiB = 0, visionGiB = 0;
        bool expertWorkspaceStays = false; ///< while the sampler runs
        QString source;
    } activation;
    struct NonTorch {
        double single = 0, pipeline = 0, tensor2 = 0, tensor4 = 0, tensor8 = 0;
        QMap<QString, double> byClass; ///< more of it at one GPU, by the class of the model
        QString source;
    } nonTorchGiB;
    struct Context {
        double beyondBare = 0, distributed = 0, withoutGpu = 0;
        QString source;
    } contextGiB;
    struct Graphs {
        double base = 0, perLayer = 0;
        double perLayerWidth = 0; ///< for every 100,000 of layers x hidden_size / tensor parallel
        double experts = 0;       ///< with 32 experts and more, in proportion below
        QString source;
    } graphsGiB;
    struct Lora {
        qint64 extraVocabulary = 0;   ///< tokens that an adapter may add
        bool onExperts = false;       ///< routed experts take adapters
        QStringList embeddingClasses; ///< classes of models whose embedding and head take adapters
    } lora;
    bool prefixCaching = true; ///< on unless the person says otherwise
    QString defaultsSource, allocatorSource;

    /// What the API server takes on this card where the plan says nothing.
    BatchDefaults batchDefaults(const Gpu *gpu) const;
};

/// All version ranges, oldest first. A record of the file names what changed from the one before.
std::vector<Constants> versionRanges(const QJsonObject &json);

/// The range that `version` ("0.19.0") is in.
const Constants &rangeOf(const std::vector<Constants> &ranges, const QString &version);

} // namespace plimsoll::vllm
