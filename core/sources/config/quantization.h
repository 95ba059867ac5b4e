// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/config/configkeys.h"
#include "core/sources/config/modulerules.h"
#include "core/sources/config/weightscheme.h"

namespace plimsoll {

/// What `quantization_config` (or hf_quant_config.json) says of a checkpoint's weights.
struct Quantization {
    std::vector<WeightScheme> schemes;
    ModuleRules keeps;   ///< modules left as they were
    ModuleRules assigns; ///< modules with a scheme of their own, an index into `schemes`
    int linear = -1;     ///< the scheme of all other linear layers; -1 = none
    int experts = -1;    ///< of experts that no list names, where it is another
    bool onlyExperts = false;
    bool coversHead = false; ///< lm_head is one of "all linear layers" unless a list keeps it
    QString kvCacheFormat;   ///< "fp8" where the checkpoint brings scales for such a cache

    /// The index of a scheme, which is added unless it is there.
    int add(const WeightScheme &scheme);
};

/// Reads every method that is known; an unknown one is a warning and no quantisation. `text` has the language model's
/// keys, `separate` those of hf_quant_config.json or nothing.
std::optional<Quantization> readQuantization(const ConfigKeys &text, const ConfigKeys &separate);

} // namespace plimsoll
