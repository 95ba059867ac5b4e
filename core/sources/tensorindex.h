// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/storedtensors.h"

namespace plimsoll {

/// Finds tensors by their name. The list must live on and keep its length.
class TensorIndex
{
public:
    explicit TensorIndex(const StoredTensors &tensors);

    std::optional<qsizetype> find(QByteArrayView name) const;
    /// The second of two tensors with one name, if there are such.
    std::optional<qsizetype> duplicate() const { return m_duplicate; }

private:
    size_t slotOf(QByteArrayView name) const;

    const StoredTensors &m_tensors;
    std::vector<quint32> m_slots; ///< open addressing; index + 1
    std::optional<qsizetype> m_duplicate;
};

} // namespace plimsoll
