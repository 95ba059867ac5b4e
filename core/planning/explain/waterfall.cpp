// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/explain/waterfall.h"

#include "core/calibration/calibratedplan.h"
#include "core/engines/enginerules.h"
#include "core/engines/ruleofthumb/ruleofthumb.h"
#include "core/memory/weights.h"
#include "core/planning/explain/calculation.h"
#include "core/planning/explanation.h"
#include "core/planning/sentences.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <cstdlib>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Waterfall)
};

class Steps
{
public:
    Steps(const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
        : m_resolved(resolved)
        , m_estimate(estimate)
        , m_locale(locale)
        , m_ruleWeights(ruleOfThumbWeights(*resolved.model, resolved.formats[kOwnFormat]))
        , m_allowance(resolved.ruleOfThumb - m_ruleWeights)
    {
    }

    std::vector<WaterfallStep> make()
    {
        const Explanation rule = explainRuleOfThumb(m_resolved, m_estimate, m_locale);
        add(QStringLiteral("ruleOfThumb"), Item::Weights, rule.title, m_resolved.ruleOfThumb, rule);
        if (m_resolved.memoryIsDivisible) {
            correctRule();
        } else {
            dropAllowance();
            correctWeights();
            ItemBytes own;
            for (size_t i = 0; i < kCalibratedCount; ++i)
                own[kCalibratedItems[i]] = m_estimate.calibrated[i];
            for (int i = int(Item::KvCache); i < kItemCount; ++i)
                addItem(Item(i), m_estimate.total[Item(i)] - own[Item(i)]);
            addCalibration(own);
        }
        return std::move(m_steps);
    }

private:
    void add(const QString &key, Item item, const QString &label, Bytes delta, const Explanation &why)
    {
        WaterfallStep step;
        step.key = key;
        step.item = item;
        step.label = label;
        step.delta = delta;
        step.total = m_steps.empty() ? delta : m_steps.back().total + delta;
        step.formula = why.formula;
        step.numbers = why.numbers;
        step.sources = why.sources;
        step.sources.removeAll(QString());
        m_steps.push_back(std::move(step));
    }

    void addItem(Item item, Bytes delta)
    {
        if (delta == Bytes())
            return;
        const Explanation why = explainItem(item, m_resolved, m_estimate, m_locale);
        add(QLatin1String(itemKey(item)), item, itemName(item), delta, why);
    }

    /// In the colour of the item that it changes most.
    void addCalibration(const ItemBytes &own)
    {
        Item most = Item::Runtime;
        QStringList changes;
        const auto size = [&](Item item) { return std::abs(own[item].count()); };
        for (const Item item : kCalibratedItems) {
            if (size(item) > size(most))
                most = item;
            if (size(item) > 0)
                changes << Text::tr("%1 %2").arg(itemName(item), formatChange(own[item], SizeUnit::GiB, m_locale));
        }
        if (changes.isEmpty())
            return;
        Explanation why;
        why.formula = Text::tr("calibration = measured − predicted, of what the engine spends itself, on each GPU");
        why.numbers = changes.join(QLatin1String(", "));
        why.sources = {Text::tr("your log of %1").arg(calibrationNames(m_resolved))};
        add(QStringLiteral("calibration"), most, Text::tr("Your calibration"), own.total(), why);
    }

    /// Under the rule itself only a copy for every replica and an overhead of the person's own differ.
    void correctRule()
    {
        const Bytes copies = m_estimate.total[Item::Weights] - m_ruleWeights;
        if (copies != Bytes()) {
            Explanation why;
            why.formula = Text::tr("copies = weights on all GPUs − weights of one copy");
            why.numbers = difference(m_estimate.total[Item::Weights], m_ruleWeights, copies);
            add(QStringLiteral("loaded"), Item::Weights, Text::tr("On all GPUs"), copies, why);
        }
        addItem(Item::Other, m_estimate.total[Item::Other] - m_allowance);
    }

    void dropAllowance()
    {
        Explanation why;
        why.formula = Text::tr("− 0.2 × weights: what really stands beside the weights follows, item by item");
        why.numbers = Text::tr("0.2 × %1 = %2").arg(both(m_ruleWeights), both(m_allowance));
        add(QStringLiteral("allowance"), Item::Other, Text::tr("Without the flat 20 %"), Bytes() - m_allowance, why);
    }

    void correctWeights()
    {
        const Format &format = m_resolved.formats[kOwnFormat];
        const Bytes exact = weightBytes(*m_resolved.model, format) + encoderBytes(*m_resolved.model, format);
        const ParameterCounts &counts = m_resolved.parameters;
        Explanation why;
        why.formula = Text::tr("weights = Σ tensors: numbers × bits, each tensor in its own format");
        const Bytes change = exact - m_ruleWeights;
        const QString count = formatCount(counts.text + counts.vision + counts.audio, m_locale);
        why.numbers = change == Bytes()
                          ? Text::tr("%1 parameters in %2: %3, as the rule says").arg(count, format.name, both(exact))
                          : Text::tr("%1 parameters in %2: %3 instead of %4")
                                .arg(count, format.name, both(exact), both(m_ruleWeights));
        why.sources = {m_resolved.model->source, format.source};
        add(QStringLiteral("parameters"), Item::Weights, Text::tr("Exact parameters"), change, why);

        const Bytes loaded = m_estimate.total[Item::Weights] - exact;
        if (loaded == Bytes())
            return;
        why = m_resolved.engine->explain(Item::Weights, m_resolved, m_estimate, m_locale);
        why.numbers = difference(m_estimate.total[Item::Weights], exact, loaded);
        add(QStringLiteral("loaded"), Item::Weights, Text::tr("As %1 loads them").arg(m_resolved.engine->name()),
            loaded, why);
    }

    QString both(Bytes size) const { return formatSizeBoth(size, m_locale); }
    QString difference(Bytes whole, Bytes part, Bytes rest) const
    {
        return Text::tr("%1 − %2 = %3").arg(both(whole), both(part), both(rest));
    }

    const ResolvedPlan &m_resolved;
    const Estimate &m_estimate;
    const QLocale &m_locale;
    const Bytes m_ruleWeights; ///< without the flat share for everything else
    const Bytes m_allowance;   ///< that share
    std::vector<WaterfallStep> m_steps;
};

} // namespace

std::vector<WaterfallStep> waterfall(const ResolvedPlan &resolved, const Estimate &estimate, const QLocale &locale)
{
    return Steps(resolved, estimate, locale).make();
}

} // namespace plimsoll
