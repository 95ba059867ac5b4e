// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/accuracy/observations.h"

#include <QStringList>

#include <vector>

namespace accuracy {

/// By item.
using Shares = std::array<double, plimsoll::kItemCount>;

/// One row's total. The weights of a configuration's rows add up to one.
struct Sample {
    QString range, from, kind, model, family, configuration;
    double error = 0;                                                     ///< |measured - estimated|, GiB
    Shares items{};                                                       ///< estimated, GiB
    std::array<std::optional<double>, plimsoll::kItemCount> itemErrors{}; ///< absolute, GiB
    double weight = 1;
};
std::vector<Sample> samplesOf(const Measurements &measurements, const QString &engine);

/// How wide an interval is, and what it rests on.
struct Width {
    double half = 0; ///< as a share of what is uncertain
    Shares shares{}; ///< of each item that are uncertain
    int configurations = 0;
    QStringList with; ///< kinds that were pooled besides
    bool otherVersions = false;

    /// Half of the interval around a total, GiB.
    double of(const Sample &sample) const;
};

/// Of one kind of architecture in one version range. With fewer than ten configurations of a kind the nearest kinds
/// join until there are ten; where the range has fewer than ten in all, the ranges next to it join, and then all.
/// What is pooled is widened by a quarter (chosen: the others need not be like this one).
Width widthOf(const std::vector<Sample> &samples, const QString &range, const QString &kind);

/// Of an architecture that none of the families of `samples` stands for: of each family its worst row, and of those the
/// one of rank 0.9 (F + 1) of F. So all rows of nine in ten further families lie inside, if those were chosen as these.
Width widthOfUnmeasured(const std::vector<Sample> &samples);

} // namespace accuracy
