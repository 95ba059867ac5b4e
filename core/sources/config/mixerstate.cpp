// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modellayers.h"
#include "core/sources/config/mixerreader.h"

// Recurrent mixers: Mamba 1 and 2, linear attention.

namespace plimsoll {
namespace {

using namespace recordlimits;

/// A whole number, or "auto" for one that follows from others.
qint32 numberOrAuto(const ConfigKeys &in, ConfigKeys::Names names, qint64 high, qint64 automatic)
{
    if (in.isText(names)) {
        if (in.text(names) != QLatin1String("auto"))
            in.fail(names, ConfigKeys::tr("is no number and not \"auto\"."));
        return qint32(std::clamp<qint64>(automatic, 1, high));
    }
    return qint32(in.integer(names, 1, high, std::clamp<qint64>(automatic, 1, high)));
}

} // namespace

void MixerReader::readMamba(const ConfigKeys &in)
{
    const bool attends = hasAny("FSCXP");
    const qint64 state = in.required({"mamba_d_state", "ssm_state_size", "state_size", "d_state"}, 1, 65536);
    const qint64 kernel = in.required({"mamba_d_conv", "conv_kernel", "d_conv"}, 1, 1024);
    const double expand = in.number({"mamba_expand", "expand"}, 0.25, 64, 2);
    const qint64 inner =
        in.integer({"mamba_d_ssm", "mamba_d_inner", "d_inner"}, 1, intermediate, qint64(expand * double(m_hidden)));

    // In a pure Mamba 2, num_heads and head_dim are the state space's own.
    m_isMamba2 = in.has({"mamba_num_heads", "mamba_n_heads"}) || (!attends && in.has({"num_heads"}));
    if (!m_isMamba2) {
        m_mamba1.innerDim = qint32(std::clamp<qint64>(inner, 1, intermediate));
        m_mamba1.stateDim = qint32(state);
        m_mamba1.convKernel = qint32(kernel);
        m_mamba1.timeStepRank =
            numberOrAuto(in, {"mamba_dt_rank", "time_step_rank"}, recordlimits::hidden, (m_hidden + 15) / 16);
        m_mamba1.innerNorms = attends; // Jamba's; Falcon Mamba normalises without weights
        return;
    }
    m_mamba2.heads = qint32(attends ? in.required({"mamba_num_heads", "mamba_n_heads"}, 1, heads)
                                    : in.required({"mamba_num_heads", "mamba_n_heads", "num_heads"}, 1, heads));
    const qint64 each = inner / std::max(m_mamba2.heads, 1);
    m_mamba2.headDim = attends ? numberOrAuto(in, {"mamba_head_dim", "mamba_d_head"}, headDim, each)
                               : numberOrAuto(in, {"mamba_head_dim", "mamba_d_head", "head_dim"}, headDim, each);
    m_mamba2.groups = qint32(in.required({"mamba_n_groups", "n_groups", "ngroups"}, 1, heads));
    m_mamba2.stateDim = qint32(state);
    m_mamba2.convKernel = qint32(kernel);
    m_mamba2.gatedNorm = in.flag({"mamba_rms_norm"}, true);
    m_mamba2.convBias = in.flag({"mamba_conv_bias", "use_conv_bias"}, true);
    m_mamba2.projectionBias = in.flag({"mamba_proj_bias", "use_bias"});
}

void MixerReader::readLinear(const ConfigKeys &in)
{
    if (!in.has({"linear_num_value_heads"})) {
        m_linear.kind = LinearAttentionKind::Lightning;
        if (!m_isLatent && m_full.heads == 0)
            readHeads(in);
        m_linear.keyHeads = m_linear.valueHeads = m_full.heads;
        m_linear.keyHeadDim = m_linear.valueHeadDim = m_full.headDim;
        return;
    }
    m_linear.kind =
        in.has({"linear_attn_config"}) ? LinearAttentionKind::KimiDelta : LinearAttentionKind::GatedDeltaNet;
    m_linear.keyHeads = qint32(in.required({"linear_num_key_heads"}, 1, heads));
    m_linear.valueHeads = qint32(in.required({"linear_num_value_heads"}, 1, heads));
    m_linear.keyHeadDim = qint32(in.required({"linear_key_head_dim"}, 1, headDim));
    m_linear.valueHeadDim = qint32(in.required({"linear_value_head_dim"}, 1, headDim));
    m_linear.convKernel = qint32(in.required({"linear_conv_kernel_dim"}, 1, 1024));
    m_linear.fullRankGate = in.flag({"linear_full_rank_gate"});
}

} // namespace plimsoll
