// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/torch/rankweights.h"
#include "core/planning/resolvedplan.h"

#include <map>
#include <mutex>
#include <tuple>

namespace plimsoll::torch {

/// Weights of one rank in every format, and the encoders' part of them in the plan's own.
struct StageBytes {
    std::array<Bytes, kFormatSlots> weights{};
    Bytes encoders;
};

/// Remembers the weights of the stages of one set of formats, so that layouts on many kinds of GPU sum each up once.
/// What prepare() of an engine hands out; any thread may ask.
class StageWeights : public EngineData
{
public:
    /// `rules` may differ between GPUs in the padding of experts alone.
    StageBytes of(const ModelArchitecture &model, const std::array<Format, kFormatSlots> &formats,
                  const WeightRules &rules, const Division &division, const Stage &stage) const
    {
        const ExpertPadding &pad = rules.mxfp4;
        const Key key{division.tensor,  division.attention, division.expert, division.expertTensor,
                      stage.begin,      stage.end,          stage.first,     stage.last,
                      pad.intermediate, pad.hidden,         pad.packedInputs};
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.find(key);
        if (known != m_known.end())
            return known->second;
        StageBytes bytes;
        for (size_t f = 0; f < kFormatSlots; ++f) {
            const RankWeights weights(model, formats[f], rules, division);
            bytes.weights[f] = weights.stage(stage);
            if (f == kOwnFormat && stage.first)
                bytes.encoders = weights.encoders();
        }
        m_known.emplace(key, bytes);
        return bytes;
    }

private:
    using Key = std::tuple<qint32, qint32, qint32, qint32, qint32, qint32, bool, bool, qint64, qint64, qint64>;
    mutable std::mutex m_mutex;
    mutable std::map<Key, StageBytes> m_known;
};

} // namespace plimsoll::torch
