// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/residualtables.h"

#include "tests/accuracy/residualwidths.h"

#include "core/engines/residuals.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace accuracy {
namespace {

/// Up, so that what is written is not narrower than what was found.
double rounded(double value)
{
    return std::ceil(value * 10'000) / 10'000;
}

QJsonObject recordOf(const QString &from, const QString &kind, const Width &width)
{
    QJsonObject record{{QStringLiteral("from"), from},
                       {QStringLiteral("kind"), kind},
                       {QStringLiteral("configurations"), width.configurations},
                       {QStringLiteral("halfWidth"), rounded(width.half)}};
    constexpr std::array<std::pair<plimsoll::Item, const char *>, 5> names = {
        {{plimsoll::Item::Weights, "weights"},
         {plimsoll::Item::Activations, "activations"},
         {plimsoll::Item::Graphs, "graphs"},
         {plimsoll::Item::Runtime, "runtime"},
         {plimsoll::Item::Other, "other"}}};
    QJsonObject shares;
    for (const auto &[item, name] : names) {
        if (const double share = width.shares[size_t(item)]; share > 0)
            shares.insert(QLatin1String(name), rounded(share));
    }
    record.insert(QStringLiteral("shares"), shares);
    if (!width.with.isEmpty())
        record.insert(QStringLiteral("with"), QJsonArray::fromStringList(width.with));
    if (width.otherVersions)
        record.insert(QStringLiteral("otherVersions"), true);
    return record;
}

/// The value that `share` of the configurations do not exceed; each configuration's rows are one in all.
double quantile(std::vector<std::pair<double, double>> weighted, double share)
{
    std::sort(weighted.begin(), weighted.end());
    double all = 0, sofar = 0;
    for (const auto &[value, weight] : weighted)
        all += weight;
    for (const auto &[value, weight] : weighted) {
        sofar += weight;
        if (sofar >= share * all - 1e-9)
            return value;
    }
    return 0;
}

} // namespace

QJsonObject residualTable(const Measurements &measurements, const QString &engine)
{
    const std::vector<Sample> samples = samplesOf(measurements, engine);
    std::map<QString, QString> ranges; // from -> name
    for (const Total &total : measurements.totals) {
        if (total.engine == engine)
            ranges[total.rangeFrom] = total.range;
    }
    const auto architectures = measurements.architectures.find(engine);
    QJsonArray records;
    for (const auto &[from, range] : ranges) {
        const QStringList kinds = plimsoll::architectureKinds();
        for (const QString &kind : kinds)
            records.append(recordOf(from, kind, widthOf(samples, range, kind)));
    }
    if (architectures != measurements.architectures.end())
        records.append(recordOf(QStringLiteral("0"), plimsoll::kUnmeasured, widthOfUnmeasured(samples)));
    QJsonObject table{{QStringLiteral("source"),
                       QStringLiteral("written by plimsoll-accuracy --residuals from the rows in tests/data; "
                                      "docs/ACCURACY.md")},
                      {QStringLiteral("records"), records}};
    if (architectures != measurements.architectures.end())
        table.insert(QStringLiteral("measured"),
                     QJsonArray::fromStringList({architectures->second.begin(), architectures->second.end()}));
    return table;
}

Coverage coverageOf(const Measurements &measurements, const QString &engine, const QString &range, LeftOut leftOut)
{
    const std::vector<Sample> samples = samplesOf(measurements, engine);
    const bool hasUnmeasured = measurements.architectures.count(engine) > 0;
    const auto unitOf = [leftOut](const Sample &s) { return leftOut == LeftOut::Model ? s.model : s.family; };
    std::set<QString> units, configurations, withErrors;
    for (const Sample &sample : samples) {
        if (!range.isEmpty() && sample.range != range)
            continue;
        units.insert(unitOf(sample));
        configurations.insert(sample.configuration);
        if (sample.error > 0)
            withErrors.insert(sample.configuration);
    }
    Coverage coverage;
    coverage.configurations = int(configurations.size());
    coverage.withErrors = int(withErrors.size());
    std::vector<std::pair<double, double>> widths, errors;
    double inside = 0, insideErrors = 0;
    for (const QString &unit : units) {
        std::vector<Sample> others;
        std::copy_if(samples.begin(), samples.end(), std::back_inserter(others),
                     [&](const Sample &s) { return unitOf(s) != unit; });
        std::map<QString, Width> known; // by range and kind
        for (const Sample &sample : samples) {
            if (unitOf(sample) != unit || (!range.isEmpty() && sample.range != range))
                continue;
            const auto [width, isNew] = known.insert({sample.range + QLatin1Char('/') + sample.kind, {}});
            if (isNew) {
                const bool isMeasured = std::any_of(others.begin(), others.end(),
                                                    [&](const Sample &s) { return s.family == sample.family; });
                width->second = hasUnmeasured && !isMeasured ? widthOfUnmeasured(others)
                                                             : widthOf(others, sample.range, sample.kind);
            }
            const double half = width->second.of(sample);
            const bool isInside = sample.error <= half + 1e-12;
            inside += isInside ? sample.weight : 0;
            if (withErrors.count(sample.configuration) > 0)
                insideErrors += isInside ? sample.weight : 0;
            widths.push_back({2 * half, sample.weight});
            errors.push_back({sample.error, sample.weight});
        }
    }
    if (configurations.empty())
        return coverage;
    coverage.covered = inside / double(configurations.size());
    coverage.coveredErrors = withErrors.empty() ? 1 : insideErrors / double(withErrors.size());
    coverage.medianWidth = quantile(std::move(widths), 0.5);
    coverage.percentile90 = quantile(std::move(errors), 0.9);
    return coverage;
}

} // namespace accuracy
