// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/report.h"
#include "tests/accuracy/residualtables.h"
#include "tests/accuracy/score.h"

#include <set>

namespace accuracy {
namespace {

/// Room for another compiler's last digits, and for the figures as they are written.
constexpr double kTolerance = 1.01, kSlack = 0.0005;

double rounded(double value)
{
    return std::round(value * 100'000) / 100'000;
}

} // namespace

QJsonObject baselineOf(const Measurements &measurements)
{
    QJsonObject baseline;
    const auto groups = grouped(measurements, [](const Observation &o) {
        return QStringList{o.engine, o.item, o.range};
    });
    for (const auto &[key, observations] : groups) {
        const auto add = [&](const std::vector<const Observation *> &some, const QString &name) {
            const Score score = scoreOf(some);
            QJsonObject figures{{QStringLiteral("rows"), score.rows},
                                {QStringLiteral("mean"), rounded(score.mean)},
                                {QStringLiteral("worst"), rounded(score.worst)}};
            if (score.exact > 0)
                figures.insert(QStringLiteral("exact"), score.exact);
            baseline.insert(name, figures);
        };
        const QString name = key.join(QLatin1String(" / "));
        add(observations, name);
        if (const auto some = stated(observations); some.size() < observations.size() && !some.empty())
            add(some, name + QLatin1String(" / stated"));
    }
    std::set<std::pair<QString, QString>> ranges;
    for (const Total &total : measurements.totals)
        ranges.insert({total.engine, total.range});
    for (const auto &[engine, range] : ranges) {
        const Coverage coverage = coverageOf(measurements, engine, range, LeftOut::Model);
        baseline.insert(engine + QLatin1String(" / interval / ") + range,
                        QJsonObject{{QStringLiteral("rows"), coverage.configurations},
                                    {QStringLiteral("missed"), rounded(1 - coverage.covered)},
                                    {QStringLiteral("width"), rounded(coverage.medianWidth)}});
    }
    return baseline;
}

QStringList whatGrew(const QJsonObject &committed, const QJsonObject &now)
{
    QStringList grew;
    for (auto it = committed.begin(); it != committed.end(); ++it) {
        const QJsonObject before = it.value().toObject();
        const QJsonObject after = now.value(it.key()).toObject();
        for (const QString &figure : before.keys()) {
            const double was = before.value(figure).toDouble();
            const double is = after.value(figure).toDouble(-1);
            // Rows may not be lost, nor exact ones; errors may not grow.
            const bool isCount = figure == QLatin1String("rows") || figure == QLatin1String("exact");
            const bool worse = isCount ? is < was : is < 0 || is > was * kTolerance + kSlack;
            if (worse)
                grew.append(QStringLiteral("%1: %2 was %3, is %4").arg(it.key(), figure).arg(was).arg(is));
        }
    }
    return grew;
}

} // namespace accuracy
