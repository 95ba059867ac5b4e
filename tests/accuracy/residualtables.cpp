// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/residualtables.h"

#include "core/engines/residuals.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace accuracy {
namespace {

constexpr size_t kEnough = 10;
constexpr double kWidenPooledKinds = 1.25, kWidenPooledRanges = 1.5;

/// Absolute residuals of distinct configurations.
std::vector<double> residualsOf(const std::vector<Total> &totals)
{
    std::map<QString, std::pair<double, int>> sums;
    for (const Total &total : totals) {
        auto &[sum, count] = sums[total.range + total.configuration];
        sum += std::abs(total.measured - total.estimated) / total.uncertain;
        ++count;
    }
    std::vector<double> residuals;
    for (const auto &[name, entry] : sums)
        residuals.push_back(entry.first / entry.second);
    std::sort(residuals.begin(), residuals.end());
    return residuals;
}

double halfWidth(const std::vector<double> &residuals)
{
    if (residuals.empty())
        return 0;
    const double place = 0.9 * double(residuals.size() + 1) - 1;
    const size_t below = size_t(place);
    if (below + 1 >= residuals.size())
        return residuals.back();
    return residuals[below] + (place - double(below)) * (residuals[below + 1] - residuals[below]);
}

template <typename Wanted>
std::vector<Total> chosen(const std::vector<Total> &totals, const Wanted &wanted)
{
    std::vector<Total> found;
    std::copy_if(totals.begin(), totals.end(), std::back_inserter(found), wanted);
    return found;
}

struct Width {
    double half = 0;
    size_t configurations = 0;
    bool pooled = false;
};

/// Of the range, or of all ranges where it has too few.
Width widthOfRange(const std::vector<Total> &ofEngine, const QString &range)
{
    const std::vector<double> own = residualsOf(chosen(ofEngine, [&](const Total &t) { return t.range == range; }));
    if (own.size() >= kEnough)
        return {halfWidth(own), own.size(), false};
    const std::vector<double> all = residualsOf(ofEngine);
    return {halfWidth(all) * kWidenPooledRanges, all.size(), true};
}

Width widthOf(const std::vector<Total> &ofEngine, const QString &range, const QString &kind)
{
    const std::vector<double> own = residualsOf(
        chosen(ofEngine, [&](const Total &t) { return t.range == range && (kind.isEmpty() || t.kind == kind); }));
    if (own.size() >= kEnough)
        return {halfWidth(own), own.size(), false};
    Width width = widthOfRange(ofEngine, range);
    if (!width.pooled)
        width.half *= kWidenPooledKinds;
    width.pooled = true;
    return width;
}

double rounded(double value)
{
    return std::ceil(value * 10'000) / 10'000;
}

} // namespace

QJsonObject residualTable(const std::vector<Total> &totals, const QString &engine)
{
    const std::vector<Total> ofEngine = chosen(totals, [&](const Total &t) { return t.engine == engine; });
    std::map<QString, std::pair<QString, std::set<QString>>> ranges; // from -> range, kinds
    for (const Total &total : ofEngine) {
        ranges[total.rangeFrom].first = total.range;
        ranges[total.rangeFrom].second.insert(total.kind);
    }
    QJsonArray records;
    const auto add = [&](const QString &from, const QString &kind, const Width &width) {
        QJsonObject record{{QStringLiteral("from"), from},
                           {QStringLiteral("kind"), kind},
                           {QStringLiteral("configurations"), int(width.configurations)},
                           {QStringLiteral("halfWidth"), rounded(width.half)}};
        if (width.pooled)
            record.insert(QStringLiteral("pooled"), true);
        records.append(record);
    };
    for (const auto &[from, entry] : ranges) {
        const auto &[range, kinds] = entry;
        for (const QString &kind : kinds) {
            if (const Width width = widthOf(ofEngine, range, kind); !width.pooled)
                add(from, kind, width);
        }
        Width all = widthOfRange(ofEngine, range);
        all.half *= all.pooled ? 1 : kWidenPooledKinds;
        add(from, QStringLiteral("all"), all);
    }
    return {{QStringLiteral("source"),
             QStringLiteral("written by plimsoll-accuracy --residuals from the rows in tests/data; docs/ACCURACY.md")},
            {QStringLiteral("records"), records}};
}

Coverage leaveOneModelOut(const std::vector<Total> &totals, const QString &engine, const QString &range)
{
    const std::vector<Total> ofEngine = chosen(totals, [&](const Total &t) { return t.engine == engine; });
    std::map<QString, std::pair<double, int>> covered;
    std::map<QString, double> widths, errors;
    for (const Total &total : ofEngine) {
        if (!range.isEmpty() && total.range != range)
            continue;
        const QString configuration = total.range + total.configuration;
        const std::vector<Total> others = chosen(ofEngine, [&](const Total &t) { return t.model != total.model; });
        const double half = widthOf(others, total.range, total.kind).half * total.uncertain;
        const double error = std::abs(total.measured - total.estimated);
        covered[configuration].first += error <= half ? 1 : 0;
        ++covered[configuration].second;
        widths[configuration] = 2 * half;
        errors[configuration] = error;
    }
    Coverage coverage;
    coverage.configurations = int(covered.size());
    if (covered.empty())
        return coverage;
    const auto quantile = [](const std::map<QString, double> &of, double share) {
        std::vector<double> values;
        for (const auto &[name, value] : of)
            values.push_back(value);
        std::sort(values.begin(), values.end());
        return values[size_t(std::ceil(share * double(values.size()))) - 1];
    };
    for (const auto &[name, entry] : covered)
        coverage.covered += double(entry.first) / entry.second / double(covered.size());
    coverage.medianWidth = quantile(widths, 0.5);
    coverage.percentile90 = quantile(errors, 0.9);
    return coverage;
}

} // namespace accuracy
