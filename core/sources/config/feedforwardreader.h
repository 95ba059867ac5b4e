// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/config/configkeys.h"
#include "core/sources/config/dialect.h"

#include <QByteArray>

namespace plimsoll {

/// The feed-forward blocks of a file, read once for the kinds of layers that it has, then asked for layer by layer.
class FeedForwardReader
{
public:
    /// `blocks` has a letter for each layer (layerkinds.h).
    FeedForwardReader(const ConfigKeys &in, const Dialect &dialect, qint64 hidden, const QByteArray &blocks);

    std::optional<DenseFeedForward> dense(int layer) const;
    std::optional<MoeFeedForward> moe(int layer) const;

private:
    void readDense(const ConfigKeys &in, const Dialect &dialect, qint64 hidden);
    void readExperts(const ConfigKeys &in, const Dialect &dialect, qint64 hidden);
    void readShared(const ConfigKeys &in, const Dialect &dialect);

    QByteArray m_blocks;
    DenseFeedForward m_dense;
    MoeFeedForward m_moe;
    std::vector<qint64> m_widths; ///< intermediate_size layer by layer; empty = all alike
    qint64 m_doubleWideFrom = -1;
    qint64 m_parallelExtra = 0;
};

} // namespace plimsoll
