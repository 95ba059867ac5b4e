// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/config/configkeys.h"
#include "core/sources/config/dialect.h"

#include <QByteArray>

namespace plimsoll {

/// The kinds of all layers, one letter a layer as in the catalog. Mixers: F full attention, S sliding window,
/// C chunked or compressed, X cross-attention, M Mamba, L linear attention, P attention and Mamba in parallel,
/// V short convolution, - none. Feed-forward: D dense, E experts, B both in parallel, - none.
struct LayerKinds {
    QByteArray mixers, blocks;

    int layers() const { return int(mixers.size()); }
};

/// Reads how many layers there are and of what kinds, from whichever list, pattern, period or count the file has,
/// or the rule of its dialect. Lists may go on for the layers of an MTP module. Empty after a mistake.
LayerKinds readLayerKinds(const ConfigKeys &in, const Dialect &dialect);

/// Layers of the multi-token-prediction module that the file names.
qint64 mtpLayerCount(const ConfigKeys &in);

/// Experts that a router chooses from; 0 = none.
qint64 expertCount(const ConfigKeys &in);

} // namespace plimsoll
