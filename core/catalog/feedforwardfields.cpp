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
    m_blocks.dense.gated = gated;
    m_blocks.dense.bias = in.flag(L1("mlp_bias"));
    m_blocks.dense.intermediateSize = in.integer(L1("intermediate_size"), 1, recordlimits::intermediate);
    m_blocks.widths = in.integers(L1("per_layer_intermediate"), 0, recordlimits::intermediate);
    m_blocks.doubleWideFrom = in.integer(L1("double_wide_from"), 0, recordlimits::layers, -1);
    if (!m_blocks.widths.empty() && qsizetype(m_blocks.widths.size()) != letters.size())
        in.fail(L1("per_layer_intermediate"), RecordReader::tr("has %1 values, but num_hidden_layers is %2.")
                                                  .arg(m_blocks.widths.size())
                                                  .arg(letters.size()));
    const bool needsDense = letters.contains(QLatin1Char('D')) || letters.contains(QLatin1Char('B'));
    if (needsDense && m_blocks.dense.intermediateSize == 0 && m_blocks.widths.empty())
        in.fail(L1("intermediate_size"), RecordReader::tr("is missing, but there are dense layers."));

    m_blocks.moe.gated = gated;
    readExperts(in);
    const bool needsExperts = letters.contains(QLatin1Char('E')) || letters.contains(QLatin1Char('B'));
    if (needsExperts
        && (m_blocks.moe.experts == 0 || m_blocks.moe.expertsPerToken == 0 || m_blocks.moe.intermediateSize == 0))
        in.fail(m_blocks.moe.experts == 0           ? L1("num_experts")
                : m_blocks.moe.expertsPerToken == 0 ? L1("num_experts_per_tok")
                                                    : L1("moe_intermediate_size"),
                RecordReader::tr("is missing, but there are layers of experts."));
    if (m_blocks.moe.expertsPerToken > m_blocks.moe.experts)
        in.fail(L1("num_experts_per_tok"), RecordReader::tr("is %1, but there are only %2 experts.")
                                               .arg(m_blocks.moe.expertsPerToken)
                                               .arg(m_blocks.moe.experts));
    if (m_blocks.moe.latentSize > model.hiddenSize)
        in.fail(L1("moe_latent_size"), RecordReader::tr("is wider than hidden_size."));
}

void FeedForwardFields::readExperts(RecordReader &in)
{
    m_blocks.moe.experts = qint32(in.integer(L1("num_experts"), 1, recordlimits::experts));
    m_blocks.moe.expertsPerToken = qint32(in.integer(L1("num_experts_per_tok"), 1, recordlimits::experts));
    m_blocks.moe.intermediateSize = in.integer(L1("moe_intermediate_size"), 1, recordlimits::intermediate);
    m_blocks.moe.routerBias = in.flag(L1("router_bias"));
    m_blocks.moe.expertBias = in.flag(L1("expert_bias"));
    const qint64 shared = in.integer(L1("num_shared_experts"), 0, 64);
    m_blocks.moe.sharedIntermediate = in.integer(L1("shared_expert_intermediate_size"), 0, recordlimits::intermediate);
    if (m_blocks.moe.sharedIntermediate == 0)
        m_blocks.moe.sharedIntermediate = shared * m_blocks.moe.intermediateSize;
    m_blocks.moe.sharedGate = in.flag(L1("shared_expert_gate"));
    m_blocks.moe.latentSize = in.integer(L1("moe_latent_size"), 0, recordlimits::hidden);
    m_blocks.moe.latentNorm = in.flag(L1("moe_latent_norm"));
    m_blocks.extraWithExperts = in.integer(L1("moe_parallel_extra_per_layer"), 0, recordlimits::extra);
}

} // namespace plimsoll
