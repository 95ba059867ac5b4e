// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/tensorindex.h"

#include <QHash>

#include <bit>

namespace plimsoll {

TensorIndex::TensorIndex(const StoredTensors &tensors)
    : m_tensors(tensors)
    , m_slots(std::bit_ceil(size_t(tensors.size()) * 2 + 1), 0)
{
    for (qsizetype i = 0; i < tensors.size(); ++i) {
        quint32 &slot = m_slots[slotOf(tensors.name(i))];
        if (slot == 0)
            slot = quint32(i + 1);
        else if (!m_duplicate)
            m_duplicate = i;
    }
}

size_t TensorIndex::slotOf(QByteArrayView name) const
{
    // Seeded, so that nobody can write names that all fall into one slot.
    const size_t mask = m_slots.size() - 1;
    size_t slot = qHash(name, QHashSeed::globalSeed()) & mask;
    while (m_slots[slot] != 0 && m_tensors.name(m_slots[slot] - 1) != name)
        slot = (slot + 1) & mask;
    return slot;
}

std::optional<qsizetype> TensorIndex::find(QByteArrayView name) const
{
    const quint32 found = m_slots[slotOf(name)];
    return found == 0 ? std::nullopt : std::optional<qsizetype>(found - 1);
}

} // namespace plimsoll
