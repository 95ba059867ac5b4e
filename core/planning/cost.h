// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/speed/speed.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace plimsoll {

/// A month of cloud bills: 365 days of 24 hours over 12.
inline constexpr double kHoursPerMonth = 730;

/// The cheapest dated offer of the catalog, of one device for an hour.
struct GpuPrice {
    double perHour = -1; ///< US dollars; below 0 = no offer is known
    QString asOf;        ///< "2026-07-20"; of some offers only the year is known
};
GpuPrice cheapestOffer(const Gpu &gpu);

/// US dollars for a million tokens of all sequences together; below 0 where either is not known.
double pricePerMillionTokens(double pricePerHour, double tokensPerSecond);

/// What the GPUs of a plan cost while they run. Indicative: prices change, and the engine is taken to be busy always.
struct Cost {
    double pricePerHour = -1; ///< US dollars for all GPUs; below 0 = not known for one of them
    double pricePerMillionTokens = -1;
    bool isOwn = false; ///< a person's own price, not the catalog's
    QString asOf;       ///< of the oldest offer that is in it; empty for an own price
    qint32 watts = 0;   ///< limit of the boards, all of them; 0 = not known for one of them

    double pricePerMonth() const { return pricePerHour < 0 ? -1 : pricePerHour * kHoursPerMonth; }
};

/// `ownPrice`: US dollars for one GPU and hour, which is then taken for every GPU of the plan. Nothing without GPUs.
std::optional<Cost> costOf(const ResolvedPlan &resolved, const SpeedEstimate &speed,
                           std::optional<double> ownPrice = std::nullopt);

/// The object "cost" of plimsoll.estimate/1; null without GPUs.
QJsonValue costToJson(const std::optional<Cost> &cost);

/// "Cost: $5.98 an hour, ..." in one line with its end; empty where neither price nor power is known.
QString costLine(const std::optional<Cost> &cost);

} // namespace plimsoll
