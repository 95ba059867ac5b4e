// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"
#include "core/planning/comparisonrows.h"
#include "core/planning/layouts.h"
#include "core/planning/sentences.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanComparison)
};

using Cell = ComparisonCell;

QString saidModel(const Plan &plan)
{
    if (const auto *named = std::get_if<NamedModel>(&plan.model))
        return named->id;
    if (const auto *free = std::get_if<FreeSize>(&plan.model))
        return Text::tr("%1 parameters").arg(formatParameters(free->parameters));
    return Text::tr("a config.json in the plan");
}

QString cacheText(const QString &keys, const QString &values)
{
    return keys == values ? keys : Text::tr("K %1, V %2").arg(keys, values);
}

QString engineText(const ResolvedPlan &plan)
{
    if (plan.engineVersion.isEmpty())
        return plan.engine->name();
    return plan.engine->name() + QLatin1Char(' ') + shortVersionName(*plan.engine, plan.engineVersion);
}

QString optionsText(const QJsonObject &options)
{
    QStringList texts;
    for (auto it = options.begin(); it != options.end(); ++it) {
        const QString value =
            it->isString()
                ? it->toString()
                : QString::fromUtf8(QJsonDocument(QJsonArray{*it}).toJson(QJsonDocument::Compact)).chopped(1).mid(1);
        texts << it.key() + QLatin1Char('=') + value;
    }
    return texts.join(QLatin1String(", "));
}

QString requestsText(const Requests &requests, const QLocale &locale)
{
    QStringList texts;
    const auto add = [&](const QString &text, std::optional<qint64> tokens) {
        if (tokens)
            texts << text.arg(formatCount(*tokens, locale));
    };
    add(Text::tr("%1 on average"), requests.averageContext);
    add(Text::tr("prompt %1"), requests.promptTokens);
    add(Text::tr("answer %1"), requests.answerTokens);
    add(Text::tr("shared %1"), requests.sharedPrefix);
    return texts.join(QLatin1String(", "));
}

QString saidGpus(const Plan &plan)
{
    QStringList parts;
    for (const GpuChoice &gpu : plan.gpus)
        parts << QStringLiteral("%1 × %2").arg(gpu.count).arg(gpu.id);
    return parts.join(QLatin1String(" + "));
}

QString neighboursText(const ResolvedPlan &plan)
{
    QStringList names;
    for (const Neighbour &each : plan.neighbours.all)
        names << each.name;
    return names.join(QLatin1String(", "));
}

QString saidBeside(const Plan &plan)
{
    QStringList names;
    for (const Plan &each : plan.beside)
        names << (each.name.isEmpty() ? saidModel(each) : each.name);
    return names.join(QLatin1String(", "));
}

/// Makes the rows of one comparison. What a plan says itself stands in for what is looked up where it has no answer.
class ChoiceRows
{
public:
    ChoiceRows(std::vector<ComparisonRow> &rows, const std::vector<ComparedPlan> &plans)
        : m_rows(rows)
        , m_plans(plans)
    {
    }

    /// `shown` takes a ResolvedPlan, `said` a Plan; each returns a text, empty where there is none.
    template <typename Shown, typename Said>
    void add(const char *id, const QString &name, Shown shown, Said said)
    {
        ComparisonRow row{QLatin1String(id), name, ComparisonRow::Unit::Text, true, {}};
        for (const ComparedPlan &each : m_plans) {
            Cell cell;
            cell.text = each.answer ? shown(each.answer->plan) : said(each.plan);
            if (cell.text.isEmpty())
                cell.text = unknownText();
            const ComparedPlan &first = m_plans.front();
            cell.differs = first.answer && each.answer ? shown(first.answer->plan) != shown(each.answer->plan)
                                                       : said(first.plan) != said(each.plan);
            row.cells.push_back(cell);
        }
        addTellingRow(m_rows, std::move(row));
    }

    /// A count that both a plan and its answer have.
    template <typename Shown, typename Said>
    void addCount(const char *id, const QString &name, Shown shown, Said said, const QLocale &locale)
    {
        add(
            id, name, [&](const ResolvedPlan &plan) { return formatCount(shown(plan), locale); },
            [&](const Plan &plan) { return said(plan) ? formatCount(*said(plan), locale) : QString(); });
        if (m_rows.empty() || m_rows.back().id != QLatin1String(id))
            return;
        m_rows.back().unit = ComparisonRow::Unit::Count;
        for (size_t i = 0; i < m_plans.size(); ++i) {
            const ComparedPlan &each = m_plans[i];
            const std::optional<qint64> count =
                each.answer ? std::optional<qint64>(shown(each.answer->plan)) : said(each.plan);
            if (count)
                m_rows.back().cells[i].value = double(*count);
        }
    }

private:
    std::vector<ComparisonRow> &m_rows;
    const std::vector<ComparedPlan> &m_plans;
};

} // namespace

void addChoiceRows(std::vector<ComparisonRow> &rows, const std::vector<ComparedPlan> &plans, SizeUnit unit,
                   const QLocale &locale)
{
    ChoiceRows choices(rows, plans);
    choices.add(
        "model", Text::tr("Model"), [](const ResolvedPlan &plan) { return plan.model->displayName; }, saidModel);
    choices.add(
        "precision", Text::tr("Precision"),
        [](const ResolvedPlan &plan) { return plan.formats[size_t(kOwnFormat)].name; },
        [](const Plan &plan) { return plan.weights; });
    choices.add(
        "kvCacheFormat", Text::tr("KV cache format"),
        [](const ResolvedPlan &plan) { return cacheText(plan.kvKeysName, plan.kvValuesName); },
        [](const Plan &plan) { return cacheText(plan.kvKeys, plan.kvValues); });
    choices.add("engine", Text::tr("Engine"), engineText, [](const Plan &plan) {
        return QString(plan.engine + QLatin1Char(' ') + plan.engineVersion).trimmed();
    });
    choices.add(
        "engineOptions", Text::tr("Engine options"),
        [](const ResolvedPlan &plan) { return optionsText(plan.plan.engineOptions); },
        [](const Plan &plan) { return optionsText(plan.engineOptions); });
    choices.addCount(
        "contextLength", Text::tr("Context, tokens"),
        [](const ResolvedPlan &plan) { return plan.workload.contextLength; },
        [](const Plan &plan) { return plan.contextLength; }, locale);
    choices.addCount(
        "sequences", Text::tr("Users at once"), [](const ResolvedPlan &plan) { return plan.workload.sequences; },
        [](const Plan &plan) { return plan.sequences; }, locale);
    choices.add(
        "requests", Text::tr("Tokens of requests"),
        [&](const ResolvedPlan &plan) { return requestsText(plan.plan.requests, locale); },
        [&](const Plan &plan) { return requestsText(plan.requests, locale); });
    choices.add("gpus", Text::tr("GPUs"), gpuListText, saidGpus);
    choices.add(
        "parallel", Text::tr("Layout"),
        [](const ResolvedPlan &plan) { return plan.gpus.empty() ? QString() : layoutText(plan.layout.parallel); },
        [](const Plan &plan) { return plan.parallel ? layoutText(*plan.parallel) : QString(); });
    choices.add("beside", Text::tr("Beside it"), neighboursText, saidBeside);
    const auto reserve = [&](const Plan &plan) {
        return plan.reserve > Bytes() ? formatSize(plan.reserve, unit, locale) : QString();
    };
    choices.add(
        "reserve", Text::tr("Reserved on each GPU"), [&](const ResolvedPlan &plan) { return reserve(plan.plan); },
        reserve);
}

} // namespace plimsoll
