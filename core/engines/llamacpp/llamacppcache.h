// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/engines/llamacpp/graphspec.h"
#include "core/engines/llamacpp/llamacppoptions.h"
#include "core/engines/llamacpp/llamacpptensors.h"
#include "core/memory/kvcache.h"
#include "core/planning/resolvedplan.h"

#include <vector>

namespace plimsoll::llamacpp {

/// What one layer keeps, in elements.
struct LayerCache {
    qint64 keys = 0, values = 0;       ///< a cell; MLA has keys alone
    qint64 convolution = 0, state = 0; ///< a sequence, always in 32 bits
    bool windowed = false;
};

/// The caches of all layers. Layers that use another's cache have none.
std::vector<LayerCache> layerCaches(const ModelArchitecture &model, const ModelSpec &spec);

/// The sizes that llama_context works with: tokens of a step, cells, streams (src/llama-context.cpp,
/// llama-kv-cache.cpp). n_ctx is sequences x context, rounded up to 256 cells, and where every sequence has its own
/// stream each of them is.
StepSpec stepOf(const Options &options, Workload workload, qint64 window);

/// Bytes of a layer's keys and values: one tensor each over all streams.
Placed cacheBytes(const LayerCache &layer, const StepSpec &step, KvFormats formats, qint64 widestValues);
/// Bytes of its recurrent state.
Placed stateBytes(const LayerCache &layer, qint64 sequences);

} // namespace plimsoll::llamacpp
