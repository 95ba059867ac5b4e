// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/storedtensors.h"

#include <QByteArray>
#include <QStringList>

namespace plimsoll {

/// What model.safetensors.index.json says: which files there are, and which tensors each has. Of the names it keeps
/// only how many there are in each file and a sum over them, which is enough to see that nothing is missing.
struct SafetensorsIndex {
    struct Shard {
        QByteArray name; ///< of the file, in the folder of the index
        quint64 tensors = 0;
        quint64 fingerprint = 0; ///< sum of the hashes of the tensors' names
    };
    std::vector<Shard> shards; ///< in the order of their names
};

/// A file outside the folder of the index is refused.
Result<SafetensorsIndex> readSafetensorsIndex(QByteArrayView json, const QString &place);

/// Nothing where the shards have all tensors that the index promises; tensors[i].file is an index of its shards. Adds a
/// warning where they have more. `json` is the index once more, to name a tensor that is missing.
std::optional<Error> compareWithIndex(const SafetensorsIndex &index, QByteArrayView json, const QString &place,
                                      const StoredTensors &tensors, QStringList &warnings);

} // namespace plimsoll
