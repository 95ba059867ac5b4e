// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/explain/calculation.h"

#include "core/engines/enginerules.h"
#include "core/planning/explanation.h"
#include "core/planning/sentences.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Calculation)
};

using Kind = CalculationBlock::Kind;

class Writer
{
public:
    Writer(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit, const QLocale &locale)
        : m_resolved(resolved)
        , m_estimate(estimate)
        , m_unit(unit)
        , m_locale(locale)
    {
    }

    Calculation write(const Comparison &comparison)
    {
        put(Kind::Title, planTitle(m_resolved, m_locale));
        writeRuleOfThumb();
        writeWaterfall();
        writeItems();
        writeSum(comparison);
        return std::move(m_blocks);
    }

private:
    CalculationBlock &put(Kind kind, const QString &text)
    {
        m_blocks.push_back({kind, text, {}, {}, {}, {}});
        return m_blocks.back();
    }

    void putAll(Kind kind, const QStringList &texts)
    {
        for (const QString &text : texts)
            put(kind, text);
    }

    void writeRuleOfThumb()
    {
        const Explanation rule = explainRuleOfThumb(m_resolved, m_estimate, m_locale);
        put(Kind::Heading, Text::tr("The rule of thumb")).anchor = QStringLiteral("ruleOfThumb");
        put(Kind::Formula, rule.formula);
        put(Kind::Line, rule.numbers);
        put(Kind::Strong, rule.why);
        putAll(Kind::Point, rule.steps);
        putAll(Kind::Source, rule.sources);
    }

    void writeWaterfall()
    {
        const std::vector<WaterfallStep> steps = waterfall(m_resolved, m_estimate, m_locale);
        if (steps.size() < 2)
            return;
        put(Kind::Heading, Text::tr("From the rule to the answer, step by step")).anchor = QStringLiteral("allowance");
        for (const WaterfallStep &step : steps) {
            CalculationBlock &row = put(Kind::Step, step.label);
            row.size = formatChange(step.delta, m_unit, m_locale);
            row.total = formatSize(step.total, m_unit, m_locale);
        }
        for (const WaterfallStep &step : steps) {
            if (step.key != QLatin1String("parameters") && step.key != QLatin1String("calibration"))
                continue; // the others stand under their item
            put(Kind::Item, step.label).anchor = step.key;
            m_blocks.back().item = step.item;
            m_blocks.back().size = formatChange(step.delta, m_unit, m_locale);
            put(Kind::Formula, step.formula);
            put(Kind::Line, step.numbers);
            putAll(Kind::Source, step.sources);
        }
    }

    void writeItems()
    {
        const QString engine = m_resolved.engine->name();
        put(Kind::Heading, m_resolved.engineVersion.isEmpty()
                               ? Text::tr("The answer, item by item")
                               : Text::tr("The answer by the rules of %1 %2, item by item")
                                     .arg(engine, shortVersionName(*m_resolved.engine, m_resolved.engineVersion)));
        for (int i = 0; i < kItemCount; ++i) {
            const Item item = Item(i);
            if (m_estimate.total[item] == Bytes())
                continue;
            const Explanation each = explainItem(item, m_resolved, m_estimate, m_locale);
            CalculationBlock &heading = put(Kind::Item, itemName(item));
            heading.item = item;
            heading.size = formatSizeBoth(m_estimate.total[item], m_locale);
            heading.anchor = item == Item::Weights ? QStringLiteral("loaded") : QLatin1String(itemKey(item));
            put(Kind::Formula, each.formula);
            put(Kind::Line, each.numbers);
            putAll(Kind::Point, each.steps);
            putAll(Kind::Source, each.sources);
        }
    }

    void writeSum(const Comparison &comparison)
    {
        put(Kind::Heading, Text::tr("The sum")).anchor = QStringLiteral("sum");
        QStringList parts;
        for (Bytes size : m_estimate.total.bytes) {
            if (size > Bytes())
                parts << formatSize(size, m_unit, m_locale);
        }
        put(Kind::Line, Text::tr("%1 = %2").arg(parts.join(QStringLiteral(" + ")),
                                                formatSizeBoth(m_estimate.total.total(), m_locale)));
        put(Kind::Line, totalSentence(m_resolved, m_estimate, m_unit, m_locale));
        put(Kind::Strong, verdictSentence(m_resolved, m_estimate, m_unit, m_locale));
        if (const QString next = nextStepSentence(m_resolved, m_estimate, comparison, m_locale); !next.isEmpty())
            put(Kind::Line, next);
        for (const WarningText &warning : warningTexts(m_resolved, m_estimate))
            put(Kind::Point, warning.text);
    }

    const ResolvedPlan &m_resolved;
    const Estimate &m_estimate;
    const SizeUnit m_unit;
    const QLocale &m_locale;
    Calculation m_blocks;
};

} // namespace

Calculation calculation(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                        SizeUnit unit, const QLocale &locale)
{
    Calculation blocks = Writer(resolved, estimate, unit, locale).write(comparison);
    std::erase_if(blocks, [](const CalculationBlock &block) { return block.text.isEmpty(); });
    return blocks;
}

QString formatChange(Bytes change, SizeUnit unit, const QLocale &locale)
{
    if (change == Bytes())
        return QStringLiteral("± ") + formatSize(change, unit, locale);
    return change < Bytes() ? QStringLiteral("− ") + formatSize(Bytes() - change, unit, locale)
                            : QStringLiteral("+ ") + formatSize(change, unit, locale);
}

} // namespace plimsoll
