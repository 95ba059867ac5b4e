// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"

#include <optional>

namespace plimsoll {

/// What loading a plan needs beside the GPUs, on every computer that has a part of it.
struct LoadingNeeds {
    /// The checkpoint as it is stored, with what the engine does not load (an MTP module), and a draft model's. Of a
    /// format that the engine makes itself while it loads (vLLM's and SGLang's --dtype and --quantization) that is the
    /// published one. Exact for a file whose tensors are listed; without its header and tokenizer.
    Bytes disk;
    /// The computer's memory that cannot do without; what is free besides caches the files and only makes loading
    /// faster. Nothing for the rule of thumb, which loads nothing.
    ///
    /// * Engines on safetensors map one shard after another and copy its tensors to the GPU
    ///   (safetensors_weights_iterator in vllm/model_executor/model_loader/weight_utils.py, SGLang's of the same name),
    ///   so that is one shard of 5 GB, assumed: the size at which transformers' save_pretrained() cuts files. Offloaded
    ///   weights add to it.
    /// * llama.cpp maps the file (llama-mmap.cpp) and uploads from the mapping; what stays are its buffers of the host.
    std::optional<Bytes> host;
};

LoadingNeeds loadingNeeds(const ResolvedPlan &resolved, const Estimate &estimate);

} // namespace plimsoll
