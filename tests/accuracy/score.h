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
    int exact = 0;                     ///< rows without any error
    double mean = 0, percentile90 = 0; ///< absolute, of configurations
    double worst = 0;                  ///< absolute, of rows
    Unit unit = Unit::GiB;
};

Score scoreOf(const std::vector<const Observation *> &observations);

using Groups = std::vector<std::pair<QStringList, std::vector<const Observation *>>>;

/// Observations by a key that `keyOf` makes, in order of first appearance.
template <typename KeyOf>
Groups grouped(const Measurements &measurements, const KeyOf &keyOf)
{
    Groups groups;
    std::map<QStringList, size_t> places;
    for (const Observation &observation : measurements.observations) {
        const QStringList key = keyOf(observation);
        const auto [place, isNew] = places.insert({key, groups.size()});
        if (isNew)
            groups.push_back({key, {}});
        groups[place->second].second.push_back(&observation);
    }
    return groups;
}

/// Those of `observations` whose row states what the figure follows from.
std::vector<const Observation *> stated(const std::vector<const Observation *> &observations);

} // namespace accuracy
