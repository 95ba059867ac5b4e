// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/requests.h"

#include "core/engines/enginerules.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

constexpr qint64 kDefaultContext = 8192; // cli.md: min(8192, the model's limit)

} // namespace

qint64 defaultContext(const Requests &requests, qint64 modelLimit)
{
    if (requests.promptTokens && requests.answerTokens)
        return requests.longest();
    const qint64 usual = modelLimit > 0 ? std::min(kDefaultContext, modelLimit) : kDefaultContext;
    return std::max(usual, requests.average());
}

std::optional<Error> checkRequests(const Requests &requests, qint64 contextLength)
{
    const auto check = [&](std::optional<qint64> value, const char *field, qint64 low,
                           qint64 high) -> std::optional<Error> {
        if (!value || (*value >= low && *value <= high))
            return std::nullopt;
        const QString place = QLatin1String("workload.") + QLatin1String(field);
        return Error{QStringLiteral("bad-number"), place,
                     Text::tr("%1: %2 is out of range; expected %3 to %4").arg(place).arg(*value).arg(low).arg(high),
                     ErrorKind::Typed};
    };
    if (const auto error = check(requests.averageContext, "averageContextLength", 1, contextLength))
        return error;
    if (const auto error = check(requests.promptTokens, "promptTokens", 1, contextLength))
        return error;
    if (const auto error =
            check(requests.answerTokens, "answerTokens", 0, contextLength - requests.promptTokens.value_or(0)))
        return error;
    const qint64 average = requests.average();
    return check(requests.sharedPrefix, "sharedPrefixTokens", 0, average > 0 ? average : contextLength);
}

Workload workloadOf(const ResolvedPlan &resolved, qint64 contextLength, qint64 sequences)
{
    Workload workload{contextLength, sequences};
    const Requests &requests = resolved.plan.requests;
    if (requests.isEmpty() || !resolved.engine->pagesCache())
        return workload;
    workload.averageContext = requests.average() > 0 ? requests.average() : contextLength;
    if (resolved.engine->cachesPrefixes(resolved))
        workload.sharedPrefix = requests.sharedPrefix.value_or(0);
    return workload;
}

} // namespace plimsoll
