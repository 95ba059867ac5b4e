// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/feedforwardblocks.h"
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

    std::optional<DenseFeedForward> dense(int layer) const { return m_blocks.denseOf(m_letters.at(layer), layer); }
    std::optional<MoeFeedForward> moe(int layer) const { return m_blocks.moeOf(m_letters.at(layer)); }

private:
    void readDense(const ConfigKeys &in, const Dialect &dialect, qint64 hidden);
    void readExperts(const ConfigKeys &in, const Dialect &dialect, qint64 hidden);
    void readShared(const ConfigKeys &in, const Dialect &dialect);

    QByteArray m_letters;
    FeedForwardBlocks m_blocks;
};

} // namespace plimsoll
