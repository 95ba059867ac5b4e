// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/tensorrtllm/tensorrtllmrules.h"

#include "core/engines/optionmakers.h"
#include "core/engines/torch/forwardpass.h"
#include "core/engines/torch/rankweights.h"
#include "core/engines/torch/tokenpool.h"
#include "core/engines/torch/torchexplain.h"
#include "core/engines/torch/torchserver.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

using torch::Stage;

/// pool = fraction x (usable - all else): as a budget of that fraction, charged with that fraction of all else.
void setCapacity(RankLoad &rank, const Gpu &gpu, double fraction, Bytes reserve)
{
    rank.usable = std::max(Bytes(), gpu.usable - reserve);
    rank.budget = Bytes::rounded(double(rank.usable.count()) * fraction);
}

class TensorRtLlmRules : public torch::Server
{
    Q_DECLARE_TR_FUNCTIONS(TensorRtLlmRules)

public:
    explicit TensorRtLlmRules(const QJsonObject &constants)
        : m_defaults(constants.value(QLatin1String("defaults")).toObject())
        , m_runtime(constants.value(QLatin1String("runtimeGiB")).toObject())
        , m_activation(constants.value(QLatin1String("activation")).toObject())
        , m_pass(torch::ForwardPass::fromJson(m_activation))
    {
    }

    QString id() const override { return QStringLiteral("tensorrt-llm"); }
    QString name() const override { return QStringLiteral("TensorRT-LLM"); }
    QStringList versions() const override { return {}; }
    torch::ExpertSpread expertSpread() const override { return torch::ExpertSpread::WithinTensorOrAll; }
    QString hardlyMeasured(const QString &, const QJsonObject &) const override { return name(); }
    QList<EngineOption> options() const override;

    bool cachesPrefixes(const ResolvedPlan &) const override { return true; } // enable_block_reuse
    QString gpuClass(const Gpu &, const EngineInput &) const override { return id(); }
    void moveTo(LayoutLoad &layout, const Gpu &from, const Gpu &to, const EngineInput &input) const override;
    LayoutLoad load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                    std::span<const qint32> gpuIndices) const override
    {
        return loadRanks(input, parallel, gpus, gpuIndices,
                         [&](const Stage &stage, const Gpu *gpu) { return rankOn(input, parallel, stage, gpu); });
    }

    double chargedShare(Item, const EngineInput &input) const override { return fractionOf(input.options); }
    void describePool(const ResolvedPlan &resolved, Estimate &estimate) const override
    {
        torch::describeTokenPool(resolved, estimate);
    }
    Interval interval(const ResolvedPlan &) const override { return {}; }
    Explanation explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale) const override;

private:
    qint64 setting(const QJsonObject &options, const char *key) const
    {
        return options.value(QLatin1String(key)).toInteger(m_defaults.value(QLatin1String(key)).toInteger(1));
    }
    Bytes runtime(const char *key) const { return Bytes::fromGiB(m_runtime.value(QLatin1String(key)).toDouble()); }
    Bytes contextOf(const Gpu *gpu) const;
    double fractionOf(const QJsonObject &options) const;
    RankLoad rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage, const Gpu *gpu) const;

    QJsonObject m_defaults, m_runtime, m_activation;
    torch::ForwardPass m_pass;
};

QList<EngineOption> TensorRtLlmRules::options() const
{
    EngineOption fraction;
    fraction.key = QStringLiteral("freeGpuMemoryFraction");
    fraction.defaultValue = m_defaults.value(fraction.key).toDouble();
    fraction.low = 0.01;
    fraction.high = 1;
    fraction.effect = tr("The share of the memory that is free after loading which becomes KV cache.");
    const auto integer = [&](const char *key, const QString &effect) {
        return integerOption(key, m_defaults.value(QLatin1String(key)).toInteger(), 1, 1e7, effect);
    };
    return {fraction, integer("maxNumTokens", tr("Tokens in one step; activations grow with it.")),
            integer("maxBatchSize", tr("Sequences in one step; their logits grow with it."))};
}

Bytes TensorRtLlmRules::contextOf(const Gpu *gpu) const
{
    return gpu && gpu->cudaContext.count() > 0 ? gpu->cudaContext : runtime("context");
}

double TensorRtLlmRules::fractionOf(const QJsonObject &options) const
{
    const QLatin1String key("freeGpuMemoryFraction");
    return options.value(key).toDouble(m_defaults.value(key).toDouble());
}

void TensorRtLlmRules::moveTo(LayoutLoad &layout, const Gpu &from, const Gpu &to, const EngineInput &input) const
{
    const double fraction = fractionOf(input.options);
    const Bytes more = contextOf(&to) - contextOf(&from);
    for (RankLoad &rank : layout.ranks) {
        setCapacity(rank, to, fraction, input.reserve);
        for (size_t f = 0; f < kFormatSlots; ++f) {
            rank.fixed[f][Item::Runtime] += more;
            rank.charged[f] = Bytes::rounded(double(rank.fixed[f].total().count()) * fraction);
        }
    }
}

RankLoad TensorRtLlmRules::rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage,
                                  const Gpu *gpu) const
{
    const double fraction = fractionOf(input.options);
    RankLoad rank;
    rank.stage = stage.index;
    rank.count = 1;
    if (gpu)
        setCapacity(rank, *gpu, fraction, input.reserve);
    torch::WeightRules rules;
    rules.keepsRotaryTables = false;
    const Bytes context = contextOf(gpu) + runtime("buffers")
                          + (parallel.tensor * parallel.pipeline > 1 ? runtime("distributed") : Bytes());
    const qint64 blockTokens = m_defaults.value(QLatin1String("tokensPerBlock")).toInteger(32);
    for (int f = 0; f < kFormatSlots; ++f) {
        const Format &format = input.formats[size_t(f)];
        const qint32 elementBytes = activationBytes(format);
        ItemBytes &items = rank.fixed[size_t(f)];
        items[Item::Weights] =
            torch::RankWeights(input.model, format, rules, torch::divisionOf(parallel, expertSpread())).stage(stage);
        items[Item::Activations] =
            Bytes::rounded(double(setting(input.options, "maxNumTokens"))
                               * m_pass.bytesPerToken(input.model, elementBytes, parallel.tensor)
                           + (stage.last ? m_pass.logits(input.model, setting(input.options, "maxBatchSize")) : 0));
        items[Item::Runtime] = context;
        rank.charged[size_t(f)] = Bytes::rounded(double(items.total().count()) * fraction);
        torch::describeTokens(rank, f, input.model, stage, input.kv[size_t(f)], BitsPerWeight{elementBytes, 1},
                              parallel.tensor, {blockTokens, true, 1});
    }
    return rank;
}

Explanation TensorRtLlmRules::explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                                      const QLocale &locale) const
{
    Explanation e;
    e.item = item;
    const QString total = formatSizeBoth(estimate.total[item], locale);
    switch (item) {
    case Item::Weights:
        torch::explainWeights(e, resolved, estimate, locale);
        e.sources = {resolved.model->source};
        break;
    case Item::KvCache:
        torch::explainKvCache(e, resolved, estimate, locale);
        e.sources = {m_defaults.value(QLatin1String("source")).toString(), resolved.model->source};
        break;
    case Item::RecurrentState:
        torch::explainState(e, resolved, estimate, locale);
        e.sources = {resolved.model->source};
        break;
    case Item::Activations:
        e.why = tr("one step of %1 tokens").arg(formatCount(setting(resolved.options, "maxNumTokens"), locale));
        e.formula = tr("activations = b T (3 I/tp + 3.4 H) + %1 bytes × sequences × vocabulary")
                        .arg(locale.toString(m_pass.logitBytes, 'g', 3));
        e.numbers = tr("%1 in all").arg(total);
        e.sources = {m_activation.value(QLatin1String("source")).toString()};
        break;
    case Item::Runtime:
        e.why = tr("CUDA context, runtime and decoder buffers");
        e.formula = tr("runtime = CUDA context + buffers + NCCL between GPUs");
        e.numbers = tr("%1 in all").arg(total);
        e.sources = {m_runtime.value(QLatin1String("source")).toString()};
        break;
    case Item::Graphs:
    case Item::Other:
        break;
    }
    return e;
}

} // namespace

std::shared_ptr<const EngineRules> makeTensorRtLlmRules(const QJsonObject &constants)
{
    return std::make_shared<TensorRtLlmRules>(constants);
}

} // namespace plimsoll
