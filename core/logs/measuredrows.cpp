// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logcomparison.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

using enum Measured;

double valueOf(const LogFigure &figure)
{
    return measuredUnit(figure.what) == MeasuredUnit::Bytes ? double(figure.bytes.count()) : figure.number;
}

/// Half of the last digit that was printed, in the unit of the value.
double roundingOf(const LogFigure &figure)
{
    const qsizetype point = figure.printed.indexOf(QLatin1Char('.'));
    const qsizetype decimals = point < 0 ? 0 : figure.printed.size() - point - 1;
    const double printed = QString(figure.printed).remove(QLatin1Char(',')).toDouble();
    const double unit = printed != 0 ? std::abs(valueOf(figure) / printed) : 0;
    return measuredUnit(figure.what) == MeasuredUnit::Count ? 0 : 0.5 * unit * std::pow(10.0, -double(decimals));
}

/// What belongs to a card of llama.cpp: "CUDA0_Split", "MTL0_Mapped" and "HTP0-REPACK" are on the same as "CUDA0".
QString cardOf(QString device)
{
    device = device.section(QLatin1String(" ("), 0, 0);
    for (const char *ending : {"_Split", "_Mapped", "-REPACK", "_REPACK"}) {
        const QLatin1String text(ending);
        if (device.endsWith(text))
            device.chop(text.size());
    }
    return device;
}

class Rows
{
public:
    Rows(const LogReading &reading, qint32 start)
        : m_reading(reading)
        , m_start(start < 0 ? reading.starts - 1 : start)
    {
    }

    std::vector<LogComparisonRow> all()
    {
        if (m_reading.engine == QLatin1String("llama.cpp") || m_reading.engine == QLatin1String("ollama"))
            devices();
        else
            ranks();
        return std::move(m_rows);
    }

private:
    /// The sum of a rank's lines for some kinds of figure: models that are loaded one after the other, keys and values.
    void add(Measured item, std::initializer_list<Measured> parts, RankRule rule, bool sums = true)
    {
        LogComparisonRow row;
        row.item = item;
        row.rule = rule;
        size_t lines = 0;
        for (const LogFigure &figure : m_reading.figures) {
            if (figure.start != m_start || std::find(parts.begin(), parts.end(), figure.what) == parts.end())
                continue;
            ++lines;
            row.rounding += roundingOf(figure);
            const auto same = std::find_if(row.ranks.begin(), row.ranks.end(), [&](const LogComparisonRow::Rank &each) {
                return each.rank == figure.rank;
            });
            // Lines without a prefix may be of different ranks; only models are sure to differ in their kind.
            const bool apart = same == row.ranks.end() || !sums || figure.repeated > 0
                               || (figure.rank.isEmpty() && unnamedRanks(item));
            if (apart)
                row.ranks.push_back({figure.rank, valueOf(figure), std::max(1, figure.repeated), figure.line});
            else
                same->value += valueOf(figure);
        }
        if (row.ranks.empty())
            return;
        row.rounding /= double(row.ranks.size());
        choose(row);
        m_rows.push_back(std::move(row));
    }

    /// True where as many lines came without a prefix as there are ranks.
    bool unnamedRanks(Measured item) const
    {
        const auto of = [&](const char *key) {
            return std::max<qint64>(1, m_reading.setting(key, m_start).value_or(QString()).toLongLong());
        };
        const qint64 ranks = of("tensorParallel") * of("pipelineParallel");
        qint64 unnamed = 0;
        for (const LogFigure &figure : m_reading.figuresOf(item, m_start))
            unnamed += figure.rank.isEmpty() ? 1 : 0;
        return ranks > 1 && unnamed == ranks;
    }

    static void choose(LogComparisonRow &row)
    {
        const auto less = [](const LogComparisonRow::Rank &a, const LogComparisonRow::Rank &b) {
            return a.value < b.value;
        };
        switch (row.rule) {
        case RankRule::Largest:
            row.measured = std::max_element(row.ranks.begin(), row.ranks.end(), less)->value;
            break;
        case RankRule::Smallest:
            row.measured = std::min_element(row.ranks.begin(), row.ranks.end(), less)->value;
            break;
        case RankRule::Last:
            row.measured = row.ranks.back().value;
            break;
        }
    }

    bool has(Measured what) const { return !m_reading.figuresOf(what, m_start).empty(); }

    void ranks()
    {
        const bool trials = m_reading.engine == QLatin1String("tensorrt-llm");
        add(Weights, {has(Weights) ? Weights : ProfiledWeights}, RankRule::Largest);
        if (!has(Weights) && m_reading.engine == QLatin1String("sglang"))
            loadedWeights();
        // Keys, values and the pools of several models are lines of their own in SGLang alone.
        add(KvCache, {KvCache, KvKeys, KvValues}, trials ? RankRule::Last : RankRule::Smallest,
            m_reading.engine == QLatin1String("sglang"));
        add(StateCache, {StateCache, ConvolutionState}, RankRule::Smallest);
        if (has(KvTokens))
            add(KvTokens, {KvTokens}, trials ? RankRule::Last : RankRule::Smallest, false);
        else if (has(PoolTokens))
            add(KvTokens, {PoolTokens}, RankRule::Smallest, false); // cut off before the line that rules
        else if (!trials)
            tokensOfBlocks();
        add(Concurrency, {Concurrency}, RankRule::Smallest, false);
        add(Activations, {Activations}, RankRule::Largest, false);
        add(Graphs, {Graphs}, RankRule::Largest);
        add(NonTorch, {NonTorch}, RankRule::Largest, false);
    }

    /// Before March 2025 SGLang prints what is free, not what the weights take.
    void loadedWeights()
    {
        LogComparisonRow row;
        row.item = Weights;
        for (const LogFigure &before : m_reading.figuresOf(FreeBeforeLoad, m_start)) {
            for (const LogFigure &after : m_reading.figuresOf(FreeAfterLoad, m_start)) {
                const bool known = std::any_of(row.ranks.begin(), row.ranks.end(),
                                               [&](const auto &each) { return each.rank == before.rank; });
                if (known || after.rank != before.rank || after.line < before.line)
                    continue;
                row.ranks.push_back({before.rank, valueOf(before) - valueOf(after), 1, after.line});
                row.rounding = roundingOf(before) + roundingOf(after);
            }
        }
        if (row.ranks.empty())
            return;
        choose(row);
        m_rows.push_back(std::move(row));
    }

    /// Blocks of V0 are of 16 tokens unless it was told otherwise.
    void tokensOfBlocks()
    {
        add(KvTokens, {KvBlocks}, RankRule::Smallest, false);
        if (m_rows.empty() || m_rows.back().item != KvTokens)
            return;
        const qint64 block =
            std::max<qint64>(1, m_reading.setting("blockSize", m_start).value_or(QStringLiteral("16")).toLongLong());
        LogComparisonRow &row = m_rows.back();
        for (auto &rank : row.ranks)
            rank.value *= double(block);
        row.measured *= double(block);
    }

    void addOfDevice(const QString &card, Measured item, std::initializer_list<Measured> parts, bool fromTable)
    {
        LogComparisonRow row;
        row.item = item;
        row.device = card;
        for (const LogFigure &figure : m_reading.figures) {
            const bool ofTable = figure.detail == QLatin1String("breakdown");
            const QString own = isHostMemory(figure.rank) ? QStringLiteral("host") : cardOf(figure.rank);
            const bool wanted = figure.start == m_start && figure.model == 0 && own == card && ofTable == fromTable
                                && std::find(parts.begin(), parts.end(), figure.what) != parts.end();
            if (!wanted)
                continue;
            row.measured += valueOf(figure);
            row.rounding += roundingOf(figure);
            row.ranks.push_back({figure.rank, valueOf(figure), 1, figure.line});
        }
        // A dry run prints zeros for what it did not allocate.
        const bool notAllocated = m_reading.dryRun && (item == Weights || item == KvCache);
        if (!row.ranks.empty() && !notAllocated)
            m_rows.push_back(std::move(row));
    }

    void devices()
    {
        QStringList cards;
        bool host = false, buffers = false;
        for (const LogFigure &figure : m_reading.figures) {
            const bool counts =
                figure.start == m_start && (figure.what == Weights || figure.what == KvCache || figure.what == Compute);
            if (!counts || figure.rank.isEmpty())
                continue;
            buffers = buffers || figure.detail != QLatin1String("breakdown");
            if (isHostMemory(figure.rank))
                host = true;
            else if (!cards.contains(cardOf(figure.rank)))
                cards.append(cardOf(figure.rank));
        }
        cards.sort();
        if (host)
            cards.append(QStringLiteral("host"));
        for (const QString &card : std::as_const(cards)) {
            addOfDevice(card, Weights, {Weights}, !buffers);
            addOfDevice(card, KvCache, {KvCache, StateCache, ContextMemory}, !buffers);
            addOfDevice(card, Compute, {Compute}, !buffers);
        }
    }

    const LogReading &m_reading;
    const qint32 m_start;
    std::vector<LogComparisonRow> m_rows;
};

} // namespace

qint32 LogComparisonRow::rankCount() const
{
    qint32 count = 0;
    for (const Rank &each : ranks)
        count += each.count;
    return count;
}

std::vector<LogComparisonRow> measuredRows(const LogReading &reading, qint32 start)
{
    return reading.starts > 0 ? Rows(reading, start).all() : std::vector<LogComparisonRow>();
}

std::vector<LogFigure> figuresBeside(const LogReading &reading, const LogComparison &comparison, qint32 start)
{
    const qint32 wanted = start < 0 ? reading.starts - 1 : start;
    const auto compared = [&](const LogFigure &figure) {
        return std::any_of(comparison.rows.begin(), comparison.rows.end(), [&](const LogComparisonRow &row) {
            return std::any_of(row.ranks.begin(), row.ranks.end(), [&](const LogComparisonRow::Rank &rank) {
                return rank.line == figure.line && row.item == figure.what;
            });
        });
    };
    std::vector<LogFigure> others;
    for (const LogFigure &figure : reading.figures) {
        if (figure.start == wanted && !compared(figure))
            others.push_back(figure);
    }
    return others;
}

} // namespace plimsoll
