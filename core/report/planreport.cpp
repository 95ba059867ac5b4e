// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/planreport.h"

#include "core/figures/caption.h"
#include "core/planning/explain/calculation.h"
#include "core/planning/launch/launchcommand.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/sentences.h"
#include "core/planning/sharedplan.h"
#include "core/planning/speed/speedtext.h"
#include "core/report/plantables.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

using Kind = ReportBlock::Kind;

QString nameOf(const ReportedPlan &reported)
{
    return reported.plan.name.isEmpty() ? planTitle(reported.answer.plan) : reported.plan.name;
}

class Writer
{
public:
    Writer(const Catalog &catalog, SizeUnit unit)
        : m_catalog(catalog)
        , m_unit(unit)
    {
    }

    void writePlan(const ReportedPlan &reported, int level)
    {
        const auto &[resolved, estimate, comparison] = reported.answer;
        m_level = level;
        heading(0, nameOf(reported));
        writeVerdict(reported);
        heading(1, Text::tr("Inputs"));
        for (const QString &input : planInputs(resolved))
            put(Kind::Point, input);
        heading(1, Text::tr("Memory"));
        put(breakdownTable(resolved, estimate, m_unit));
        for (const ReportFigure &figure : reported.figures)
            put(figure);
        heading(1, Text::tr("Precisions"));
        put(precisionTable(resolved, estimate, comparison, m_unit));
        writeSpeed(resolved);
        writeLaunch(resolved);
        writeCalculation(calculation(resolved, estimate, comparison, m_unit));
        writeSources(resolved);
        heading(1, Text::tr("The plan"));
        put(Kind::Code, QString::fromUtf8(QJsonDocument(planToJson(reported.plan)).toJson(QJsonDocument::Indented)));
        put(Kind::Source, provenance(m_catalog));
    }

    void writeOverview(const std::vector<ReportedPlan> &plans)
    {
        m_level = 1;
        heading(0, reportTitle(plans));
        ReportTable table;
        table.head = {Text::tr("Plan"), Text::tr("In all"), Text::tr("Verdict")};
        table.numbers = {1};
        for (const ReportedPlan &each : plans) {
            const auto &[resolved, estimate, comparison] = each.answer;
            table.rows.push_back({nameOf(each), formatSize(estimate.total.total(), m_unit),
                                  verdictSentence(resolved, estimate, m_unit)});
        }
        put(std::move(table));
    }

    Report take() { return std::move(m_report); }

private:
    void put(Kind kind, const QString &text)
    {
        if (!text.isEmpty())
            m_report.push_back({kind, text, 0, {}, {}});
    }
    void put(ReportTable table) { m_report.push_back({Kind::Table, {}, 0, std::move(table), {}}); }
    void put(const ReportFigure &figure) { m_report.push_back({Kind::Figure, {}, 0, {}, figure}); }
    void heading(int below, const QString &text) { m_report.push_back({Kind::Heading, text, m_level + below, {}, {}}); }

    void writeVerdict(const ReportedPlan &reported)
    {
        const auto &[resolved, estimate, comparison] = reported.answer;
        if (!reported.plan.name.isEmpty())
            put(Kind::Text, planTitle(resolved));
        put(Kind::Strong, verdictSentence(resolved, estimate, m_unit));
        put(Kind::Text, joinedSentences({totalSentence(resolved, estimate, m_unit),
                                         nextStepSentence(resolved, estimate, comparison)}));
        for (const WarningText &warning : warningTexts(resolved, estimate))
            put(Kind::Point, Text::tr("Warning: %1").arg(warning.text));
    }

    void writeSpeed(const ResolvedPlan &resolved)
    {
        const QStringList lines = speedLines(resolved, speedOf(resolved)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        if (lines.isEmpty())
            return;
        heading(1, Text::tr("Speed"));
        for (const QString &line : lines)
            put(Kind::Text, line);
    }

    void writeLaunch(const ResolvedPlan &resolved)
    {
        heading(1, Text::tr("The command that starts it"));
        const Result<LaunchCommand> command = launchCommand(resolved);
        if (command)
            put(Kind::Code, launchScript(*command));
        else
            put(Kind::Text, command.error().text);
    }

    void writeCalculation(const Calculation &calculation)
    {
        using Block = CalculationBlock::Kind;
        heading(1, Text::tr("The calculation"));
        ReportTable steps;
        steps.head = {Text::tr("Step"), Text::tr("Change"), Text::tr("In all")};
        steps.numbers = {1, 2};
        for (const CalculationBlock &block : calculation) {
            if (block.kind == Block::Step) {
                steps.rows.push_back({block.text, block.size, block.total});
                continue;
            }
            if (!steps.rows.empty()) {
                put(steps);
                steps.rows.clear();
            }
            write(block);
        }
    }

    void write(const CalculationBlock &block)
    {
        using Block = CalculationBlock::Kind;
        switch (block.kind) {
        case Block::Title: // stands above already
        case Block::Step:
            return;
        case Block::Heading:
            return heading(2, block.text);
        case Block::Item:
            return heading(3, block.size.isEmpty() ? block.text : Text::tr("%1: %2").arg(block.text, block.size));
        case Block::Formula:
            return put(Kind::Formula, block.text);
        case Block::Line:
            return put(Kind::Text, block.text);
        case Block::Strong:
            return put(Kind::Strong, block.text);
        case Block::Point:
            return put(Kind::Point, block.text);
        case Block::Source:
            return put(Kind::Source, Text::tr("Source: %1").arg(block.text));
        }
    }

    /// Those of the catalog; what a number of the calculation rests on stands beside it.
    void writeSources(const ResolvedPlan &resolved)
    {
        QStringList sources;
        const auto add = [&](const QString &what, const QString &source) {
            if (!source.isEmpty())
                sources << Text::tr("%1: %2").arg(what, source);
        };
        add(resolved.model->displayName, resolved.model->source);
        for (const Gpu &gpu : resolved.gpus) {
            add(gpu.name, gpu.usableBasis);
            for (const QString &source : gpu.sources)
                add(gpu.name, source);
        }
        sources.removeDuplicates();
        if (sources.isEmpty())
            return;
        heading(1, Text::tr("Sources of the data"));
        for (const QString &source : std::as_const(sources))
            put(Kind::Point, source);
    }

    const Catalog &m_catalog;
    SizeUnit m_unit;
    int m_level = 1;
    Report m_report;
};

} // namespace

ReportedPlan reportedPlan(const Plan &plan, const PlanAnswer &answer, const QString &folder)
{
    return {sharedPlan(plan, folder), sharedAnswer(answer, folder), {}, plan.pins};
}

QString reportTitle(const std::vector<ReportedPlan> &plans)
{
    return plans.size() == 1 ? nameOf(plans.front()) : Text::tr("Report on %n plan(s)", nullptr, int(plans.size()));
}

Report planReport(const std::vector<ReportedPlan> &plans, const Catalog &catalog, SizeUnit unit)
{
    Writer writer(catalog, unit);
    if (plans.size() > 1)
        writer.writeOverview(plans);
    for (const ReportedPlan &each : plans)
        writer.writePlan(each, plans.size() > 1 ? 2 : 1);
    return writer.take();
}

} // namespace plimsoll
