// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/feedforwardfields.h"

#include "core/catalog/modellayers.h"

namespace plimsoll {

using L1 = QLatin1String;

FeedForwardFields::FeedForwardFields(RecordReader &in, const ModelArchitecture &model, const QString &letters)
{
    const bool gated =
        in.choice(L1("mlp_type"), {QStringLiteral("gated"), QStringLiteral("plain")}, QStringLiteral("gated"))
        == L1("gated");
    m_dense.gated = gated;
    m_dense.bias = in.flag(L1("mlp_bias"));
    m_dense.intermediateSize = in.integer(L1("intermediate_size"), 1, recordlimits::intermediate);
    m_perLayer = in.integers(L1("per_layer_intermediate"), 0, recordlimits::intermediate);
    m_doubleWideFrom = in.integer(L1("double_wide_from"), 0, recordlimits::layers, -1);
    if (!m_perLayer.empty() && qsizetype(m_perLayer.size()) != letters.size())
        in.fail(
            L1("per_layer_intermediate"),
            RecordReader::tr("has %1 values, but num_hidden_layers is %2.").arg(m_perLayer.size()).arg(letters.size()));
    const bool needsDense = letters.contains(QLatin1Char('D')) || letters.contains(QLatin1Char('B'));
    if (needsDense && m_dense.intermediateSize == 0 && m_perLayer.empty())
        in.fail(L1("intermediate_size"), RecordReader::tr("is missing, but there are dense layers."));

    m_moe.gated = gated;
    readExperts(in);
    const bool needsExperts = letters.contains(QLatin1Char('E')) || letters.contains(QLatin1Char('B'));
    if (needsExperts && (m_moe.experts == 0 || m_moe.expertsPerToken == 0 || m_moe.intermediateSize == 0))
        in.fail(m_moe.experts == 0           ? L1("num_experts")
                : m_moe.expertsPerToken == 0 ? L1("num_experts_per_tok")
                                             : L1("moe_intermediate_size"),
                RecordReader::tr("is missing, but there are layers of experts."));
    if (m_moe.expertsPerToken > m_moe.experts)
        in.fail(
            L1("num_experts_per_tok"),
            RecordReader::tr("is %1, but there are only %2 experts.").arg(m_moe.expertsPerToken).arg(m_moe.experts));
    if (m_moe.latentSize > model.hiddenSize)
        in.fail(L1("moe_latent_size"), RecordReader::tr("is wider than hidden_size."));
}

void FeedForwardFields::readExperts(RecordReader &in)
{
    m_moe.experts = qint32(in.integer(L1("num_experts"), 1, recordlimits::experts));
    m_moe.expertsPerToken = qint32(in.integer(L1("num_experts_per_tok"), 1, recordlimits::experts));
    m_moe.intermediateSize = in.integer(L1("moe_intermediate_size"), 1, recordlimits::intermediate);
    m_moe.routerBias = in.flag(L1("router_bias"));
    m_moe.expertBias = in.flag(L1("expert_bias"));
    const qint64 shared = in.integer(L1("num_shared_experts"), 0, 64);
    m_moe.sharedIntermediate = in.integer(L1("shared_expert_intermediate_size"), 0, recordlimits::intermediate);
    if (m_moe.sharedIntermediate == 0)
        m_moe.sharedIntermediate = shared * m_moe.intermediateSize;
    m_moe.sharedGate = in.flag(L1("shared_expert_gate"));
    m_moe.latentSize = in.integer(L1("moe_latent_size"), 0, recordlimits::hidden);
    m_moe.latentNorm = in.flag(L1("moe_latent_norm"));
    m_parallelExtra = in.integer(L1("moe_parallel_extra_per_layer"), 0, recordlimits::extra);
}

std::optional<DenseFeedForward> FeedForwardFields::dense(char letter, int layer) const
{
    if (letter != 'D' && letter != 'B')
        return std::nullopt;
    DenseFeedForward block = m_dense;
    if (!m_perLayer.empty())
        block.intermediateSize = m_perLayer[size_t(layer)];
    if (m_doubleWideFrom >= 0 && layer >= m_doubleWideFrom)
        block.intermediateSize *= 2;
    if (block.intermediateSize == 0)
        return std::nullopt;
    return block;
}

std::optional<MoeFeedForward> FeedForwardFields::moe(char letter) const
{
    if (letter != 'E' && letter != 'B')
        return std::nullopt;
    MoeFeedForward block = m_moe;
    if (letter == 'B')
        block.extraParameters = m_parallelExtra;
    return block;
}

} // namespace plimsoll
