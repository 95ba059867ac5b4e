// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/accuracy/observations.h"

#include <QStringList>

#include <map>

namespace accuracy {

/// Errors of one item by distinct configuration: the mean over each configuration's rows counts once.
struct Score {
    int configurations = 0, rows = 0;
    double mean = 0, worst = 0, percentile90 = 0; ///< absolute
    Unit unit = Unit::GiB;
};

Score scoreOf(const std::vector<const Observation *> &observations);

/// Observations by a key that `keyOf` makes, in order of first appearance.
template <typename KeyOf>
std::vector<std::pair<QStringList, std::vector<const Observation *>>> grouped(const Measurements &measurements,
                                                                              const KeyOf &keyOf)
{
    std::vector<std::pair<QStringList, std::vector<const Observation *>>> groups;
    for (const Observation &observation : measurements.observations) {
        const QStringList key = keyOf(observation);
        auto found = groups.begin();
        while (found != groups.end() && found->first != key)
            ++found;
        if (found == groups.end())
            found = groups.insert(groups.end(), {key, {}});
        found->second.push_back(&observation);
    }
    return groups;
}

} // namespace accuracy
