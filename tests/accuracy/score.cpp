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
        const double error = std::abs(observation->error());
        auto &[sum, count] = sums[observation->configuration];
        sum += error * observation->rows;
        count += observation->rows;
        score.rows += observation->rows;
        score.exact += error == 0 ? observation->rows : 0;
        score.worst = std::max(score.worst, error);
        score.unit = observation->unit;
    }
    std::vector<double> errors;
    for (const auto &[name, entry] : sums)
        errors.push_back(entry.first / entry.second);
    std::sort(errors.begin(), errors.end());
    score.configurations = int(errors.size());
    if (errors.empty())
        return score;
    for (const double error : errors)
        score.mean += error / double(errors.size());
    score.percentile90 = errors[size_t(std::ceil(0.9 * double(errors.size()))) - 1];
    return score;
}

std::vector<const Observation *> stated(const std::vector<const Observation *> &observations)
{
    std::vector<const Observation *> found;
    std::copy_if(observations.begin(), observations.end(), std::back_inserter(found),
                 [](const Observation *o) { return !o->isUnstated; });
    return found;
}

} // namespace accuracy
