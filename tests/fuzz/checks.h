// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/sources/modelsource.h"

namespace plimsoll::fuzz {

inline void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

/// An error can be shown and names a file.
inline void checkError(const Error &error)
{
    require(!error.code.isEmpty() && !error.text.isEmpty(), "an error without a code or a text");
    require(error.kind == ErrorKind::File, "an error in a file that is called one of typing");
}

/// What was accepted can be planned with.
inline void checkSource(const Result<ModelSource> &source)
{
    if (!source.ok())
        return checkError(source.error());
    const ModelArchitecture &model = source->architecture;
    require(source->tensors.bytes().count() >= 0 && source->tensors.parameters() >= 0, "a negative size");
    for (qsizetype i = 0; i < source->tensors.size(); ++i)
        require(source->tensors.at(i).type && source->tensors.at(i).elements >= 0, "a tensor without a type or size");
    for (const quint16 group : model.layerGroups)
        require(group < model.groups.size(), "a layer of no group");
    const ParameterCounts counts = countParameters(model);
    require(counts.text >= 0 && counts.mtp >= 0 && counts.vision >= 0, "a negative count");
    require(kvCacheBytes(model, {{2, 1}, {2, 1}}, 4096, 2).count() >= 0, "a negative KV cache");
    require(recurrentStateBytes(model, {4, 1}, {4, 1}).count() >= 0, "a negative state");
}

} // namespace plimsoll::fuzz
