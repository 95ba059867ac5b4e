// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/cost.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CostText)
};

constexpr double kSecondsPerHour = 3600;
constexpr double kMillion = 1e6;

QJsonValue priceOrNull(double price)
{
    constexpr double steps = 10'000; // a hundredth of a cent: tokens are cheap
    return price < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(std::round(price * steps) / steps);
}

/// Numbers as the other lines of the program's text write them: 1,400.
QLocale grouped()
{
    return {QLocale::English, QLocale::UnitedStates};
}

QString dollars(double amount)
{
    return QStringLiteral("$%1").arg(grouped().toString(amount, 'f', 2));
}

} // namespace

GpuPrice cheapestOffer(const Gpu &gpu)
{
    GpuPrice best;
    for (const CloudOffer &offer : gpu.cloud) {
        if (offer.pricePerHour < 0 || offer.gpuCount < 1)
            continue;
        const double each = offer.pricePerHour / offer.gpuCount;
        if (best.perHour < 0 || each < best.perHour)
            best = {each, offer.asOf};
    }
    return best;
}

double pricePerMillionTokens(double pricePerHour, double tokensPerSecond)
{
    return pricePerHour < 0 || tokensPerSecond <= 0 ? -1
                                                    : pricePerHour / (tokensPerSecond * kSecondsPerHour) * kMillion;
}

std::optional<Cost> costOf(const ResolvedPlan &resolved, const SpeedEstimate &speed, std::optional<double> ownPrice)
{
    if (resolved.gpus.empty())
        return std::nullopt;
    Cost cost;
    cost.isOwn = ownPrice.has_value();
    double sum = 0;
    bool priced = true, powered = true;
    for (size_t i = 0; i < resolved.gpus.size(); ++i) {
        const Gpu &gpu = resolved.gpus[i];
        const qint32 count = resolved.plan.gpus[i].count;
        const GpuPrice price = ownPrice ? GpuPrice{*ownPrice, {}} : cheapestOffer(gpu);
        priced = priced && price.perHour >= 0;
        sum += price.perHour * count;
        if (!price.asOf.isEmpty() && (cost.asOf.isEmpty() || price.asOf < cost.asOf))
            cost.asOf = price.asOf;
        powered = powered && gpu.tdpWatts > 0;
        cost.watts += gpu.tdpWatts * count;
    }
    if (!powered)
        cost.watts = 0;
    if (!priced) {
        cost.asOf.clear();
        return cost;
    }
    cost.pricePerHour = sum;
    if (speed.isKnown)
        cost.pricePerMillionTokens = pricePerMillionTokens(sum, speed.decodeTokensPerSecondTotal);
    return cost;
}

QJsonValue costToJson(const std::optional<Cost> &cost)
{
    if (!cost)
        return QJsonValue::Null;
    return QJsonObject{
        {QStringLiteral("pricePerHour"), priceOrNull(cost->pricePerHour)},
        {QStringLiteral("pricePerMonth"), priceOrNull(cost->pricePerMonth())},
        {QStringLiteral("pricePerMillionTokens"), priceOrNull(cost->pricePerMillionTokens)},
        {QStringLiteral("asOf"), cost->asOf.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(cost->asOf)},
        {QStringLiteral("source"), cost->isOwn ? QStringLiteral("own") : QStringLiteral("catalog")},
        {QStringLiteral("watts"), cost->watts > 0 ? QJsonValue(cost->watts) : QJsonValue(QJsonValue::Null)},
    };
}

QString costLine(const std::optional<Cost> &cost)
{
    if (!cost || (cost->pricePerHour < 0 && cost->watts == 0))
        return {};
    const QString watts = grouped().toString(cost->watts);
    if (cost->pricePerHour < 0)
        return Text::tr("Power: up to %1 W; no price is known.").arg(watts) + QLatin1Char('\n');
    QStringList parts{Text::tr("%1 an hour").arg(dollars(cost->pricePerHour)),
                      Text::tr("%1 a month of 730 hours").arg(dollars(cost->pricePerMonth()))};
    if (cost->pricePerMillionTokens >= 0)
        parts << Text::tr("%1 a million tokens").arg(dollars(cost->pricePerMillionTokens));
    if (cost->watts > 0)
        parts << Text::tr("up to %1 W").arg(watts);
    const QString basis = cost->isOwn ? Text::tr("your price per GPU-hour; indicative")
                                      : Text::tr("cheapest offer of the catalog, %1; indicative").arg(cost->asOf);
    return Text::tr("Cost: %1 (%2)").arg(parts.join(QLatin1String(", ")), basis) + QLatin1Char('\n');
}

} // namespace plimsoll
