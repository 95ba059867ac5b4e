// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/layouts.h"

#include "core/calibration/calibratedplan.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <numeric>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Layouts)
};

/// GPUs that one computer has at most; layers are not split over computers.
constexpr qint32 kMostLayerSplits = 16;

Error illegal(const QString &why, const Parallel &nearest)
{
    QString layout =
        Text::tr("tensor %1, pipeline %2, data %3").arg(nearest.tensor).arg(nearest.pipeline).arg(nearest.data);
    if (nearest.expert > 1)
        layout += Text::tr(", expert %1").arg(nearest.expert);
    return {QStringLiteral("illegal-layout"), QStringLiteral("parallel"),
            Text::tr("parallel: %1; the nearest legal layout is %2").arg(why, layout), ErrorKind::Typed};
}

qint32 smallestNode(const std::vector<Gpu> &gpus)
{
    qint32 node = std::numeric_limits<qint32>::max();
    for (const Gpu &gpu : gpus)
        node = std::min(node, std::max(1, gpu.maxPerNode));
    return node;
}

/// The most tensor parallel ranks of which every group has GPUs of one kind: ranks are numbered in the plan's order.
qint32 widestOfOneKind(const Plan &plan, const std::vector<Gpu> &gpus)
{
    qint64 widest = 0, end = 0;
    for (size_t i = 0; i < gpus.size(); ++i) {
        end += plan.gpus[i].count;
        if (i + 1 == gpus.size() || gpus[i].id != gpus[i + 1].id)
            widest = std::gcd(widest, end);
    }
    return qint32(widest);
}

/// The layout with tensor parallel groups of at most `widest` ranks, and of a divisor of `dividing`, the rest as
/// pipeline stages.
Parallel narrowed(const Parallel &parallel, qint32 widest, qint32 dividing, const EngineRules &engine,
                  const ModelArchitecture &model)
{
    Parallel narrow = parallel;
    for (qint32 tensor = widest; tensor >= 1; --tensor) {
        if (parallel.tensor % tensor != 0 || dividing % tensor != 0)
            continue;
        narrow.tensor = tensor;
        narrow.pipeline = parallel.pipeline * (parallel.tensor / tensor);
        Parallel legal;
        if (engine.whyIllegal(model, narrow, &legal).isEmpty())
            break;
        if (legal.tensor == tensor) // only its experts are not
            return legal;
    }
    return narrow;
}

} // namespace

Result<Parallel> checkedLayout(const Plan &plan, const EngineRules &engine, const QJsonObject &options,
                               const ModelArchitecture &model, const std::vector<Gpu> &gpus)
{
    const qint64 count = plan.gpuCount();
    const bool byLayers = engine.splitsLayers();
    const qint32 tensorDefault = byLayers ? 1 : qint32(std::max<qint64>(1, count));
    const Parallel parallel = plan.parallel.value_or(Parallel{tensorDefault, 1, 1, 1});
    const qint64 ranks = qint64(parallel.tensor) * parallel.pipeline * parallel.data;
    if (parallel.tensor < 1 || parallel.pipeline < 1 || parallel.data < 1 || parallel.expert < 1) {
        return Error{QStringLiteral("illegal-layout"), QStringLiteral("parallel"),
                     Text::tr("parallel: every size must be 1 or more"), ErrorKind::Typed};
    }
    if (!byLayers && ranks != std::max<qint64>(1, count)) {
        const QString text =
            count == 0 ? Text::tr(
                "parallel: %n rank(s) need as many GPUs, but the plan has none; add GPUs or leave the layout out",
                nullptr, int(std::min<qint64>(ranks, 1'000'000)))
                       : Text::tr("parallel: tensor %1 × pipeline %2 × data %3 is %4 ranks, but the plan has %5 GPUs; "
                                  "make them equal")
                             .arg(parallel.tensor)
                             .arg(parallel.pipeline)
                             .arg(parallel.data)
                             .arg(ranks)
                             .arg(count);
        return Error{QStringLiteral("illegal-layout"), QStringLiteral("parallel"), text, ErrorKind::Typed};
    }
    if (engine.dividesFreely())
        return parallel;

    Parallel nearest;
    if (const QString why = engine.whyIllegal(model, parallel, &nearest); !why.isEmpty())
        return illegal(why, nearest);
    const qint32 node = gpus.empty() ? parallel.tensor : smallestNode(gpus);
    if (parallel.tensor > node && !engine.tensorAcrossNodes()) {
        return illegal(
            Text::tr("tensor parallel %1 goes beyond a node of %n GPU(s)", nullptr, node).arg(parallel.tensor),
            narrowed(parallel, node, parallel.tensor, engine, model));
    }
    // Several nodes have one kind each; within one node kinds may be mixed.
    const qint32 oneKind = widestOfOneKind(plan, gpus);
    if (count > node && oneKind % parallel.tensor != 0 && !engine.tensorAcrossNodes()) {
        return illegal(Text::tr("tensor parallel %1 joins GPUs of two kinds, which several nodes do not have together")
                           .arg(parallel.tensor),
                       narrowed(parallel, std::min(node, oneKind), oneKind, engine, model));
    }
    if (count == 0) // any number of ranks may follow
        return parallel;
    if (const EngineRules::OptionClash clash = engine.optionClash(parallel, options); !clash.why.isEmpty()) {
        const QString field = QLatin1String("engine.options.") + clash.key;
        return Error{QStringLiteral("illegal-layout"), field, field + QLatin1String(": ") + clash.why,
                     ErrorKind::Typed};
    }
    return parallel;
}

EngineInput engineInput(const ResolvedPlan &resolved, const std::array<Format, kFormatSlots> &formats,
                        const std::array<KvFormats, kFormatSlots> &kv)
{
    EngineInput input{*resolved.model,
                      formats,
                      kv,
                      resolved.plan.contextLength.value_or(0),
                      resolved.options,
                      resolved.engineVersion,
                      resolved.reserved(),
                      resolved.modelTensors.get(),
                      resolved.plan.weights == QLatin1String("native"),
                      resolved.plan.kvKeys,
                      resolved.plan.kvValues,
                      resolved.draft.get(),
                      nullptr,
                      resolved.calibration};
    input.data = resolved.engine->prepare(input);
    return input;
}

std::vector<LayoutLoad> candidateLayouts(const EngineRules &engine, const EngineInput &input, const Gpu &gpu,
                                         qint32 fewest)
{
    std::vector<LayoutLoad> candidates;
    const auto load = [&](const Parallel &parallel, size_t ranks) {
        const std::vector<const Gpu *> gpus(ranks, &gpu);
        const std::vector<qint32> indices(ranks, 0);
        candidates.push_back(engine.load(input, parallel, gpus, indices));
        calibrate(candidates.back(), engine, input, {&gpu, 1});
    };
    const auto add = [&](const Parallel &parallel) {
        const size_t ranks = size_t(parallel.tensor) * size_t(parallel.pipeline);
        if (ranks < size_t(std::max(1, fewest)) && !engine.dividesFreely())
            return;
        load(parallel, ranks);
    };
    const auto isLegal = [&](const Parallel &parallel) {
        return engine.whyIllegal(input.model, parallel, nullptr).isEmpty()
               && engine.optionClash(parallel, input.options).why.isEmpty();
    };
    if (isLegal({1, 1, 1, 1}))
        add({1, 1, 1, 1});
    if (engine.dividesFreely())
        return candidates;
    if (engine.splitsLayers()) {
        for (qint32 count = std::max(2, fewest); count <= kMostLayerSplits; ++count)
            load({1, 1, 1, 1}, size_t(count));
        return candidates;
    }
    const qint32 node = std::max(1, gpu.maxPerNode);
    qint32 widest = 1;
    for (qint32 tensor = 2; tensor <= std::min(node, 16); ++tensor) {
        if (isLegal({tensor, 1, 1, 1})) {
            add({tensor, 1, 1, 1});
            widest = tensor;
        }
    }
    if (candidates.empty() && engine.tensorAcrossNodes()) { // an option wants more ranks than a node has
        for (const qint32 nodes : {2, 3, 4, 6, 8, 12, 16}) {
            if (const Parallel parallel{nodes * node, 1, 1, 1}; isLegal(parallel))
                add(parallel);
        }
        return candidates;
    }
    if (node == 1)
        return candidates;
    for (const qint32 nodes : {2, 3, 4, 6, 8, 12, 16}) {
        if (const Parallel parallel{widest, nodes, 1, 1}; isLegal(parallel))
            add(parallel);
    }
    return candidates;
}

QString layoutText(const Parallel &parallel)
{
    QString text = Text::tr("TP %1 · PP %2").arg(parallel.tensor).arg(parallel.pipeline);
    if (parallel.data > 1)
        text += Text::tr(" · DP %1").arg(parallel.data);
    if (parallel.expert > 1)
        text += Text::tr(" · EP %1").arg(parallel.expert);
    return text;
}

} // namespace plimsoll
