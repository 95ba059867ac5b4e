// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace plimsoll {

/// The keys of a GGUF file with the values that say something about memory: numbers, flags, short texts and short
/// lists of whole numbers (one a layer). Of the rest, such as tokens, only the key and the count are kept.
class GgufMetadata
{
public:
    struct Skipped {
        quint64 count; ///< elements of the list, bytes of the text
    };
    using Value = std::variant<Skipped, qint64, double, QByteArray, std::vector<qint64>>;

    /// Longest text and list that are kept.
    static constexpr quint64 longestText = 1024;
    static constexpr quint64 longestList = 2048;

    /// False where the key is there already.
    [[nodiscard]] bool insert(const QByteArray &key, Value value);
    qsizetype size() const { return qsizetype(m_entries.size()); }

    bool has(const QByteArray &key) const { return find(key) != nullptr; }
    /// A whole number; a flag is 0 or 1; of a list its largest value.
    std::optional<qint64> integer(const QByteArray &key) const;
    /// A list, or a single number as a list of one; empty where there is neither.
    std::span<const qint64> integers(const QByteArray &key) const;
    QByteArray text(const QByteArray &key) const;
    /// How many elements a list has that was skipped or kept.
    quint64 count(const QByteArray &key) const;

private:
    struct Entry {
        QByteArray key;
        Value value;
    };
    const Value *find(const QByteArray &key) const;

    std::vector<Entry> m_entries; ///< in the order of the keys
};

} // namespace plimsoll
