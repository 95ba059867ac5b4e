// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"
#include "core/engines/llamacpp/computegraph.h"

#include <QHash>

#include <array>
#include <vector>

namespace plimsoll::llamacpp {

/// Which device a tensor of the model goes to.
enum class Home : quint8 {
    Input,  ///< always the host: the embedding is looked up there
    Layer,  ///< the layer's device
    Output, ///< final norm and head
    Shared, ///< every device that has layers: factors of rotary embeddings
};

/// Bytes of some tensors in a buffer on a GPU and in one on the host, which pad otherwise.
struct Placed {
    Bytes gpu, host;
};

/// The tensors of the GGUF file that a plan loads, in each format of the comparison: those of the file, or those that
/// convert_hf_to_gguf.py and llama-quantize would write.
class TensorTable
{
public:
    explicit TensorTable(const EngineInput &input);

    bool has(const QByteArray &name) const { return m_index.contains(name); }
    /// Rows of a matrix or its outer dimension; 0 where it is not there.
    /// The file has the layers that predict further tokens, and they count when layers are dealt to GPUs.
    bool hasMtp() const { return m_hasMtp; }
    qint64 rows(const QByteArray &name) const;

    const Placed &layer(qint32 layer, int format) const { return m_layers[size_t(layer)][size_t(format)]; }
    const Placed &input(int format) const { return m_input[size_t(format)]; }
    const Placed &output(int format) const { return m_output[size_t(format)]; }
    const Placed &shared(int format) const { return m_shared[size_t(format)]; }
    /// The head where it is the embedding: on a GPU a copy of its own.
    Bytes tiedHead(int format) const { return m_tiedHead[size_t(format)]; }

    /// How a weight is stored in that format; 32 bits where it is not known.
    Storage storage(const QByteArray &name, int format) const;

private:
    using Formats = std::array<Placed, kFormatSlots>;
    struct Entry {
        QByteArray name;
        qint64 columns = 0, rows = 0, elements = 0;
        Home home = Home::Layer;
        qint32 layer = -1;
        std::array<Storage, kFormatSlots> storage{};
    };
    void place(Entry entry, qint32 layers);
    void add(Placed &sum, const Entry &entry, int format);

    std::vector<Entry> m_entries;
    QHash<QByteArray, qsizetype> m_index;
    bool m_hasMtp = false;
    std::vector<Formats> m_layers;
    Formats m_input{}, m_output{}, m_shared{};
    std::array<Bytes, kFormatSlots> m_tiedHead{};
};

/// Bytes of a tensor in a buffer of CUDA: the last row of a quantised one is padded to 512 numbers, the whole to 128
/// bytes. Measured: exact for 224 combinations of file and device.
Bytes gpuBytes(Storage storage, qint64 columns, qint64 elements);
/// And of the host: 32 bytes.
Bytes hostBytes(Storage storage, qint64 elements);

} // namespace plimsoll::llamacpp
