// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/torch/cachingallocator.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVersionNumber>

#include <vector>

namespace plimsoll::torch {

/// The constants of an engine on PyTorch by version, oldest first: each record of its JSON says only what changed since
/// the one before. `readRecord(record, constants)` takes a record over. Never empty.
template <typename Constants, typename ReadRecord>
std::vector<Constants> readVersionRecords(const QJsonObject &json, const ReadRecord &readRecord)
{
    Constants current;
    const QJsonObject allocator = json.value(QLatin1String("allocator")).toObject();
    current.allocator = AllocatorSizes::fromJson(allocator);
    current.allocatorSource = allocator.value(QLatin1String("source")).toString();
    current.vocabularyPadding = json.value(QLatin1String("vocabularyPadding")).toInteger(64);
    std::vector<Constants> ranges;
    const QJsonArray records = json.value(QLatin1String("records")).toArray();
    for (const QJsonValue &record : records) {
        readRecord(record.toObject(), current);
        current.first = QVersionNumber::fromString(current.from);
        ranges.push_back(current);
    }
    if (ranges.empty())
        ranges.push_back(current);
    return ranges;
}

/// The last of `ranges` that begins at or before `version`; the first where none does.
template <typename Constants>
const Constants &recordOf(const std::vector<Constants> &ranges, const QString &version)
{
    const QVersionNumber wanted = QVersionNumber::fromString(version);
    const Constants *found = &ranges.front();
    for (const Constants &range : ranges) {
        if (wanted >= range.first)
            found = &range;
    }
    return *found;
}

} // namespace plimsoll::torch
