// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/speedfit.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace accuracy {
namespace {

constexpr double kCoverage = 0.9;

/// Logarithms of measured over estimated speed by model or GPU.
using Groups = std::map<QString, std::vector<double>>;

Groups groupsOf(const std::vector<const JudgedRow *> &rows)
{
    Groups groups;
    for (const JudgedRow *row : rows)
        groups[row->row->leftOut].push_back(std::log(row->speedRatio()));
    return groups;
}

/// A quantile in which every group counts as the root of its rows, as in the fit.
double quantileOf(const Groups &groups, const QString &without, double share)
{
    std::vector<std::pair<double, double>> values;
    double sum = 0;
    for (const auto &[group, ratios] : groups) {
        if (group == without)
            continue;
        const double weight = 1 / std::sqrt(double(ratios.size()));
        for (const double ratio : ratios)
            values.emplace_back(ratio, weight);
        sum += std::sqrt(double(ratios.size()));
    }
    std::sort(values.begin(), values.end());
    double passed = 0;
    for (const auto &[ratio, weight] : values) {
        passed += weight;
        if (passed >= share * sum)
            return ratio;
    }
    return values.empty() ? 0 : values.back().first;
}

struct LogInterval {
    double below = 0, above = 0;
};

LogInterval widened(const Groups &groups, const QString &without, double widening)
{
    const double tail = (1 - kCoverage) / 2;
    const double middle = quantileOf(groups, without, 0.5);
    return {middle + (quantileOf(groups, without, tail) - middle) * widening,
            middle + (quantileOf(groups, without, 1 - tail) - middle) * widening};
}

} // namespace

double coverageOf(const std::vector<const JudgedRow *> &rows, double widening)
{
    const Groups groups = groupsOf(rows);
    if (groups.size() < 2)
        return 0;
    double within = 0, sum = 0;
    for (const auto &[group, ratios] : groups) {
        const LogInterval interval = widened(groups, group, widening);
        const auto count = std::count_if(ratios.begin(), ratios.end(), [&interval](double ratio) {
            return ratio >= interval.below && ratio <= interval.above;
        });
        const double weight = std::sqrt(double(ratios.size()));
        within += weight * double(count) / double(ratios.size());
        sum += weight;
    }
    return within / sum;
}

double wideningOf(const std::vector<const JudgedRow *> &rows)
{
    constexpr double kStep = 0.05, kMost = 3;
    double widening = 1;
    while (widening < kMost && coverageOf(rows, widening) < kCoverage)
        widening += kStep;
    return widening;
}

Interval intervalOf(const std::vector<const JudgedRow *> &rows)
{
    const LogInterval interval = widened(groupsOf(rows), QString(), wideningOf(rows));
    return {std::exp(interval.below), std::exp(interval.above)};
}

} // namespace accuracy
