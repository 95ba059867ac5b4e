// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/qualitytext.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QualityText)
};

const char *keyOf(QualityMetric metric)
{
    switch (metric) {
    case QualityMetric::Perplexity:
        return "perplexity";
    case QualityMetric::KlDivergence:
        return "kl-divergence";
    case QualityMetric::SameTopToken:
        return "same-top-token";
    case QualityMetric::Accuracy:
        return "accuracy";
    case QualityMetric::Recovery:
        return "recovery";
    }
    return "";
}

/// Smaller is told first. A share of the unquantised model's figure compares across tests, a bare figure does not.
int rank(const MeasuredQuality &quality)
{
    const int bare = quality.baseline ? 0 : 10;
    const int method = quality.method.isEmpty() ? 0 : 1; // a plain quantisation is what an engine's tool writes
    switch (quality.metric) {
    case QualityMetric::Perplexity:
        return bare + method;
    case QualityMetric::Recovery:
        return bare + 2 + method;
    case QualityMetric::Accuracy:
        return bare + 4 + method;
    case QualityMetric::SameTopToken:
        return bare + 6 + method;
    case QualityMetric::KlDivergence:
        return bare + 8 + method;
    }
    return bare;
}

QString figure(const MeasuredQuality &quality, const QLocale &locale)
{
    const std::optional<double> loss = quality.loss();
    const auto number = [&](double value, int digits) { return locale.toString(value, 'f', digits); };
    const auto change = [&](double value, int digits) -> QString {
        return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + number(qAbs(value), digits);
    };
    switch (quality.metric) {
    case QualityMetric::Perplexity:
        if (!loss)
            return Text::tr("perplexity %1").arg(number(quality.value, 3));
        return Text::tr("perplexity %1 %").arg(change(100 * *loss, qAbs(*loss) < 0.001 ? 2 : 1));
    case QualityMetric::KlDivergence:
        return Text::tr("KL divergence %1").arg(number(quality.value, 4));
    case QualityMetric::SameTopToken:
        return Text::tr("same likeliest token %1 %").arg(number(quality.value, 1));
    case QualityMetric::Accuracy:
        if (!loss)
            return Text::tr("accuracy %1 %").arg(number(quality.value, 1));
        return Text::tr("accuracy %1 points").arg(change(-*loss, 1));
    case QualityMetric::Recovery:
        return Text::tr("keeps %1 % of the accuracy").arg(number(quality.value, 1));
    }
    return {};
}

} // namespace

std::vector<MeasuredQuality> qualityOf(const Plan &plan, const Catalog &catalog, const QString &format)
{
    const auto *named = std::get_if<NamedModel>(&plan.model);
    if (!named)
        return {};
    const QString &typed = format.isEmpty() ? plan.weights : format;
    // What is published is no quantisation; looking for its name would go through all formats.
    const bool native = typed.isEmpty() || typed.compare(QLatin1String("native"), Qt::CaseInsensitive) == 0;
    const Format *known = native ? nullptr : catalog.findFormat(typed);
    return known ? measuredQuality(catalog, named->id, known->id) : std::vector<MeasuredQuality>();
}

QString qualityPhrase(const MeasuredQuality &quality, const QLocale &locale)
{
    const QString where =
        quality.method.isEmpty() ? quality.evaluation : Text::tr("%1; %2").arg(quality.evaluation, quality.method);
    return Text::tr("%1 (%2)").arg(figure(quality, locale), where);
}

QString qualitySummary(const std::vector<MeasuredQuality> &all, const QLocale &locale)
{
    const auto first =
        std::min_element(all.begin(), all.end(), [](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return first == all.end() ? QString() : qualityPhrase(*first, locale);
}

QStringList qualityDetails(const std::vector<MeasuredQuality> &all, const QLocale &locale)
{
    QStringList lines;
    for (const MeasuredQuality &each : all)
        lines << Text::tr("%1, source: %2").arg(qualityPhrase(each, locale), each.source);
    return lines;
}

QJsonArray qualityToJson(const std::vector<MeasuredQuality> &all)
{
    QJsonArray list;
    for (const MeasuredQuality &each : all) {
        QJsonObject object{
            {QStringLiteral("metric"), QLatin1String(keyOf(each.metric))},
            {QStringLiteral("value"), each.value},
            {QStringLiteral("baseline"), each.baseline ? QJsonValue(*each.baseline) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("evaluation"), each.evaluation},
            {QStringLiteral("source"), each.source},
        };
        if (!each.method.isEmpty())
            object.insert(QStringLiteral("method"), each.method);
        if (each.plusMinus > 0)
            object.insert(QStringLiteral("plusMinus"), each.plusMinus);
        list.append(object);
    }
    return list;
}

} // namespace plimsoll
