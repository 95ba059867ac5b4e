// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/gpu.h"
#include "core/engines/torch/cachingallocator.h"
#include "core/engines/torch/forwardpass.h"

#include <QJsonObject>
#include <QString>
#include <QVersionNumber>

#include <vector>

namespace plimsoll::sglang {

/// The constants of one version range, from resources/catalog/engines/sglang.json, which names their sources.
struct Constants {
    QString from, name;
    QVersionNumber first;             ///< `from`, to compare with
    double windowShare = 1;           ///< swa_full_tokens_ratio; 1 = windowed layers keep every token
    bool fixedFractions = true;       ///< mem_fraction_static by tensor parallel size alone
    bool copiesSharedExperts = false; ///< a lone shared expert becomes a routed one on every rank

    struct Card {
        double belowGiB = 0; ///< 0 = all others
        qint64 chunkedPrefillSize = 8192, cudaGraphMaxBs = 160, cudaGraphMaxBsWide = 160;
    };
    std::vector<Card> cards;
    QString defaultsSource;

    struct Distributed {
        double single = 0, tensor2 = 0, tensor4 = 0, tensor8 = 0;
        QString source;
    } distributedGiB;
    struct Context {
        double beyondBare = 0, withoutGpu = 0;
        QString source;
    } contextGiB;
    torch::ForwardPass activation;
    QString activationSource;
    struct Graphs {
        double base = 0, perLayer = 0, tensorParallel4 = 1;
        QString source;
    } graphsGiB;
    torch::AllocatorSizes allocator;
    QString allocatorSource;
    qint64 vocabularyPadding = 64;

    const Card &cardDefaults(const Gpu *gpu) const;
};

/// All version ranges, oldest first. A record of the file names what changed from the one before.
std::vector<Constants> versionRanges(const QJsonObject &json);
const Constants &rangeOf(const std::vector<Constants> &ranges, const QString &version);

} // namespace plimsoll::sglang
