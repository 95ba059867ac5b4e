// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufmetadata.h"

#include <algorithm>

namespace plimsoll {

bool GgufMetadata::insert(const QByteArray &key, Value value)
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), key,
                                     [](const Entry &entry, const QByteArray &wanted) { return entry.key < wanted; });
    if (at != m_entries.end() && at->key == key)
        return false;
    m_entries.insert(at, Entry{key, std::move(value)});
    return true;
}

const GgufMetadata::Value *GgufMetadata::find(const QByteArray &key) const
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), key,
                                     [](const Entry &entry, const QByteArray &wanted) { return entry.key < wanted; });
    return at != m_entries.end() && at->key == key ? &at->value : nullptr;
}

std::optional<qint64> GgufMetadata::integer(const QByteArray &key) const
{
    const Value *value = find(key);
    if (!value)
        return std::nullopt;
    if (const auto *number = std::get_if<qint64>(value))
        return *number;
    const auto *list = std::get_if<std::vector<qint64>>(value);
    if (list && !list->empty())
        return *std::max_element(list->begin(), list->end());
    return std::nullopt;
}

std::span<const qint64> GgufMetadata::integers(const QByteArray &key) const
{
    const Value *value = find(key);
    if (!value)
        return {};
    if (const auto *number = std::get_if<qint64>(value))
        return {number, 1};
    if (const auto *list = std::get_if<std::vector<qint64>>(value))
        return *list;
    return {};
}

QByteArray GgufMetadata::text(const QByteArray &key) const
{
    const Value *value = find(key);
    const auto *text = value ? std::get_if<QByteArray>(value) : nullptr;
    return text ? *text : QByteArray();
}

quint64 GgufMetadata::count(const QByteArray &key) const
{
    const Value *value = find(key);
    if (!value)
        return 0;
    if (const auto *skipped = std::get_if<Skipped>(value))
        return skipped->count;
    const auto *list = std::get_if<std::vector<qint64>>(value);
    return list ? list->size() : 0;
}

} // namespace plimsoll
