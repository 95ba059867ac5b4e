// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/parts.h"

#include "core/engines/enginerules.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Parts)
};

Bytes sumOf(Part part, const ResolvedPlan &resolved)
{
    Bytes sum;
    for (const RankLoad &rank : resolved.layout.ranks)
        sum += rank.parts[size_t(part)] * rank.count;
    return sum;
}

/// What the pools hold beyond the plan's own cache.
Bytes roomInPools(const Estimate &estimate)
{
    Bytes room;
    for (qint32 i = 0; i < estimate.deviceClasses; ++i) {
        const DeviceEstimate &device = estimate.devices[size_t(i)];
        const Bytes used = device.items[Item::KvCache] + device.items[Item::RecurrentState];
        room += std::max(Bytes(), device.pool - used) * device.count;
    }
    return room;
}

} // namespace

std::vector<NamedPart> partsOf(const ResolvedPlan &resolved, const Estimate &estimate)
{
    std::vector<NamedPart> parts;
    const auto add = [&](std::optional<Item> item, const char *key, const QString &name, Bytes bytes) {
        if (bytes.count() > 0)
            parts.push_back({item, key, name, bytes});
    };
    const Bytes lora = sumOf(Part::Lora, resolved), draft = sumOf(Part::DraftModel, resolved);
    const Bytes mtp = sumOf(Part::MtpModule, resolved);
    add(Item::Weights, "visionEncoder", Text::tr("Vision encoder"), sumOf(Part::VisionEncoder, resolved));
    add(Item::Other, "lora", Text::tr("LoRA adapters"), lora);
    add(Item::Other, "draftModel", Text::tr("Draft model"), draft);
    add(Item::Other, "mtpModule", Text::tr("MTP module"), mtp);
    add(Item::Other, "overhead", Text::tr("Overhead"), estimate.total[Item::Other] - lora - draft - mtp);
    if (estimate.hasGpus && resolved.engine->cachesPrefixes(resolved))
        add(std::nullopt, "prefixCache", Text::tr("Room for cached prefixes"), roomInPools(estimate));
    return parts;
}

} // namespace plimsoll
