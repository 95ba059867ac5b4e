// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/quality.h"

#include <QJsonArray>

namespace plimsoll {
namespace {

std::optional<QualityMetric> metricFrom(const QString &name)
{
    static constexpr std::pair<const char *, QualityMetric> names[] = {{"perplexity", QualityMetric::Perplexity},
                                                                       {"kl-divergence", QualityMetric::KlDivergence},
                                                                       {"same-top-token", QualityMetric::SameTopToken},
                                                                       {"accuracy", QualityMetric::Accuracy},
                                                                       {"recovery", QualityMetric::Recovery}};
    for (const auto &[key, metric] : names) {
        if (name == QLatin1String(key))
            return metric;
    }
    return std::nullopt;
}

} // namespace

std::optional<double> MeasuredQuality::loss() const
{
    if (!baseline)
        return std::nullopt;
    switch (metric) {
    case QualityMetric::Perplexity:
        return *baseline > 0 ? std::optional(value / *baseline - 1) : std::nullopt;
    case QualityMetric::KlDivergence:
        return value;
    case QualityMetric::SameTopToken:
    case QualityMetric::Accuracy:
    case QualityMetric::Recovery:
        return *baseline - value;
    }
    return std::nullopt;
}

std::vector<MeasuredQuality> measuredQuality(const Catalog &catalog, const QString &modelId, const QString &formatId)
{
    return ModelQuality(catalog, modelId).in(formatId);
}

ModelQuality::ModelQuality(const Catalog &catalog, const QString &modelId)
    : m_document(catalog.engineConstants(QStringLiteral("quality/") + modelId))
{
}

std::vector<MeasuredQuality> ModelQuality::in(const QString &formatId) const
{
    const QJsonObject sources = m_document.value(QLatin1String("sources")).toObject();
    std::vector<MeasuredQuality> found;
    for (const QJsonValue &value : m_document.value(QLatin1String("measurements")).toArray()) {
        const QJsonObject record = value.toObject();
        if (record.value(QLatin1String("format")) != formatId)
            continue;
        const auto metric = metricFrom(record.value(QLatin1String("metric")).toString());
        if (!metric)
            continue;
        MeasuredQuality quality;
        quality.metric = *metric;
        quality.value = record.value(QLatin1String("value")).toDouble();
        if (const QJsonValue baseline = record.value(QLatin1String("baseline")); baseline.isDouble())
            quality.baseline = baseline.toDouble();
        quality.plusMinus = record.value(QLatin1String("plusMinus")).toDouble();
        quality.method = record.value(QLatin1String("method")).toString();
        quality.evaluation = record.value(QLatin1String("evaluation")).toString();
        quality.source = sources.value(record.value(QLatin1String("source")).toString()).toString();
        found.push_back(std::move(quality));
    }
    return found;
}

} // namespace plimsoll
