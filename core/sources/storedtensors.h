// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bitsperweight.h"

#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace plimsoll {

/// How the numbers of a tensor are stored, named as the file's format names it: "BF16", "Q4_K".
struct StorageType {
    const char *name = nullptr;
    BitsPerWeight block;
};

/// One tensor of a file. The views live as long as the list that it came from.
struct StoredTensor {
    QByteArrayView name; ///< UTF-8
    const StorageType *type = nullptr;
    std::span<const qint64> shape; ///< outer to inner, as PyTorch has it, and as stored: packed weights are narrower
    qint64 elements = 0;           ///< weights that it stands for; of packed weights more than the shape holds
    Bytes bytes;                   ///< as stored
    quint64 offset = 0;            ///< of its data from the beginning of its file
    quint16 file = 0;              ///< of ModelSource::files
    bool auxiliary = false;        ///< scales, zero points and the like of a quantisation: no parameter of the model
};

/// The tensors of a model, some hundred or ninety thousand: names and shapes share two buffers.
class StoredTensors
{
public:
    qsizetype size() const { return qsizetype(m_entries.size()); }
    bool isEmpty() const { return m_entries.empty(); }
    StoredTensor at(qsizetype index) const;
    QByteArrayView name(qsizetype index) const { return nameOf(m_entries[size_t(index)]); }

    Bytes bytes() const;          ///< of all tensors; saturates
    qint64 parameters() const;    ///< weights of all that are not auxiliary; saturates
    qint64 storedNumbers() const; ///< weights of all; saturates

    /// Views in `tensor` are copied. False where the buffers would outgrow 32 bits or a field its width.
    [[nodiscard]] bool append(const StoredTensor &tensor);
    void reserve(qsizetype tensors, qsizetype nameBytes);
    void setPacked(qsizetype index, qint64 elements);
    void setAuxiliary(qsizetype index);
    void setOffset(qsizetype index, quint64 offset);
    void setFile(quint16 file); ///< of all tensors
    [[nodiscard]] bool append(const StoredTensors &others);

    /// A tensor whose data begins before that of another in the same file ends, if there is one.
    std::optional<qsizetype> firstOverlap() const;

    /// Memory that the list takes.
    qsizetype memory() const;

private:
    struct Entry {
        const StorageType *type;
        qint64 elements;
        qint64 bytes;
        quint64 offset;
        quint32 nameBegin;
        quint32 shapeBegin;
        quint16 nameLength;
        quint16 file;
        quint8 rank;
        bool auxiliary;
    };
    QByteArrayView nameOf(const Entry &entry) const
    {
        return {m_names.data() + entry.nameBegin, qsizetype(entry.nameLength)};
    }

    std::vector<char> m_names;
    std::vector<qint64> m_shapes;
    std::vector<Entry> m_entries;
};

} // namespace plimsoll
