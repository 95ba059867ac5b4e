// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/parallellayout.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <vector>

namespace plimsoll::torch {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ParallelLayout)
};

QString whyHeads(qint32 heads, qint32 kvHeads, qint32 tensor)
{
    if (heads % tensor != 0)
        return Text::tr("%n attention heads cannot be divided over tensor parallel %1", nullptr, heads).arg(tensor);
    if (kvHeads > 0 && kvHeads % tensor != 0 && tensor % kvHeads != 0)
        return Text::tr("%n KV heads can be neither divided nor copied evenly over tensor parallel %1", nullptr,
                        kvHeads)
            .arg(tensor);
    return {};
}

/// Why tensor parallelism of this size cannot divide a mixer; empty when it can.
QString whyMixer(const Mixer &mixer, qint32 tensor)
{
    const auto divisible = [tensor](qint32 count, const QString &reason) {
        return count % tensor == 0 ? QString() : reason.arg(tensor);
    };
    return std::visit(
        Overloaded{[&](const GroupedAttention &a) { return whyHeads(a.heads, a.kvHeads, tensor); },
                   [&](const LatentAttention &a) { return whyHeads(a.heads, 0, tensor); },
                   [&](const CompressedAttention &a) { return whyHeads(a.heads, 0, tensor); },
                   [&](const CrossAttention &a) { return whyHeads(a.attention.heads, a.attention.kvHeads, tensor); },
                   [&](const ParallelHybrid &p) {
                       const QString attention = whyHeads(p.attention.heads, p.attention.kvHeads, tensor);
                       return attention.isEmpty() ? divisible(
                                  p.mamba.heads, Text::tr("%n state heads cannot be divided over tensor parallel %1",
                                                          nullptr, p.mamba.heads))
                                                  : attention;
                   },
                   [&](const Mamba1 &m) {
                       return divisible(m.innerDim,
                                        Text::tr("%n state channels cannot be divided over tensor parallel %1", nullptr,
                                                 m.innerDim));
                   },
                   [&](const Mamba2 &m) {
                       return divisible(m.heads, Text::tr("%n state heads cannot be divided over tensor parallel %1",
                                                          nullptr, m.heads));
                   },
                   [&](const LinearAttention &l) {
                       return divisible(std::min(l.keyHeads, l.valueHeads),
                                        Text::tr("%n linear attention heads cannot be divided over tensor parallel %1",
                                                 nullptr, std::min(l.keyHeads, l.valueHeads)));
                   },
                   [](const ShortConvolution &) { return QString(); }, [](const NoMixer &) { return QString(); }},
        mixer);
}

QString whyWidths(const ModelArchitecture &model, const Division &division)
{
    for (const LayerGroup &group : model.groups) {
        if (const QString why = whyMixer(group.mixer, division.attention); !why.isEmpty())
            return why;
        if (group.dense && group.dense->intermediateSize % division.tensor != 0)
            return Text::tr("the feed-forward width of %1 cannot be divided over tensor parallel %2")
                .arg(group.dense->intermediateSize)
                .arg(division.tensor);
        if (group.moe && group.moe->intermediateSize % division.expertTensor != 0)
            return Text::tr("the expert width of %1 cannot be divided over %2 ranks")
                .arg(group.moe->intermediateSize)
                .arg(division.expertTensor);
    }
    return {};
}

qint32 fewestExperts(const ModelArchitecture &model)
{
    qint32 fewest = std::numeric_limits<qint32>::max();
    for (const LayerGroup &group : model.groups) {
        if (group.moe && group.moe->experts > 0)
            fewest = std::min(fewest, group.moe->experts);
    }
    return fewest;
}

/// Why experts cannot be spread like that.
QString whyExperts(const ModelArchitecture &model, const Parallel &parallel, const QString &engineName,
                   ExpertSpread spread)
{
    if (parallel.expert == 1)
        return {};
    if (!model.hasExperts())
        return Text::tr("this model has no experts to divide");
    const qint32 all = parallel.tensor * parallel.data;
    const bool isOverAll = spread != ExpertSpread::WithinTensor && parallel.expert == all;
    if (spread == ExpertSpread::AllRanks && !isOverAll)
        return Text::tr("%1 spreads experts over all tensor x data parallel ranks: expert parallel is 1 or %2")
            .arg(engineName)
            .arg(all);
    if (!isOverAll && parallel.tensor % parallel.expert != 0)
        return Text::tr("%1 spreads experts within the tensor parallel ranks: expert parallel divides %2")
            .arg(engineName)
            .arg(parallel.tensor);
    const qint32 experts = fewestExperts(model);
    if (parallel.expert > experts)
        return Text::tr("%n experts cannot be spread over %1 ranks", nullptr, experts).arg(parallel.expert);
    // FusedMoE of SGLang asserts it; vLLM gives the first ranks one more (determine_expert_map).
    if (spread != ExpertSpread::AllRanks && experts % parallel.expert != 0)
        return Text::tr("%n experts cannot be divided evenly over expert parallel %1", nullptr, experts)
            .arg(parallel.expert);
    return {};
}

QString whyNot(const ModelArchitecture &model, const Parallel &parallel, const QString &engineName, ExpertSpread spread)
{
    QString why = whyExperts(model, parallel, engineName, spread);
    if (why.isEmpty())
        why = whyWidths(model, divisionOf(parallel, spread));
    if (why.isEmpty() && parallel.pipeline > model.layers())
        why =
            Text::tr("%n layers cannot be cut into %1 pipeline stages", nullptr, model.layers()).arg(parallel.pipeline);
    return why;
}

/// The expert parallel sizes to try for a layout, the wanted one or the next smaller first.
std::vector<qint32> expertChoices(const Parallel &parallel, qint32 wanted, ExpertSpread spread)
{
    std::vector<qint32> choices;
    const bool isOverAll = spread == ExpertSpread::AllRanks ? wanted > 1 : wanted > parallel.tensor;
    if (spread != ExpertSpread::WithinTensor && isOverAll)
        choices.push_back(parallel.tensor * parallel.data);
    for (qint32 expert = std::min(wanted, parallel.tensor); spread != ExpertSpread::AllRanks && expert > 1; --expert) {
        if (parallel.tensor % expert == 0)
            choices.push_back(expert);
    }
    choices.push_back(1);
    return choices;
}

} // namespace

Stage stageOf(qint32 layers, qint32 pipeline, qint32 index, bool restOnLastStage)
{
    const qint32 share = layers / pipeline;
    const qint32 rest = layers % pipeline;
    Stage stage;
    stage.index = index;
    stage.first = index == 0;
    stage.last = stage.samples = index == pipeline - 1;
    for (qint32 i = 0; i <= index; ++i) {
        // The rest goes to the stages pipeline - 2, pipeline - 3, ...: the last holds the head already.
        const bool oneMore = i <= pipeline - 2 && i > pipeline - 2 - rest;
        stage.begin = stage.end;
        stage.end += share + (oneMore && !restOnLastStage ? 1 : 0);
    }
    if (stage.last)
        stage.end = layers;
    return stage;
}

Division divisionOf(const Parallel &parallel, ExpertSpread spread, qint32 attentionReplicas)
{
    Division division;
    division.tensor = parallel.tensor;
    division.attention = std::max(1, parallel.tensor / std::max(1, attentionReplicas));
    division.expert = parallel.expert;
    const qint32 sharing = spread == ExpertSpread::AllRanks ? parallel.tensor * parallel.data : parallel.tensor;
    division.expertTensor = std::max(1, sharing / parallel.expert);
    return division;
}

QString whyIllegal(const ModelArchitecture &model, const Parallel &parallel, Parallel *nearest,
                   const QString &engineName, ExpertSpread spread)
{
    const QString why = whyNot(model, parallel, engineName, spread);
    if (why.isEmpty() || !nearest)
        return why;

    const qint64 ranks = qint64(parallel.tensor) * parallel.pipeline;
    const qint32 experts = model.hasExperts() ? parallel.expert : 1;
    for (qint64 tensor = parallel.tensor; tensor >= 1; --tensor) {
        if (ranks % tensor != 0)
            continue;
        Parallel candidate{qint32(tensor), qint32(ranks / tensor), parallel.data, 1};
        for (const qint32 expert : expertChoices(candidate, experts, spread)) {
            candidate.expert = expert;
            if (whyNot(model, candidate, engineName, spread).isEmpty()) {
                *nearest = candidate;
                return why;
            }
        }
    }
    *nearest = {1, 1, qint32(ranks * parallel.data), 1}; // more ranks than layers: replicas take the rest
    return why;
}

} // namespace plimsoll::torch
