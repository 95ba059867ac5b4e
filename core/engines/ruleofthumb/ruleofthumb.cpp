// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/ruleofthumb/ruleofthumb.h"

#include "core/memory/parameters.h"
#include "core/memory/weights.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <numeric>

namespace plimsoll {

Bytes ruleOfThumbBytes(Bytes weights, double overhead)
{
    return weights + Bytes::rounded(double(weights.count()) * overhead);
}

namespace {

/// The Q of the rule: whole bits, without the scales that a format stores beside them.
BitsPerWeight nominalBits(const Format &format)
{
    const qint32 bits = qint32(format.block.bits());
    if (bits < 4)
        return format.block;
    const qint32 common = std::gcd(bits, 8);
    return {bits / common, 8 / common};
}

} // namespace

Bytes ruleOfThumbWeights(const ModelArchitecture &model, const Format &format)
{
    if (format.family == FormatFamily::Native || format.family == FormatFamily::GgufMix)
        return weightBytes(model, format) + encoderBytes(model, format);
    const ParameterCounts counts = countParameters(model);
    // The rule's bits are nominal: a format's scales and zero points are part of its 20 %.
    const qint64 parameters = counts.text + counts.vision + counts.audio;
    return nominalBits(format).bytesFor(parameters);
}

namespace {

class RuleOfThumb : public EngineRules
{
    Q_DECLARE_TR_FUNCTIONS(RuleOfThumb)

public:
    explicit RuleOfThumb(const QJsonObject &constants)
        : m_constants(constants)
    {
    }

    QString id() const override { return QStringLiteral("rule-of-thumb"); }
    QString name() const override { return tr("Rule of thumb"); }
    QStringList versions() const override { return {}; }

    QList<EngineOption> options() const override
    {
        EngineOption overhead;
        overhead.key = QStringLiteral("overhead");
        overhead.type = EngineOption::Type::Number;
        overhead.defaultValue = defaultOverhead();
        overhead.low = 0;
        overhead.high = 10;
        overhead.effect = tr("The share added to the weights for everything else: 0.2 is 20 %.");
        return {overhead};
    }

    std::array<ComparisonFormat, kComparisonFormats> comparisonFormats() const override
    {
        return {{{QStringLiteral("fp32"), tr("32 bits on all parameters")},
                 {QStringLiteral("fp16"), tr("16 bits on all parameters")},
                 {QStringLiteral("int8"), tr("8 bits on all parameters")},
                 {QStringLiteral("int4"), tr("4 bits on all parameters")}}};
    }

    QString defaultKvFormat(const ModelArchitecture &, const Format &) const override { return QStringLiteral("fp16"); }

    QString whyIllegal(const ModelArchitecture &, const Parallel &, Parallel *) const override { return {}; }
    bool dividesFreely() const override { return true; }

    QString gpuClass(const Gpu &, const EngineInput &) const override { return id(); }
    void moveTo(LayoutLoad &layout, const Gpu &, const Gpu &to, const EngineInput &input) const override
    {
        for (RankLoad &rank : layout.ranks)
            rank.usable = rank.budget = std::max(Bytes(), to.usable - input.reserve);
    }

    LayoutLoad load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                    std::span<const qint32> gpuIndices) const override
    {
        const double overhead = input.options.value(QLatin1String("overhead")).toDouble(defaultOverhead());
        LayoutLoad layout;
        layout.parallel = parallel;
        layout.gpus = std::max<qint32>(1, qint32(gpus.size()));
        // A copy of the model for every data parallel replica, an equal share of it for every rank of one.
        const qint64 ranksOfOne = std::max<qint64>(1, layout.gpus / std::max(1, parallel.data));
        const auto addRank = [&](const Gpu *gpu, qint32 index) {
            for (RankLoad &rank : layout.ranks) {
                if (rank.gpuIndex == index) {
                    ++rank.count;
                    return;
                }
            }
            RankLoad rank;
            rank.gpuIndex = index;
            rank.count = 1;
            if (gpu)
                rank.usable = rank.budget = std::max(Bytes(), gpu->usable - input.reserve);
            for (int f = 0; f < kFormatSlots; ++f) {
                const Bytes weights = ruleOfThumbWeights(input.model, input.formats[size_t(f)]);
                const Bytes all = ruleOfThumbBytes(weights, overhead);
                ItemBytes &items = rank.fixed[size_t(f)];
                items[Item::Weights] = Bytes(ceilDivide(weights.count(), ranksOfOne));
                items[Item::Other] = Bytes(ceilDivide(all.count(), ranksOfOne)) - items[Item::Weights];
                rank.charged[size_t(f)] = items.total();
            }
            layout.ranks.push_back(rank);
        };
        if (gpus.empty())
            addRank(nullptr, 0);
        for (size_t i = 0; i < gpus.size(); ++i)
            addRank(gpus[i], gpuIndices[i]);
        return layout;
    }

    void describePool(const ResolvedPlan &, Estimate &) const override { }

    Explanation explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale) const override
    {
        const Format &format = resolved.formats[kOwnFormat];
        const QString bits = locale.toString(nominalBits(format).bits(), 'g', 4);
        const ParameterCounts &counts = resolved.parameters;
        const qint64 parameters = counts.text + counts.vision + counts.audio;
        Explanation explanation;
        explanation.item = item;
        explanation.sources = {m_constants.value(QLatin1String("source")).toString()};
        if (item == Item::Weights) {
            explanation.why = tr("%1 parameters × %2 bits").arg(formatCount(parameters, locale), bits);
            explanation.formula = tr("weights = P × Q / 8");
            explanation.numbers =
                tr("%1 × %2 / 8 = %3 bytes = %4")
                    .arg(formatCount(parameters, locale), bits, formatCount(estimate.total[item].count(), locale),
                         formatSizeBoth(estimate.total[item], locale));
        } else if (item == Item::Other) {
            const double overhead = resolved.options.value(QLatin1String("overhead")).toDouble(defaultOverhead());
            explanation.why =
                tr("%1 % of the weights, for everything else").arg(locale.toString(overhead * 100, 'g', 4));
            explanation.formula = tr("overhead = weights × %1").arg(locale.toString(overhead, 'g', 4));
            explanation.numbers =
                tr("%1 × %2 = %3")
                    .arg(formatSizeBoth(estimate.total[Item::Weights], locale), locale.toString(overhead, 'g', 4),
                         formatSizeBoth(estimate.total[item], locale));
        }
        return explanation;
    }

    Interval interval(const ResolvedPlan &) const override
    {
        const QJsonObject json = m_constants.value(QLatin1String("interval")).toObject();
        Interval interval;
        interval.below = json.value(QLatin1String("below")).toDouble();
        interval.above = json.value(QLatin1String("above")).toDouble();
        interval.basis = tr("%n measured deployment(s): %1", nullptr, json.value(QLatin1String("deployments")).toInt())
                             .arg(json.value(QLatin1String("of")).toString());
        return interval;
    }

private:
    double defaultOverhead() const { return m_constants.value(QLatin1String("overhead")).toDouble(0.2); }

    QJsonObject m_constants;
};

} // namespace

std::shared_ptr<const EngineRules> makeRuleOfThumb(const QJsonObject &constants)
{
    return std::make_shared<RuleOfThumb>(constants);
}

} // namespace plimsoll
