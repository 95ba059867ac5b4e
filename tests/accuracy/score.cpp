// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/score.h"

#include <algorithm>
#include <cmath>

namespace accuracy {

Score scoreOf(const std::vector<const Observation *> &observations)
{
    std::map<QString, std::pair<double, int>> sums;
    Score score;
    for (const Observation *observation : observations) {
        auto &[sum, count] = sums[observation->configuration];
        sum += std::abs(observation->error());
        ++count;
        score.unit = observation->unit;
    }
    std::vector<double> errors;
    for (const auto &[name, entry] : sums)
        errors.push_back(entry.first / entry.second);
    std::sort(errors.begin(), errors.end());
    score.rows = int(observations.size());
    score.configurations = int(errors.size());
    if (errors.empty())
        return score;
    for (const double error : errors)
        score.mean += error / double(errors.size());
    score.worst = errors.back();
    score.percentile90 = errors[size_t(std::ceil(0.9 * double(errors.size()))) - 1];
    return score;
}

} // namespace accuracy
