// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/parallellayout.h"

#include <QCoreApplication>

#include <algorithm>

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

QString whyTensor(const ModelArchitecture &model, qint32 tensor, qint32 expert)
{
    for (const LayerGroup &group : model.groups) {
        if (const QString why = whyMixer(group.mixer, tensor); !why.isEmpty())
            return why;
        if (group.dense && group.dense->intermediateSize % tensor != 0)
            return Text::tr("the feed-forward width of %1 cannot be divided over tensor parallel %2")
                .arg(group.dense->intermediateSize)
                .arg(tensor);
        if (group.moe && expert <= 1 && group.moe->intermediateSize % tensor != 0)
            return Text::tr("the expert width of %1 cannot be divided over tensor parallel %2")
                .arg(group.moe->intermediateSize)
                .arg(tensor);
    }
    return {};
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

QString whyIllegal(const ModelArchitecture &model, const Parallel &parallel, Parallel *nearest,
                   const QString &engineName)
{
    QString why = whyTensor(model, parallel.tensor, parallel.expert);
    if (why.isEmpty() && parallel.pipeline > model.layers())
        why =
            Text::tr("%n layers cannot be cut into %1 pipeline stages", nullptr, model.layers()).arg(parallel.pipeline);
    if (why.isEmpty() && parallel.expert != 1) {
        if (!model.hasExperts())
            why = Text::tr("this model has no experts to divide");
        else if (parallel.expert != parallel.tensor * parallel.data)
            why = Text::tr("%1 spreads experts over all tensor x data parallel ranks: expert parallel is 1 or %2")
                      .arg(engineName)
                      .arg(parallel.tensor * parallel.data);
    }
    if (why.isEmpty() || !nearest)
        return why;

    const qint64 ranks = qint64(parallel.tensor) * parallel.pipeline;
    *nearest = {1, 1, parallel.data, 1};
    for (qint64 tensor = std::min<qint64>(parallel.tensor, ranks); tensor >= 1; --tensor) {
        if (ranks % tensor == 0 && ranks / tensor <= model.layers() && whyTensor(model, qint32(tensor), 1).isEmpty()) {
            nearest->tensor = qint32(tensor);
            nearest->pipeline = qint32(ranks / tensor);
            break;
        }
    }
    if (qint64(nearest->tensor) * nearest->pipeline != ranks) { // more ranks than layers: replicas take the rest
        nearest->tensor = nearest->pipeline = 1;
        nearest->data = qint32(ranks * parallel.data);
    }
    return why;
}

} // namespace plimsoll::torch
