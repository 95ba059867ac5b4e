// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/speedfit.h"

#include "tests/accuracy/speedsolver.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

namespace accuracy {
namespace {

using namespace plimsoll;

constexpr double kStrength = 0.01;

/// What costs are expected to be where no row shows them, in the order of DecodeTerm and PromptTerm. Bandwidth:
/// stream tests reach 0.85 to 0.95 of the data sheet, kernels a little less. Products: matrix multiplications reach 0.5
/// to 0.87 of it (stas00's MAMF table); llama.cpp's own kernels 0.35 to 0.6. Microseconds: 50 to 80 a layer in all on
/// servers, of which two all-reduces of small messages are 20.
const std::vector<double> kServerDecode = {1.2, 1.2, 1.2, 2, 20, 1.5, 40, 40, 30, 500, 10, 10, 2, 1};
const std::vector<double> kServerPrompt = {1.3, 1.6, 3, 3, 1.1, 5, 2, 60, 40, 40, 500, 10, 1.5};
const std::vector<double> kLlamaDecode = {1.1, 1.2, 1.3, 2, 5, 5, 60, 60, 60, 300, 50, 10, 2, 1};
const std::vector<double> kLlamaPrompt = {2.2, 2.5, 3, 10, 1.5, 20, 100, 300, 1000, 1000, 1000, 10, 2};

/// Rows that are fitted together.
QString lawOf(const SpeedRow &row)
{
    if (row.engine != QLatin1String("llama.cpp")) // few prompts were measured alone, so all hardware is one law
        return QStringLiteral("servers, ") + (row.isPrompt ? QStringLiteral("nvidia-hbm") : row.hardware);
    if (row.hardware.endsWith(QLatin1String("vulkan")))
        return QStringLiteral("llama.cpp, Vulkan");
    if (row.hardware.startsWith(QLatin1String("amd")))
        return QStringLiteral("llama.cpp, ROCm");
    return row.hardware == QLatin1String("apple") ? QStringLiteral("llama.cpp, Metal")
                                                  : QStringLiteral("llama.cpp, CUDA");
}

/// Rows that a law is held to where its own are few.
QString poolOf(const SpeedRow &row)
{
    return row.engine == QLatin1String("llama.cpp") ? QStringLiteral("llama.cpp")
                                                    : QStringLiteral("servers, nvidia-hbm");
}

double dot(const std::vector<double> &terms, const std::vector<double> &costs)
{
    double sum = 0;
    for (size_t i = 0; i < costs.size(); ++i)
        sum += terms[i] * costs[i];
    return sum;
}

template <size_t N>
std::vector<double> listed(const std::array<double, N> &terms)
{
    return {terms.begin(), terms.end()};
}

double rooflineOf(const SpeedRow &row, const std::vector<double> &t)
{
    if (row.isPrompt)
        return std::max(t[0] + t[1] + t[2] + t[3], t[4]);
    return std::max(t[0] + t[1] + t[2] + t[3], t[5]);
}

class Fitting
{
public:
    Fitting(std::vector<JudgedRow> &rows, bool prompts)
        : m_prompts(prompts)
    {
        for (JudgedRow &row : rows) {
            if (row.row->isPrompt == prompts)
                m_rows.push_back(&row);
        }
    }

    /// The law of one kind of rows, without those of `leftOut`.
    std::vector<double> costs(const QString &law, const QString &pool, const QString &leftOut) const
    {
        const bool llama = pool == QLatin1String("llama.cpp");
        const std::vector<double> &expected =
            m_prompts ? (llama ? kLlamaPrompt : kServerPrompt) : (llama ? kLlamaDecode : kServerDecode);
        const std::vector<double> pooled =
            solve([&](const JudgedRow &row) { return inPool(row, pool, leftOut); }, expected);
        if (law == pool)
            return pooled;
        std::vector<double> held = pooled;
        for (size_t i = 0; i < held.size(); ++i)
            held[i] = std::max(held[i], expected[i] * kLeast);
        return solve([&](const JudgedRow &row) { return row.law == law && row.row->leftOut != leftOut; }, held);
    }

    void judge()
    {
        std::map<std::pair<QString, QString>, std::vector<double>> known;
        const auto of = [&](const JudgedRow &row, const QString &leftOut) -> const std::vector<double> & {
            const auto key = std::pair(row.law, leftOut);
            const auto found = known.find(key);
            return found != known.end() ? found->second
                                        : known.emplace(key, costs(row.law, poolOf(*row.row), leftOut)).first->second;
        };
        for (JudgedRow *row : m_rows) {
            row->fitted = dot(row->terms, of(*row, QString()));
            row->estimated = dot(row->terms, of(*row, row->row->leftOut));
        }
    }

    const std::vector<JudgedRow *> &rows() const { return m_rows; }

private:
    static constexpr double kLeast = 0.02; ///< a cost of zero in the pool may still show in a law

    static bool inPool(const JudgedRow &row, const QString &pool, const QString &leftOut)
    {
        const bool is =
            row.row->engine == QLatin1String("llama.cpp") ? pool == QLatin1String("llama.cpp") : row.law == pool;
        return is && row.row->leftOut != leftOut;
    }

    std::vector<double> solve(const std::function<bool(const JudgedRow &)> &wanted,
                              const std::vector<double> &expected) const
    {
        std::map<QString, int> counts;
        for (const JudgedRow *row : m_rows) {
            if (wanted(*row))
                ++counts[row->row->leftOut];
        }
        if (counts.empty())
            return expected;
        std::vector<SpeedEquation> equations;
        for (const JudgedRow *row : m_rows) {
            if (wanted(*row))
                equations.push_back({&row->terms, row->row->measured, 1 / std::sqrt(counts[row->row->leftOut])});
        }
        std::vector<double> least(expected.size());
        if (m_prompts)
            least[size_t(PromptTerm::Products)] = 1;
        else
            least[size_t(DecodeTerm::Weights)] = least[size_t(DecodeTerm::Products)] = 1;
        return solveCosts(equations, expected, least, kStrength);
    }

    bool m_prompts;
    std::vector<JudgedRow *> m_rows;
};

double rounded(double value)
{
    return value > 0 ? QString::number(value, 'g', 4).toDouble() : 0;
}

template <typename Term, typename Key>
QJsonObject costsToJson(const std::vector<double> &costs, const Key &key)
{
    QJsonObject json;
    for (size_t i = 0; i < costs.size(); ++i)
        json.insert(QLatin1String(key(Term(i))), rounded(costs[i]));
    return json;
}

std::vector<const JudgedRow *> rowsOf(const SpeedFit &fit, const QString &law, const QString &engine, bool prompts)
{
    std::vector<const JudgedRow *> rows;
    for (const JudgedRow &row : fit.rows) {
        if (row.law == law && row.row->isPrompt == prompts && (engine.isEmpty() || row.row->engine == engine))
            rows.push_back(&row);
    }
    return rows;
}

void addSpread(QJsonObject &json, const SpeedFit &fit, const QString &law, bool prompts)
{
    const Interval interval = intervalOf(intervalRows(fit, law, prompts));
    std::set<QString> configurations;
    const auto rows = rowsOf(fit, law, QString(), prompts);
    for (const JudgedRow *row : rows) {
        configurations.insert(
            QStringList{row->row->model, row->row->weights, row->row->gpu, row->row->layout}.join(QLatin1Char(' ')));
    }
    json.insert(QStringLiteral("below"), rounded(interval.below));
    json.insert(QStringLiteral("above"), rounded(interval.above));
    json.insert(QStringLiteral("rows"), int(rows.size()));
    json.insert(QStringLiteral("configurations"), int(configurations.size()));
}

/// Which record of speed.json takes which law.
struct Record {
    const char *engine, *hardware, *law, *pool, *rows;
};
constexpr Record kRecords[] = {
    {"llama.cpp", "nvidia", "llama.cpp, CUDA", "llama.cpp", "llama.cpp on CUDA"},
    {"llama.cpp", "nvidia-unified", "llama.cpp, CUDA", "llama.cpp", "llama.cpp on CUDA"},
    {"llama.cpp", "amd", "llama.cpp, ROCm", "llama.cpp", "llama.cpp on ROCm"},
    {"llama.cpp", "amd-unified", "llama.cpp, ROCm", "llama.cpp", "llama.cpp on ROCm"},
    {"llama.cpp", "amd/vulkan", "llama.cpp, Vulkan", "llama.cpp", "llama.cpp on Vulkan"},
    {"llama.cpp", "amd-unified/vulkan", "llama.cpp, Vulkan", "llama.cpp", "llama.cpp on Vulkan"},
    {"llama.cpp", "apple", "llama.cpp, Metal", "llama.cpp", "llama.cpp on Metal"},
    {"vllm", "nvidia-hbm", "servers, nvidia-hbm", "servers, nvidia-hbm", "servers on NVIDIA with HBM"},
    {"vllm", "nvidia", "servers, nvidia", "servers, nvidia-hbm", "servers on GeForce RTX 3090"},
    {"sglang", "nvidia-hbm", "servers, nvidia-hbm", "servers, nvidia-hbm", "servers on NVIDIA with HBM"},
    {"tensorrt-llm", "nvidia-hbm", "servers, nvidia-hbm", "servers, nvidia-hbm", "servers on NVIDIA with HBM"},
};

QJsonObject recordToJson(const SpeedFit &fit, const Record &record, const Fitting &decode, const Fitting &prompts)
{
    const QString engine = QLatin1String(record.engine), law = QLatin1String(record.law);
    const bool llama = engine == QLatin1String("llama.cpp");
    QJsonObject decodeJson =
        costsToJson<DecodeTerm>(decode.costs(law, QLatin1String(record.pool), QString()), decodeTermKey);
    addSpread(decodeJson, fit, law, false);
    const QString pool = QLatin1String(record.pool);
    const QString promptLaw = llama ? law : pool;
    QJsonObject promptJson = costsToJson<PromptTerm>(prompts.costs(promptLaw, pool, QString()), promptTermKey);
    addSpread(promptJson, fit, promptLaw, true);
    promptJson.insert(QStringLiteral("measuredOn"), llama ? engine : QStringLiteral("tensorrt-llm"));
    if (!llama) // all of those rows are dense models on one GPU
        promptJson.insert(QStringLiteral("oneGpuDense"), true);
    return {{QStringLiteral("engine"), engine},
            {QStringLiteral("hardware"), QLatin1String(record.hardware)},
            {QStringLiteral("rows"), QLatin1String(record.rows)},
            {QStringLiteral("decode"), decodeJson},
            {QStringLiteral("prompt"), promptJson},
            {QStringLiteral("source"),
             llama ? QStringLiteral("tests/data/speed/llamacpp.csv: all rows of that backend")
                   : QStringLiteral("tests/data/speed/server.csv: decode from all servers on that hardware, prefill "
                                    "from TensorRT-LLM 0.9.0 at batch 1")}};
}

} // namespace

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double place = share * double(values.size() - 1);
    const auto low = size_t(place);
    const size_t high = std::min(low + 1, values.size() - 1);
    return values[low] + (place - double(low)) * (values[high] - values[low]);
}

std::vector<const JudgedRow *> intervalRows(const SpeedFit &fit, const QString &law, bool prompts)
{
    const auto own = rowsOf(fit, law, QString(), prompts);
    std::set<QString> groups;
    for (const JudgedRow *row : own)
        groups.insert(row->row->leftOut);
    constexpr size_t kFewestGroups = 4;
    if (own.empty() || groups.size() >= kFewestGroups)
        return own;
    std::vector<const JudgedRow *> all;
    for (const JudgedRow &row : fit.rows) {
        if (row.row->isPrompt == prompts && poolOf(*row.row) == poolOf(*own.front()->row))
            all.push_back(&row);
    }
    return all;
}

namespace {

std::vector<JudgedRow> withTerms(const std::vector<SpeedRow> &rows)
{
    std::vector<JudgedRow> judged;
    judged.reserve(rows.size());
    for (const SpeedRow &row : rows) {
        JudgedRow each;
        each.row = &row;
        each.law = lawOf(row);
        each.terms = row.isPrompt ? listed(promptTerms(*row.load, row.tokens, row.cached))
                                  : listed(decodeTerms(*row.load, row.cached, row.sequences));
        each.roofline = rooflineOf(row, each.terms);
        judged.push_back(std::move(each));
    }
    return judged;
}

/// Servers prefill while others decode; llama-bench does not.
void addPrompts(std::vector<JudgedRow> &rows, const std::vector<double> &costs)
{
    for (JudgedRow &row : rows) {
        const SpeedRow &of = *row.row;
        if (of.isPrompt || of.traffic.answerTokens <= 0)
            continue;
        const double each = dot(listed(promptTerms(*of.load, of.tokens)), costs);
        row.terms[size_t(DecodeTerm::Prompts)] =
            each * sequencesOfReplica(*of.load, of.sequences) / double(of.traffic.answerTokens);
    }
}

} // namespace

SpeedFit fitSpeed(const SpeedRows &rows)
{
    SpeedFit fit;
    fit.rows = withTerms(rows.rows);
    fit.heldOut = withTerms(rows.heldOut);
    Fitting prompts(fit.rows, true);
    prompts.judge();
    const QString hbm = QStringLiteral("servers, nvidia-hbm");
    const std::vector<double> serverPrompt = prompts.costs(hbm, hbm, QString());
    addPrompts(fit.rows, serverPrompt);
    addPrompts(fit.heldOut, serverPrompt);
    Fitting decode(fit.rows, false);
    decode.judge();
    for (JudgedRow &row : fit.heldOut) {
        const Fitting &fitting = row.row->isPrompt ? prompts : decode;
        row.fitted = row.estimated = dot(row.terms, fitting.costs(row.law, poolOf(*row.row), QString()));
    }

    QJsonArray laws;
    for (const Record &record : kRecords)
        laws.append(recordToJson(fit, record, decode, prompts));
    fit.constants = {
        {QStringLiteral("id"), QStringLiteral("speed")},
        {QStringLiteral("name"), QStringLiteral("Speed")},
        {QStringLiteral("source"),
         QStringLiteral("Fitted by plimsoll-accuracy --speed --fit; each law names its rows. Terms: "
                        "core/planning/speed/speedterms.h. below and above: the 5th and 95th percentile of "
                        "measured over estimated speed, each model (servers) or GPU (llama.cpp) left out.")},
        {QStringLiteral("laws"), laws}};
    return fit;
}

} // namespace accuracy
