// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/storedtensors.h"

#include <algorithm>
#include <limits>

namespace plimsoll {

StoredTensor StoredTensors::at(qsizetype index) const
{
    const Entry &entry = m_entries[size_t(index)];
    return {nameOf(entry),  entry.type,         {m_shapes.data() + entry.shapeBegin, entry.rank},
            entry.elements, Bytes(entry.bytes), entry.offset,
            entry.file,     entry.auxiliary};
}

Bytes StoredTensors::bytes() const
{
    Bytes total;
    for (const Entry &entry : m_entries)
        total += Bytes(entry.bytes);
    return total;
}

qint64 StoredTensors::parameters() const
{
    Bytes total; // for its saturating sum
    for (const Entry &entry : m_entries)
        total += Bytes(entry.auxiliary ? 0 : entry.elements);
    return total.count();
}

qint64 StoredTensors::storedNumbers() const
{
    Bytes total;
    for (const Entry &entry : m_entries)
        total += Bytes(entry.elements);
    return total.count();
}

bool StoredTensors::append(const StoredTensor &tensor)
{
    constexpr size_t farthest = std::numeric_limits<quint32>::max();
    if (tensor.name.size() > std::numeric_limits<quint16>::max() || tensor.shape.size() > 255
        || m_names.size() + size_t(tensor.name.size()) > farthest || m_shapes.size() + tensor.shape.size() > farthest)
        return false;
    m_entries.push_back({tensor.type, tensor.elements, tensor.bytes.count(), tensor.offset, quint32(m_names.size()),
                         quint32(m_shapes.size()), quint16(tensor.name.size()), tensor.file,
                         quint8(tensor.shape.size()), tensor.auxiliary});
    m_names.insert(m_names.end(), tensor.name.begin(), tensor.name.end());
    m_shapes.insert(m_shapes.end(), tensor.shape.begin(), tensor.shape.end());
    return true;
}

void StoredTensors::reserve(qsizetype tensors, qsizetype nameBytes)
{
    m_entries.reserve(size_t(tensors));
    m_shapes.reserve(size_t(tensors) * 2);
    m_names.reserve(size_t(nameBytes));
}

void StoredTensors::setPacked(qsizetype index, qint64 elements)
{
    m_entries[size_t(index)].elements = elements;
}

void StoredTensors::setAuxiliary(qsizetype index)
{
    m_entries[size_t(index)].auxiliary = true;
}

void StoredTensors::setOffset(qsizetype index, quint64 offset)
{
    m_entries[size_t(index)].offset = offset;
}

void StoredTensors::setFile(quint16 file)
{
    for (Entry &entry : m_entries)
        entry.file = file;
}

bool StoredTensors::append(const StoredTensors &others)
{
    for (qsizetype i = 0; i < others.size(); ++i) {
        if (!append(others.at(i)))
            return false;
    }
    return true;
}

std::optional<qsizetype> StoredTensors::firstOverlap() const
{
    std::vector<quint32> order;
    order.reserve(m_entries.size());
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].bytes > 0)
            order.push_back(quint32(i));
    }
    const auto before = [this](quint32 a, quint32 b) {
        return std::pair(m_entries[a].file, m_entries[a].offset) < std::pair(m_entries[b].file, m_entries[b].offset);
    };
    if (!std::is_sorted(order.begin(), order.end(), before))
        std::stable_sort(order.begin(), order.end(), before);
    for (size_t i = 1; i < order.size(); ++i) {
        const Entry &first = m_entries[order[i - 1]];
        const Entry &second = m_entries[order[i]];
        if (first.file == second.file && second.offset - first.offset < quint64(first.bytes))
            return order[i];
    }
    return std::nullopt;
}

qsizetype StoredTensors::memory() const
{
    return qsizetype(m_names.capacity() + m_shapes.capacity() * sizeof(qint64) + m_entries.capacity() * sizeof(Entry));
}

} // namespace plimsoll
