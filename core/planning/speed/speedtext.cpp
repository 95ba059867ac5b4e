// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/speed/speedtext.h"

#include "core/engines/enginerules.h"
#include "core/planning/speed/speedload.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SpeedText)
};

constexpr double kCoverage = 0.9;
constexpr double kMilliseconds = 1000;
constexpr std::array<const char *, 4> kBoundKeys = {"bandwidth", "compute", "latency", "interconnect"};
constexpr int kDigits = 4; ///< no law is known to more

QString figure(double value)
{
    return QString::number(value, 'g', 3).contains(QLatin1Char('e')) ? QString::number(value, 'f', 0)
                                                                     : QString::number(value, 'g', 3);
}

QString boundName(SpeedBound bound)
{
    switch (bound) {
    case SpeedBound::Bandwidth:
        return Text::tr("memory bandwidth");
    case SpeedBound::Compute:
        return Text::tr("computing");
    case SpeedBound::Latency:
        return Text::tr("launches and scheduling, not memory");
    case SpeedBound::Interconnect:
        return Text::tr("the link between GPUs");
    }
    return {};
}

QString whyNone(SpeedLoad::Missing missing)
{
    switch (missing) {
    case SpeedLoad::Missing::Bandwidth:
        return Text::tr("Speed: not known, because no memory bandwidth is known for this GPU.");
    case SpeedLoad::Missing::HostLayers:
        return Text::tr("Speed: not known, because some layers run on the processor.");
    case SpeedLoad::Missing::CpuBackend:
        return Text::tr("Speed: not known, because all layers run on the processor.");
    case SpeedLoad::Missing::OffloadedWeights:
        return Text::tr("Speed: not known, because every step reads weights from the computer's memory.");
    case SpeedLoad::Missing::AttentionReplicas:
        return Text::tr("Speed: not known for data parallel attention: nothing was measured with it.");
    case SpeedLoad::Missing::Nothing:
        break;
    }
    return {};
}

} // namespace

double shortenedSpeed(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 0;
    const double scale = std::pow(10.0, kDigits - 1 - std::floor(std::log10(value)));
    const double result = std::isfinite(scale) && scale > 0 ? std::round(value * scale) / scale : value;
    return std::isfinite(result) ? result : value;
}

QString speedBasis(const ResolvedPlan &resolved, const SpeedEstimate &speed)
{
    if (speed.basis != SpeedBasis::Measured)
        return Text::tr("only a bound: peak bandwidth and peak FLOPS; nothing was measured for %1 on such hardware")
            .arg(resolved.engine->name());
    const SpeedLaw &law = resolved.speed->law;
    const QString rows = Text::tr("%n measured row(s) of %1 configurations: %2", nullptr, law.rows)
                             .arg(law.configurations)
                             .arg(law.rowsName);
    const bool drafts = resolved.options.contains(QLatin1String("speculativeMethod"));
    return drafts ? Text::tr("%1; without what speculative decoding gains").arg(rows) : rows;
}

QJsonValue speedToJson(const ResolvedPlan &resolved, const SpeedEstimate &speed)
{
    if (!speed.isKnown)
        return QJsonValue::Null;
    const auto promptOnly = [&](double value) {
        return speed.hasPrompt ? QJsonValue(shortenedSpeed(value)) : QJsonValue(QJsonValue::Null);
    };
    return QJsonObject{
        {QStringLiteral("prefillTokensPerSecond"), promptOnly(speed.prefillTokensPerSecond)},
        {QStringLiteral("timeToFirstTokenMs"), promptOnly(speed.timeToFirstToken * kMilliseconds)},
        {QStringLiteral("timePerOutputTokenMs"), shortenedSpeed(speed.timePerOutputToken * kMilliseconds)},
        {QStringLiteral("decodeTokensPerSecond"), shortenedSpeed(speed.decodeTokensPerSecond)},
        {QStringLiteral("decodeTokensPerSecondTotal"), shortenedSpeed(speed.decodeTokensPerSecondTotal)},
        {QStringLiteral("bound"), QLatin1String(kBoundKeys[size_t(speed.bound)])},
        {QStringLiteral("interval"), QJsonObject{{QStringLiteral("coverage"), kCoverage},
                                                 {QStringLiteral("low"), shortenedSpeed(speed.low)},
                                                 {QStringLiteral("high"), shortenedSpeed(speed.high)},
                                                 {QStringLiteral("basis"), speedBasis(resolved, speed)}}},
    };
}

QString speedLines(const ResolvedPlan &resolved, const SpeedEstimate &speed)
{
    if (!resolved.speed)
        return {};
    if (!speed.isKnown)
        return whyNone(resolved.speed->missing) + QLatin1Char('\n');
    QString text;
    if (speed.basis == SpeedBasis::Measured) {
        text = Text::tr("Decode: %1 tokens/s a sequence, 90 % interval %2 to %3; %4 in all; limited by %5 (%6)")
                   .arg(figure(speed.decodeTokensPerSecond), figure(speed.low), figure(speed.high),
                        figure(speed.decodeTokensPerSecondTotal), boundName(speed.bound), speedBasis(resolved, speed));
    } else {
        text = Text::tr("Decode: at most %1 tokens/s a sequence, %2 in all (%3)")
                   .arg(figure(speed.decodeTokensPerSecond), figure(speed.decodeTokensPerSecondTotal),
                        speedBasis(resolved, speed));
    }
    text += QLatin1Char('\n');
    if (!speed.hasPrompt)
        return text;
    const QString first = figure(speed.timeToFirstToken * kMilliseconds);
    const QString tokens = figure(speed.prefillTokensPerSecond);
    switch (speed.promptBasis) {
    case SpeedBasis::Measured:
        text += Text::tr("Prefill: %1 tokens/s, 90 % interval %2 to %3; first token after %4 ms")
                    .arg(tokens, figure(speed.promptLow), figure(speed.promptHigh), first);
        break;
    case SpeedBasis::Extrapolated:
        text += Text::tr("Prefill: about %1 tokens/s, first token after about %2 ms (no prompt was measured on such a "
                         "plan)")
                    .arg(tokens, first);
        break;
    case SpeedBasis::Bound:
        text +=
            Text::tr("Prefill: at most %1 tokens/s, first token after %2 ms or more (only a bound)").arg(tokens, first);
        break;
    }
    return text + QLatin1Char('\n');
}

QString speedNumber(double tokensPerSecond, const QLocale &locale)
{
    return locale.toString(tokensPerSecond, 'f', tokensPerSecond < 10 ? 1 : 0);
}

QString speedSentence(const SpeedEstimate &speed, const QLocale &locale)
{
    if (!speed.isKnown)
        return {};
    const auto shown = [&](double value) { return speedNumber(value, locale); };
    const QString middle = shown(speed.decodeTokensPerSecond);
    if (speed.basis == SpeedBasis::Bound)
        return Text::tr("At most %1 tokens/s for each user.").arg(middle);
    if (speed.basis == SpeedBasis::Measured && speed.high > speed.low)
        return Text::tr("About %1 tokens/s for each user (%2 to %3).").arg(middle, shown(speed.low), shown(speed.high));
    return Text::tr("About %1 tokens/s for each user.").arg(middle);
}

} // namespace plimsoll
