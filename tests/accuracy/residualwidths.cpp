// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/residualwidths.h"

#include "core/engines/residuals.h"

#include <QVersionNumber>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace accuracy {
namespace {

using plimsoll::Item;

constexpr int kEnough = 10;
constexpr double kWidenPooled = 1.25;
constexpr double kCoverage = 0.9;

using Samples = std::vector<const Sample *>;

/// The other kinds, those first that share most of what is uncertain: experts' workspaces, a window's short cache,
/// an encoder's own peak, scans over a state.
QStringList nearestKinds(const QString &kind)
{
    static const std::map<QString, QString> order = {
        {QStringLiteral("dense"), QStringLiteral("sliding window,moe,mla,vision,hybrid")},
        {QStringLiteral("sliding window"), QStringLiteral("dense,moe,mla,vision,hybrid")},
        {QStringLiteral("moe"), QStringLiteral("mla,dense,sliding window,hybrid,vision")},
        {QStringLiteral("mla"), QStringLiteral("moe,dense,sliding window,hybrid,vision")},
        {QStringLiteral("hybrid"), QStringLiteral("moe,mla,dense,sliding window,vision")},
        {QStringLiteral("vision"), QStringLiteral("dense,sliding window,moe,mla,hybrid")}};
    return order.at(kind).split(QLatin1Char(','));
}

int configurationsOf(const Samples &samples)
{
    std::set<QString> names;
    for (const Sample *sample : samples)
        names.insert(sample->configuration);
    return int(names.size());
}

template <typename Wanted>
Samples chosen(const std::vector<Sample> &samples, const Wanted &wanted)
{
    Samples found;
    for (const Sample &sample : samples) {
        if (wanted(sample))
            found.push_back(&sample);
    }
    return found;
}

/// Of each item, all errors over all that was estimated where the rows print the item. An item that none prints takes
/// the largest share of those that some do; where no row prints any apart, all of what is planned is uncertain.
Shares sharesOf(const Samples &samples)
{
    Shares errors{}, sizes{}, shares{};
    for (const Sample *sample : samples) {
        for (size_t i = 0; i < shares.size(); ++i) {
            if (!sample->itemErrors[i])
                continue;
            errors[i] += sample->weight * *sample->itemErrors[i];
            sizes[i] += sample->weight * sample->items[i];
        }
    }
    double largest = 0;
    for (size_t i = 0; i < shares.size(); ++i) {
        shares[i] = sizes[i] > 0 ? errors[i] / sizes[i] : 0;
        largest = std::max(largest, shares[i]);
    }
    if (largest == 0) {
        shares[size_t(Item::Activations)] = 1;
        return shares;
    }
    for (const Item item : {Item::Activations, Item::Graphs, Item::Runtime, Item::Other}) {
        if (sizes[size_t(item)] == 0)
            shares[size_t(item)] = largest;
    }
    return shares;
}

double uncertain(const Shares &shares, const Sample &sample)
{
    double sum = 0;
    for (size_t i = 0; i < shares.size(); ++i)
        sum += shares[i] * sample.items[i];
    return sum;
}

/// The residual of rank 0.9 (n + 1) of n configurations; the largest where that is beyond n.
double quantile(const Samples &samples, const Shares &shares, int configurations)
{
    std::vector<std::pair<double, double>> residuals;
    for (const Sample *sample : samples)
        residuals.push_back({sample->error == 0 ? 0 : sample->error / uncertain(shares, *sample), sample->weight});
    std::sort(residuals.begin(), residuals.end());
    double sofar = 0;
    for (const auto &[residual, weight] : residuals) {
        sofar += weight;
        if (sofar >= kCoverage * (configurations + 1) - 1e-9)
            return residual;
    }
    return residuals.empty() ? 0 : residuals.back().first;
}

Width widthFrom(const Samples &samples, double widen)
{
    Width width;
    width.configurations = configurationsOf(samples);
    width.shares = sharesOf(samples);
    width.half = widen * quantile(samples, width.shares, width.configurations);
    return width;
}

/// Of the version ranges of `samples`, those next to one.
QStringList rangesNextTo(const std::vector<Sample> &samples, const QString &range)
{
    std::map<QVersionNumber, QString> ranges;
    for (const Sample &sample : samples)
        ranges[QVersionNumber::fromString(sample.from)] = sample.range;
    QStringList names;
    for (const auto &[from, name] : ranges)
        names.append(name);
    const qsizetype at = names.indexOf(range);
    return at < 0 ? names : names.mid(std::max<qsizetype>(0, at - 1), at > 0 ? 3 : 2);
}

} // namespace

double Width::of(const Sample &sample) const
{
    return half * uncertain(shares, sample);
}

std::vector<Sample> samplesOf(const Measurements &measurements, const QString &engine)
{
    std::vector<Sample> samples;
    std::map<QString, int> rows;
    for (const Total &total : measurements.totals) {
        if (total.engine != engine)
            continue;
        Sample sample{total.range,
                      total.rangeFrom,
                      total.kind,
                      total.model,
                      total.family,
                      total.range + QLatin1Char('/') + total.configuration,
                      std::abs(total.measured - total.estimated),
                      {},
                      {},
                      double(total.rows)};
        for (size_t i = 0; i < sample.items.size(); ++i) {
            sample.items[i] = total.items.bytes[i].gibibytes();
            if (total.itemErrors[i])
                sample.itemErrors[i] = std::abs(*total.itemErrors[i]);
        }
        rows[sample.configuration] += total.rows;
        samples.push_back(sample);
    }
    for (Sample &sample : samples)
        sample.weight /= rows[sample.configuration];
    return samples;
}

Width widthOf(const std::vector<Sample> &samples, const QString &range, const QString &kind)
{
    QStringList kinds = {kind}, with;
    for (const QString &next : nearestKinds(kind) + QStringList{QString()}) {
        const Samples own =
            chosen(samples, [&](const Sample &s) { return s.range == range && kinds.contains(s.kind); });
        if (configurationsOf(own) >= kEnough) {
            Width width = widthFrom(own, with.isEmpty() ? 1 : kWidenPooled);
            width.with = with;
            return width;
        }
        kinds.append(next);
        if (!chosen(samples, [&](const Sample &s) { return s.range == range && s.kind == next; }).empty())
            with.append(next);
    }
    const QStringList nearest = rangesNextTo(samples, range);
    Samples pooled = chosen(samples, [&](const Sample &s) { return nearest.contains(s.range); });
    if (configurationsOf(pooled) < kEnough)
        pooled = chosen(samples, [](const Sample &) { return true; });
    Width width = widthFrom(pooled, kWidenPooled);
    width.otherVersions = true;
    return width;
}

Width widthOfUnmeasured(const std::vector<Sample> &samples)
{
    const Samples all = chosen(samples, [](const Sample &) { return true; });
    Width width;
    width.configurations = configurationsOf(all);
    width.shares = sharesOf(all);
    std::map<QString, double> worst; // of each family
    for (const Sample *sample : all) {
        const double residual = sample->error == 0 ? 0 : sample->error / uncertain(width.shares, *sample);
        worst[sample->family] = std::max(worst[sample->family], residual);
    }
    std::vector<double> ranked;
    for (const auto &[family, residual] : worst)
        ranked.push_back(residual);
    std::sort(ranked.begin(), ranked.end());
    const size_t rank = size_t(std::ceil(kCoverage * double(ranked.size() + 1) - 1e-9));
    width.half = ranked.empty() ? 0 : ranked[std::min(rank, ranked.size()) - 1];
    return width;
}

} // namespace accuracy
