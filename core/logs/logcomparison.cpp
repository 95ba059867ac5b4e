// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logcomparison.h"

#include "core/calibration/calibratedplan.h"
#include "core/logs/logreasons.h"
#include "core/planning/planning.h"

#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

using enum Measured;

/// The predictions for the rows of one log.
class Predictions
{
public:
    Predictions(const LogReading &reading, const ResolvedPlan &resolved, const Estimate &estimate)
        : m_reading(reading)
        , m_resolved(resolved)
        , m_estimate(estimate)
    {
    }

    void fill(LogComparisonRow &row) const
    {
        if (!row.device.isEmpty())
            fillDevice(row);
        else
            fillRank(row);
        fillRanks(row);
    }

    /// Devices of the plan as an engine that names them counts them; more than there are in the log = none missing.
    void numberCards(const std::vector<LogComparisonRow> &rows)
    {
        for (const LogComparisonRow &row : rows) {
            if (!row.device.isEmpty() && row.device != QLatin1String("host") && !m_cards.contains(row.device))
                m_cards.append(row.device);
        }
        for (qint32 i = 0; i < m_estimate.deviceClasses; ++i) {
            for (qint32 n = 0; n < m_estimate.devices[size_t(i)].count; ++n)
                m_devices.push_back(i);
        }
    }

private:
    double bytes(Bytes b) const { return double(b.count()); }
    /// How far an item may be off.
    double below(Item item, double value) const
    {
        return m_resolved.spread.below * m_resolved.spread.shares[size_t(item)] * std::abs(value);
    }
    double above(Item item, double value) const
    {
        return m_resolved.spread.above * m_resolved.spread.shares[size_t(item)] * std::abs(value);
    }
    void set(LogComparisonRow &row, double value, Item item) const
    {
        row.predicted = value;
        row.low = value - below(item, value);
        row.high = value + above(item, value);
    }

    const DeviceEstimate &deviceWithMost(Item item) const
    {
        qint32 best = 0;
        for (qint32 i = 1; i < m_estimate.deviceClasses; ++i) {
            if (m_estimate.devices[size_t(best)].items[item] < m_estimate.devices[size_t(i)].items[item])
                best = i;
        }
        return m_estimate.devices[size_t(best)];
    }

    /// What PyTorch does not hold, of what the engine charges to its budget.
    double nonTorch(const DeviceEstimate &device) const
    {
        const ItemBytes &items = device.items;
        Bytes rest = device.charged - items[Item::KvCache] - items[Item::RecurrentState] - items[Item::Weights]
                     - items[Item::Activations] - items[Item::Other];
        // vLLM pays CUDA graphs from its budget since 0.21.
        if (QVersionNumber::fromString(m_resolved.engineVersion) >= QVersionNumber(0, 21))
            rest = rest - items[Item::Graphs];
        return bytes(rest);
    }

    /// What each device has of its own.
    static std::optional<Item> itemOfDevice(Measured what)
    {
        switch (what) {
        case Weights:
            return Item::Weights;
        case Activations:
            return Item::Activations;
        case Graphs:
            return Item::Graphs;
        default:
            return std::nullopt;
        }
    }

    void fillFrom(LogComparisonRow &row, Item item, const DeviceEstimate &device) const
    {
        set(row, bytes(device.items[item]), item);
        if (item != Item::Weights)
            return;
        // Adapters and drafts are printed with the model.
        const double other = bytes(device.items[Item::Other]);
        *row.predicted += other;
        row.low += other - below(Item::Other, other);
        row.high += other + above(Item::Other, other);
    }

    /// The device that a rank is like; null where its name does not tell.
    const DeviceEstimate *deviceOf(const QString &rank, Item item) const
    {
        // vLLM: "Worker_PP1_TP0 pid=7", SGLang: "PP1 TP0".
        static const QRegularExpression named(QStringLiteral(R"((?:^|[ _])PP(\d{1,4})(?:[ _]|$))"));
        const QRegularExpressionMatch match = named.match(rank);
        if (m_resolved.layout.parallel.pipeline > 1 && !match.hasMatch())
            return nullptr;
        const qint32 stage = match.hasMatch() ? match.captured(1).toInt() : 0;
        const DeviceEstimate *found = nullptr;
        for (qint32 i = 0; i < m_estimate.deviceClasses; ++i) {
            const DeviceEstimate &device = m_estimate.devices[size_t(i)];
            if (device.stage != stage)
                continue;
            const bool differs =
                found
                && (found->items[item] != device.items[item] || found->items[Item::Other] != device.items[Item::Other]);
            if (differs)
                return nullptr;
            found = &device;
        }
        return found;
    }

    void fillRanks(LogComparisonRow &row) const
    {
        const std::optional<Item> item = itemOfDevice(row.item);
        if (!item || !row.device.isEmpty() || row.ranks.size() < 2)
            return;
        LogComparisonRow alone;
        for (LogComparisonRow::Rank &rank : row.ranks) {
            const DeviceEstimate *device = deviceOf(rank.rank, *item);
            if (!device)
                continue;
            fillFrom(alone, *item, *device);
            rank.predicted = alone.predicted;
            rank.low = alone.low;
            rank.high = alone.high;
        }
    }

    void fillRank(LogComparisonRow &row) const
    {
        const bool vllm = m_reading.engine == QLatin1String("vllm");
        if (const std::optional<Item> item = itemOfDevice(row.item)) {
            fillFrom(row, *item, deviceWithMost(*item));
            return;
        }
        switch (row.item) {
        case NonTorch:
            if (vllm && m_estimate.hasGpus)
                set(row, nonTorch(deviceWithMost(Item::Weights)), Item::Runtime);
            return;
        case KvCache:
            if (m_estimate.hasGpus && m_estimate.poolBytes.count() > 0)
                setPool(row, bytes(m_estimate.poolBytes));
            return;
        case KvTokens:
            if (m_estimate.hasGpus && m_estimate.poolTokens > 0)
                setPool(row, double(m_estimate.poolTokens));
            return;
        case Concurrency:
            if (m_estimate.hasGpus && m_estimate.maxConcurrency > 0)
                setPool(row, m_estimate.maxConcurrency);
            return;
        default:
            return;
        }
    }

    /// The pool is what the others leave, so their errors are its own, the other way round.
    void setPool(LogComparisonRow &row, double value) const
    {
        ItemBytes others = m_estimate.devices[size_t(m_estimate.fullest)].items;
        others[Item::KvCache] = others[Item::RecurrentState] = Bytes();
        const double uncertain = m_resolved.spread.uncertain(others);
        const double pool = bytes(m_estimate.poolBytes);
        row.predicted = value;
        row.low = value - value * (pool > 0 ? m_resolved.spread.above * uncertain / pool : 0);
        row.high = value + value * (pool > 0 ? m_resolved.spread.below * uncertain / pool : 0);
    }

    void fillDevice(LogComparisonRow &row) const
    {
        const ItemBytes *items = nullptr;
        if (row.device == QLatin1String("host")) {
            items = &m_estimate.host;
        } else {
            const qsizetype card = m_cards.indexOf(row.device);
            const bool known = m_estimate.hasGpus && size_t(m_cards.size()) == m_devices.size();
            if (card >= 0 && known)
                items = &m_estimate.devices[size_t(m_devices[size_t(card)])].items;
        }
        if (!items)
            return;
        if (row.item == Weights)
            set(row, bytes((*items)[Item::Weights]), Item::Weights);
        else if (row.item == KvCache)
            set(row, bytes((*items)[Item::KvCache] + (*items)[Item::RecurrentState]), Item::KvCache);
        else if (row.item == Compute)
            set(row, bytes((*items)[Item::Activations]), Item::Activations);
    }

    const LogReading &m_reading;
    const ResolvedPlan &m_resolved;
    const Estimate &m_estimate;
    QStringList m_cards;
    std::vector<qint32> m_devices; ///< class of each device of the plan
};

/// A calibration moves intervals; they stay as wide as the rules alone have them.
void keepWidths(std::vector<LogComparisonRow> &rows, const LogReading &reading, const ResolvedPlan &resolved)
{
    const ResolvedPlan rules = withoutCalibration(resolved);
    const Estimate bare = estimate(rules);
    Predictions predictions(reading, rules, bare);
    predictions.numberCards(rows);
    for (LogComparisonRow &row : rows) {
        LogComparisonRow plain = row;
        predictions.fill(plain);
        if (!row.predicted || !plain.predicted)
            continue;
        row.low = *row.predicted - (*plain.predicted - plain.low);
        row.high = *row.predicted + (plain.high - *plain.predicted);
        for (size_t i = 0; i < row.ranks.size(); ++i) {
            LogComparisonRow::Rank &rank = row.ranks[i];
            const LogComparisonRow::Rank &bareRank = plain.ranks[i];
            if (!rank.predicted || !bareRank.predicted)
                continue;
            rank.low = *rank.predicted - (*bareRank.predicted - bareRank.low);
            rank.high = *rank.predicted + (bareRank.high - *bareRank.predicted);
        }
    }
}

} // namespace

LogComparison compareWithLog(const LogReading &reading, const LogPlan &logPlan, const ResolvedPlan &resolved,
                             const Estimate &estimate, qint32 start)
{
    LogComparison comparison;
    comparison.rows = measuredRows(reading, start);
    comparison.remarks = logPlan.remarks;
    Predictions predictions(reading, resolved, estimate);
    predictions.numberCards(comparison.rows);
    for (LogComparisonRow &row : comparison.rows)
        predictions.fill(row);
    if (resolved.warnings.test(size_t(Warning::Calibrated)))
        keepWidths(comparison.rows, reading, resolved);
    giveReasons(reading, logPlan, resolved, estimate, comparison, start);
    return comparison;
}

} // namespace plimsoll
