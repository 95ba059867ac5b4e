// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/transformers/transformersrules.h"

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

class TransformersRules : public torch::Server
{
    Q_DECLARE_TR_FUNCTIONS(TransformersRules)

public:
    explicit TransformersRules(const QJsonObject &constants)
        : m_allocator(torch::AllocatorSizes::fromJson(group(constants, "allocator")))
        , m_pass(torch::ForwardPass::fromJson(group(constants, "activation")))
        , m_runtime(group(constants, "runtimeGiB"))
        , m_allocatorSource(source(constants, "allocator"))
        , m_activationSource(source(constants, "activation"))
    {
    }

    QString id() const override { return QStringLiteral("transformers"); }
    QString name() const override { return QStringLiteral("Transformers"); }
    QStringList versions() const override { return {}; }
    QList<EngineOption> options() const override { return {}; }
    QString hardlyMeasured(const QString &, const QJsonObject &) const override { return name(); }

    std::array<ComparisonFormat, kComparisonFormats> comparisonFormats() const override
    {
        return {{{QStringLiteral("fp32"), QStringLiteral("FP32")},
                 {QStringLiteral("bf16"), QStringLiteral("BF16")},
                 {QStringLiteral("int8"), tr("bitsandbytes 8-bit")},
                 {QStringLiteral("nf4"), tr("bitsandbytes NF4")}}};
    }

    bool pagesCache() const override { return false; } // a batch is as long as its longest sequence
    QString gpuClass(const Gpu &, const EngineInput &) const override { return id(); }
    void moveTo(LayoutLoad &layout, const Gpu &from, const Gpu &to, const EngineInput &input) const override;
    LayoutLoad load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                    std::span<const qint32> gpuIndices) const override
    {
        return loadRanks(input, parallel, gpus, gpuIndices,
                         [&](const Stage &stage, const Gpu *gpu) { return rankOn(input, parallel, stage, gpu); });
    }

    void describePool(const ResolvedPlan &, Estimate &) const override { }
    Interval interval(const ResolvedPlan &) const override { return {}; }
    Explanation explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale) const override;

private:
    static QJsonObject group(const QJsonObject &json, const char *key)
    {
        return json.value(QLatin1String(key)).toObject();
    }
    static QString source(const QJsonObject &json, const char *key)
    {
        return group(json, key).value(QLatin1String("source")).toString();
    }
    Bytes runtime(const char *key) const { return Bytes::fromGiB(m_runtime.value(QLatin1String(key)).toDouble()); }
    Bytes contextOf(const Gpu *gpu) const;
    RankLoad rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage, const Gpu *gpu) const;

    torch::AllocatorSizes m_allocator;
    torch::ForwardPass m_pass;
    QJsonObject m_runtime;
    QString m_allocatorSource, m_activationSource;
};

Bytes TransformersRules::contextOf(const Gpu *gpu) const
{
    return gpu && gpu->cudaContext.count() > 0 ? gpu->cudaContext + runtime("beyondBare") : runtime("withoutGpu");
}

void TransformersRules::moveTo(LayoutLoad &layout, const Gpu &from, const Gpu &to, const EngineInput &input) const
{
    const Bytes more = contextOf(&to) - contextOf(&from);
    for (RankLoad &rank : layout.ranks) {
        rank.usable = rank.budget = std::max(Bytes(), to.usable - input.reserve);
        for (size_t f = 0; f < kFormatSlots; ++f) {
            rank.fixed[f][Item::Runtime] += more;
            rank.charged[f] += more;
        }
    }
}

RankLoad TransformersRules::rankOn(const EngineInput &input, const Parallel &parallel, const Stage &stage,
                                   const Gpu *gpu) const
{
    RankLoad rank;
    rank.stage = stage.index;
    rank.count = 1;
    if (gpu)
        rank.usable = rank.budget = std::max(Bytes(), gpu->usable - input.reserve);
    torch::WeightRules rules;
    rules.allocator = m_allocator;
    rules.vocabularyPadding = 1;
    rules.fusesModules = false;
    rules.keepsRotaryTables = false;
    rules.absorbsLatent = false;
    const Bytes context = contextOf(gpu);
    for (int f = 0; f < kFormatSlots; ++f) {
        const Format &format = input.formats[size_t(f)];
        const qint32 elementBytes = activationBytes(format);
        ItemBytes &items = rank.fixed[size_t(f)];
        items[Item::Weights] =
            torch::RankWeights(input.model, format, rules, torch::divisionOf(parallel, expertSpread())).stage(stage);
        items[Item::Activations] = Bytes::rounded(m_pass.logits(input.model, 1));
        rank.activationPerToken[size_t(f)] =
            Bytes::rounded(m_pass.bytesPerToken(input.model, elementBytes, parallel.tensor));
        items[Item::Runtime] = context + runtime("workspaces");
        rank.charged[size_t(f)] = items.total();
        torch::describeTokens(rank, f, input.model, stage, input.kv[size_t(f)], BitsPerWeight{elementBytes, 1},
                              parallel.tensor, {1, false, 1});
    }
    rank.activationsOfAllSequences = true;
    return rank;
}

Explanation TransformersRules::explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                                       const QLocale &locale) const
{
    Explanation e;
    e.item = item;
    const QString total = formatSizeBoth(estimate.total[item], locale);
    switch (item) {
    case Item::Weights:
        torch::explainWeights(e, resolved, estimate, locale);
        e.sources = {m_allocatorSource, resolved.model->source};
        break;
    case Item::KvCache:
        torch::explainKvCache(e, resolved, estimate, locale);
        e.sources = {QStringLiteral("transformers DynamicCache"), resolved.model->source};
        break;
    case Item::RecurrentState:
        torch::explainState(e, resolved, estimate, locale);
        e.sources = {resolved.model->source};
        break;
    case Item::Activations:
        e.why = tr("the whole prompts of all sequences run in one step");
        e.formula = tr("activations = b × sequences × context × (3 I/tp + 3.4 H)");
        e.numbers = tr("%1 × %2 tokens: %3 in all")
                        .arg(formatCount(resolved.workload.sequences, locale),
                             formatCount(resolved.workload.contextLength, locale), total);
        e.sources = {m_activationSource};
        break;
    case Item::Runtime:
        e.why = tr("CUDA context and workspaces");
        e.formula = tr("runtime = CUDA context + workspaces");
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

std::shared_ptr<const EngineRules> makeTransformersRules(const QJsonObject &constants)
{
    return std::make_shared<TransformersRules>(constants);
}

} // namespace plimsoll
