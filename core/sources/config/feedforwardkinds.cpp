// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/feedforwardkinds.h"

#include "core/catalog/modellayers.h"
#include "core/sources/config/layerkinds.h"

namespace plimsoll {
namespace {

constexpr qsizetype kLongestList = recordlimits::layers + 64;

bool checkLength(const ConfigKeys &in, ConfigKeys::Names names, qsizetype found, qint64 layers)
{
    if (found >= layers)
        return true;
    in.failLength(names, qint64(found), layers);
    return false;
}

/// "dense" and "sparse" for each layer.
QByteArray fromNames(const ConfigKeys &in, qint64 layers)
{
    const QStringList names = in.texts({"mlp_layer_types"}, kLongestList);
    if (!checkLength(in, {"mlp_layer_types"}, names.size(), layers))
        return {};
    QByteArray letters;
    for (qint64 i = 0; i < layers; ++i) {
        const QString &name = names.at(i);
        const bool isSparse = name == QLatin1String("sparse") || name == QLatin1String("moe");
        if (!isSparse && name != QLatin1String("dense") && name != QLatin1String("beside")) {
            in.fail({"mlp_layer_types"},
                    ConfigKeys::tr("has \"%1\"; expected \"dense\" or \"sparse\".").arg(name.left(40)));
            return {};
        }
        letters += isSparse ? 'E' : name == QLatin1String("dense") ? 'D' : 'B';
    }
    return letters;
}

QByteArray fromFlags(const ConfigKeys &in, qint64 layers)
{
    QByteArray letters;
    for (const qint64 number : in.integers({"moe_layer_freq"}, 0, 1, kLongestList))
        letters += number == 0 ? 'D' : 'E';
    if (!checkLength(in, {"moe_layer_freq"}, letters.size(), layers))
        return {};
    letters.truncate(layers);
    return letters;
}

class ExpertLayers
{
public:
    ExpertLayers(const ConfigKeys &in, const Dialect &dialect, qint64 layers)
        : m_rule(dialect.experts)
    {
        using namespace recordlimits;
        const qint64 unlimited = recordlimits::layers;
        m_first = in.integer({"first_k_dense_replace", "num_dense_layers", "moe_layer_num_skipped"}, 0, unlimited);
        m_dense = in.integers({"mlp_only_layers"}, 0, unlimited, kLongestList);
        switch (m_rule) {
        case ExpertRule::All:
        case ExpertRule::Beside:
            m_period = in.integer({"moe_layer_freq", "moe_layer_frequency"}, 1, unlimited, 1);
            break;
        case ExpertRule::Step:
            m_period = in.integer({"decoder_sparse_step"}, 1, unlimited, 1);
            m_offset = m_period - 1;
            break;
        case ExpertRule::Interleave:
            m_period = in.integer({"interleave_moe_layer_step"}, 1, unlimited, 1);
            m_offset = m_period - 1;
            break;
        case ExpertRule::Range:
            m_first = in.integer({"moe_layer_start_index"}, 0, unlimited);
            m_last = in.integer({"moe_layer_end_index"}, -1, unlimited, -1);
            m_period = in.integer({"moe_layer_interval"}, 1, unlimited, 1);
            m_offset = m_period - 1;
            break;
        case ExpertRule::Period:
            m_period = in.integer({"expert_layer_period"}, 1, unlimited, 2);
            m_offset = in.integer({"expert_layer_offset"}, 0, unlimited, 1);
            break;
        }
        if (m_last < 0)
            m_last = layers - 1;
    }

    bool contains(qint64 layer) const
    {
        const bool isDense = std::find(m_dense.begin(), m_dense.end(), layer) != m_dense.end();
        return layer >= m_first && layer <= m_last && layer % m_period == m_offset && !isDense;
    }

private:
    ExpertRule m_rule;
    qint64 m_first = 0, m_last = -1, m_period = 1, m_offset = 0;
    std::vector<qint64> m_dense;
};

} // namespace

QByteArray feedForwardKinds(const ConfigKeys &in, const Dialect &dialect, const QByteArray &mixers)
{
    const qint64 layers = mixers.size();
    const bool bareMamba = dialect.layers == LayerRule::Mamba && dialect.norms == 1;
    if (bareMamba)
        return QByteArray(layers, '-');
    if (expertCount(in) == 0)
        return QByteArray(layers, 'D');
    if (in.isList({"mlp_layer_types"}))
        return fromNames(in, layers);
    if (in.isList({"moe_layer_freq"}))
        return fromFlags(in, layers);
    if (in.isList({"moe_layers"})) {
        QByteArray letters(layers, 'D');
        for (const qint64 layer : in.integers({"moe_layers"}, 0, recordlimits::layers, kLongestList)) {
            if (layer < layers)
                letters[layer] = 'E';
        }
        return letters;
    }
    const ExpertLayers experts(in, dialect, layers);
    const bool beside = dialect.experts == ExpertRule::Beside || in.flag({"experts_beside_dense"});
    QByteArray letters;
    for (qint64 i = 0; i < layers; ++i)
        letters += !experts.contains(i) ? 'D' : beside ? 'B' : 'E';
    return letters;
}

} // namespace plimsoll
