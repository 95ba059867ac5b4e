// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/sglang/sglangconstants.h"

#include "core/engines/torch/versionrecords.h"

#include <QJsonArray>

namespace plimsoll::sglang {
namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

double number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble();
}

void readDefaults(const QJsonObject &json, Constants &c)
{
    c.cards.clear();
    const QJsonArray cards = json.value(QLatin1String("cards")).toArray();
    for (const QJsonValue &value : cards) {
        const QJsonObject card = value.toObject();
        c.cards.push_back({number(card, "belowGiB"), qint64(number(card, "chunkedPrefillSize")),
                           qint64(number(card, "cudaGraphMaxBs")), qint64(number(card, "cudaGraphMaxBsWide"))});
    }
    c.defaultsSource = text(json, "source");
}

void readRecord(const QJsonObject &json, Constants &c)
{
    const auto group = [&](const char *key, const auto &read) {
        if (const QJsonValue value = json.value(QLatin1String(key)); value.isObject())
            read(value.toObject());
    };
    c.from = text(json, "from");
    c.name = text(json, "name");
    c.windowShare = json.value(QLatin1String("windowShare")).toDouble(c.windowShare);
    c.fixedFractions = json.value(QLatin1String("fixedFractions")).toBool(c.fixedFractions);
    c.copiesSharedExperts = json.value(QLatin1String("copiesSharedExperts")).toBool(c.copiesSharedExperts);
    group("defaults", [&](const QJsonObject &d) { readDefaults(d, c); });
    group("distributedGiB", [&](const QJsonObject &d) {
        c.distributedGiB = {number(d, "single"), number(d, "tensor2"), number(d, "tensor4"), number(d, "tensor8"),
                            text(d, "source")};
    });
    group("contextGiB", [&](const QJsonObject &x) {
        c.contextGiB = {number(x, "beyondBare"), number(x, "withoutGpu"), text(x, "source")};
    });
    group("activation", [&](const QJsonObject &a) {
        c.activation = torch::ForwardPass::fromJson(a);
        c.activationSource = text(a, "source");
    });
    group("graphsGiB", [&](const QJsonObject &g) {
        c.graphsGiB = {number(g, "base"), number(g, "perLayer"), number(g, "tensorParallel4"), text(g, "source")};
    });
}

} // namespace

std::vector<Constants> versionRanges(const QJsonObject &json)
{
    return torch::readVersionRecords<Constants>(json, readRecord);
}

const Constants &rangeOf(const std::vector<Constants> &ranges, const QString &version)
{
    return torch::recordOf(ranges, version);
}

const Constants::Card &Constants::cardDefaults(const Gpu *gpu) const
{
    static const Card fallback;
    const double size = gpu ? gpu->usable.gibibytes() : 0;
    for (const Card &card : cards) {
        if (card.belowGiB == 0 || (size > 0 && size < card.belowGiB))
            return card;
    }
    return fallback;
}

} // namespace plimsoll::sglang
