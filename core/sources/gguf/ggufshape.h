// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/gguf/ggufarchitectures.h"
#include "core/sources/gguf/ggufmetadata.h"
#include "core/sources/gguf/gguftensornames.h"
#include "core/sources/modelsource.h"

#include <QCoreApplication>

namespace plimsoll {

/// Makes the ModelArchitecture of a language model out of the metadata and the list of tensors.
class GgufShape
{
    Q_DECLARE_TR_FUNCTIONS(GgufShape)
public:
    /// All must live on. Fills source.architecture and adds to source.warnings.
    GgufShape(const GgufMetadata &metadata, ModelSource &source, const QString &place);
    std::optional<Error> read();

private:
    void readWidths();
    void readLists();
    void collectTensors();
    void placeTensor(const StoredTensor &tensor);
    void requireStateKeys(const LayerShapes &shapes);
    void appendLayers();
    LayerHints hintsOf(int layer) const;
    bool seesWindow(int layer) const;
    void finishOutside();
    void finishMtp();
    void describeState(int layer, LayerHints &hints) const;

    QByteArray key(const char *name) const { return m_name + '.' + name; }
    /// A whole number within [low, high], or `fallback` where there is none.
    qint64 number(const char *name, qint64 low, qint64 high, qint64 fallback = 0);
    /// One number a layer; a single number or a list that is too short is repeated.
    std::vector<qint64> perLayer(const char *name, qint64 high, qint64 fallback);
    void fail(const QByteArray &field, const QString &what);

    const GgufMetadata &m_metadata;
    ModelSource &m_source;
    ModelArchitecture &m_model;
    QString m_place;
    QByteArray m_name; ///< of the architecture
    GgufArchitecture m_rules;
    std::optional<Error> m_error;

    int m_blocks = 0, m_nextn = 0;
    std::vector<qint64> m_heads, m_kvHeads, m_windowPattern, m_compressRatios;
    LayerHints m_hints;
    qint32 m_windowHeadDim = 0, m_windowValueDim = 0;
    qint64 m_window = 0, m_sharedKvLayers = 0;
    std::vector<LayerShapes> m_layers;
    qint64 m_outside = 0, m_nextnElements = 0, m_buffers = 0;
    bool m_nextnOwnsEmbedding = false, m_hasHead = false, m_hasRwkv = false;
    qint64 m_rowsOfEmbedding = 0, m_widthOfEmbedding = 0;
};

} // namespace plimsoll
