// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/residuals.h"

#include "core/memory/parameters.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QVersionNumber>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Residuals)
};

/// The record of the newest range that is not newer than `version`, of that kind, else of the pool of all kinds.
QJsonObject recordOf(const QJsonArray &records, const QString &version, const QString &kind)
{
    const QVersionNumber wanted = QVersionNumber::fromString(version);
    QJsonObject ofKind, ofAll;
    for (const QJsonValue &value : records) {
        const QJsonObject record = value.toObject();
        const QString from = record.value(QLatin1String("from")).toString();
        if (!version.isEmpty() && wanted < QVersionNumber::fromString(from))
            continue;
        const QString recordKind = record.value(QLatin1String("kind")).toString();
        if (recordKind == kind)
            ofKind = record;
        else if (recordKind == QLatin1String("all"))
            ofAll = record;
    }
    const auto from = [](const QJsonObject &record) {
        return QVersionNumber::fromString(record.value(QLatin1String("from")).toString());
    };
    return ofKind.isEmpty() || from(ofKind) < from(ofAll) ? ofAll : ofKind;
}

} // namespace

QString architectureKind(const ModelArchitecture &model)
{
    if (model.vision)
        return QStringLiteral("vision");
    const QString attention = attentionKind(model);
    if (attention == QLatin1String("hybrid") || attention == QLatin1String("state-space")
        || attention == QLatin1String("linear"))
        return QStringLiteral("hybrid");
    if (attention == QLatin1String("mla") || attention == QLatin1String("compressed"))
        return QStringLiteral("mla");
    if (model.hasExperts())
        return QStringLiteral("moe");
    if (attention.startsWith(QLatin1String("sliding-window")))
        return QStringLiteral("sliding window");
    return QStringLiteral("dense");
}

std::array<double, kItemCount> uncertainShares()
{
    std::array<double, kItemCount> shares{};
    shares[size_t(Item::Weights)] = 0.01;
    for (const Item item : {Item::Activations, Item::Graphs, Item::Runtime, Item::Other})
        shares[size_t(item)] = 1;
    return shares;
}

EngineRules::Interval intervalOf(const QJsonObject &residuals, const QString &version, const QString &kind,
                                 const QString &engineName)
{
    const QJsonObject record = recordOf(residuals.value(QLatin1String("records")).toArray(), version, kind);
    EngineRules::Interval interval;
    interval.shares = uncertainShares();
    const double half = record.value(QLatin1String("halfWidth")).toDouble();
    interval.below = interval.above = half;
    const int configurations = record.value(QLatin1String("configurations")).toInt();
    const QString recordKind = record.value(QLatin1String("kind")).toString();
    const bool pooled = recordKind != kind || record.value(QLatin1String("pooled")).toBool();
    if (configurations == 0)
        return interval;
    interval.basis =
        pooled
            ? Text::tr("%n measured deployment(s): %1, all kinds, widened because few are %2", nullptr, configurations)
                  .arg(engineName, kind)
            : Text::tr("%n measured deployment(s): %1, %2", nullptr, configurations).arg(engineName, kind);
    return interval;
}

} // namespace plimsoll
