// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modellayers.h"

#include "core/catalog/feedforwardfields.h"
#include "core/catalog/layerpattern.h"
#include "core/catalog/mixerfields.h"

#include <algorithm>

namespace plimsoll {
namespace {

using L1 = QLatin1String;

QString defaultFfnTypes(RecordReader &in)
{
    if (!in.has(L1("num_experts")))
        return QStringLiteral("D");
    const qint64 dense = in.integer(L1("first_k_dense_replace"), 0, recordlimits::layers);
    return dense > 0 ? QStringLiteral("%1D+E").arg(dense) : QStringLiteral("E");
}

/// Counts that a record states beside the pattern; where they differ, one of the two is wrong.
void checkStatedCounts(RecordReader &in, const QString &mixers, const QString &ffns)
{
    const auto count = [](const QString &letters, const char *which) {
        return std::count_if(letters.begin(), letters.end(), [which](QChar c) { return L1(which).contains(c); });
    };
    const auto check = [&in](L1 key, qint64 found) {
        const qint64 stated = in.integer(key, 0, recordlimits::layers, found);
        if (stated != found)
            in.fail(key, RecordReader::tr("says %1, but the layer pattern has %2.").arg(stated).arg(found));
    };
    check(L1("moe_layers_count"), count(ffns, "EB"));
    check(L1("state_layers"), count(mixers, "MLPV"));
}

} // namespace

void readLayers(RecordReader &in, ModelArchitecture &model)
{
    const int layers = int(in.requiredInteger(L1("num_hidden_layers"), 1, recordlimits::layers));
    const QString mixers = layerPattern(in, L1("layer_types"), QStringLiteral("F"), layers, L1("FSCXMLPV-"));
    const QString ffns = layerPattern(in, L1("ffn_types"), defaultFfnTypes(in), layers, L1("DEB-"));
    if (!in.ok())
        return;
    checkStatedCounts(in, mixers, ffns);

    MixerFields mixerFields(in, model, mixers);
    FeedForwardFields ffnFields(in, model, ffns);
    const qint64 norms = in.integer(L1("norms_per_layer"), 0, 16, 2);
    const qint64 extra = in.integer(L1("extra_per_layer"), 0, recordlimits::extra);
    if (!in.ok())
        return;

    const bool skippedBlocksHaveNoNorm = ffnFields.variesByLayer();
    for (int i = 0; i < layers; ++i) {
        const char mixer = mixers.at(i).toLatin1();
        const char ffn = ffns.at(i).toLatin1();
        LayerGroup layer;
        layer.mixer = mixerFields.mixer(mixer, i);
        layer.dense = ffnFields.blocks().denseOf(ffn, i);
        layer.moe = ffnFields.blocks().moeOf(ffn);
        layer.norms = skippedBlocksHaveNoNorm ? (mixer != '-') + (ffn != '-') : qint32(norms);
        layer.extraParameters = extra + mixerFields.routingBias(mixer, i);
        model.appendLayer(std::move(layer));
    }
}

} // namespace plimsoll
