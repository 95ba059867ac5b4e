// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planning/workloadscales.h"

#include <algorithm>

namespace plimsoll {

namespace {

constexpr qint64 kUnknownLimit = qint64(1) << 19;
constexpr qint64 kMostTokens = 10'000'000;
constexpr qint64 kMostSequences = 1024;
constexpr qint64 kSmallestModel = 100'000'000;
constexpr qint64 kLargestModel = 3'000'000'000'000;

} // namespace

LogScale contextScale(qint64 modelLimit)
{
    const qint64 limit = modelLimit > 0 ? modelLimit : kUnknownLimit;
    const qint64 high = std::clamp<qint64>(limit * 2, 1024, kMostTokens);
    return LogScale::binary(std::min<qint64>(1024, high / 16), high);
}

LogScale sequencesScale()
{
    return LogScale::binary(1, kMostSequences);
}

LogScale parametersScale()
{
    return LogScale::decimal(kSmallestModel, kLargestModel);
}

} // namespace plimsoll
