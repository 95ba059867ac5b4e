// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/fitwords.h"

#include "core/planning/speed/speedtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Fit)
};

} // namespace

QJsonObject layoutJson(const Parallel &parallel)
{
    return {{QStringLiteral("tensor"), parallel.tensor},
            {QStringLiteral("pipeline"), parallel.pipeline},
            {QStringLiteral("data"), parallel.data},
            {QStringLiteral("expert"), parallel.expert}};
}

QString layoutWords(const Parallel &parallel)
{
    QStringList parts{Text::tr("tensor parallel %1").arg(parallel.tensor)};
    if (parallel.pipeline > 1)
        parts << Text::tr("pipeline parallel %1").arg(parallel.pipeline);
    if (parallel.data > 1)
        parts << Text::tr("data parallel %1").arg(parallel.data);
    if (parallel.expert > 1)
        parts << Text::tr("expert parallel %1").arg(parallel.expert);
    return parts.join(QLatin1String(", "));
}

QJsonValue countOrNull(qint32 count)
{
    return count > 0 ? QJsonValue(count) : QJsonValue(QJsonValue::Null);
}

QJsonObject gpuJson(const GpuFit &fit)
{
    return {{QStringLiteral("gpu"), fit.gpu},
            {QStringLiteral("count"), countOrNull(fit.count)},
            {QStringLiteral("parallel"), fit.fits ? QJsonValue(layoutJson(fit.parallel)) : QJsonValue()},
            {QStringLiteral("fits"), fit.fits},
            {QStringLiteral("headroomBytes"), fit.headroom.count()},
            {QStringLiteral("decodeTokensPerSecond"),
             fit.decodeTokensPerSecond < 0 ? QJsonValue() : QJsonValue(fit.decodeTokensPerSecond)},
            {QStringLiteral("pricePerHour"), fit.pricePerHour < 0 ? QJsonValue() : QJsonValue(fit.pricePerHour)}};
}

QString speedText(double tokensPerSecond, bool isBound)
{
    const QString speed = speedNumber(tokensPerSecond, QLocale::c());
    return isBound ? Text::tr(", at most %1 tokens/s a sequence").arg(speed)
                   : Text::tr(", %1 tokens/s a sequence").arg(speed);
}

} // namespace plimsoll
