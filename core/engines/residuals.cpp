// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/residuals.h"

#include "core/memory/parameters.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QVersionNumber>

#include <algorithm>
#include <utility>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Residuals)
};

/// The record of that kind in the newest range that is not newer than `version`.
QJsonObject recordOf(const QJsonArray &records, const QString &version, const QString &kind)
{
    const QVersionNumber wanted = QVersionNumber::fromString(version);
    QVersionNumber newest;
    QJsonObject found;
    for (const QJsonValue &value : records) {
        const QJsonObject record = value.toObject();
        const auto from = QVersionNumber::fromString(record.value(QLatin1String("from")).toString());
        const bool covers = version.isEmpty() || wanted >= from;
        if (covers && record.value(QLatin1String("kind")).toString() == kind && (found.isEmpty() || from >= newest)) {
            found = record;
            newest = from;
        }
    }
    return found;
}

std::array<double, kItemCount> sharesOf(const QJsonObject &json)
{
    constexpr std::array<std::pair<Item, const char *>, 5> names = {{{Item::Weights, "weights"},
                                                                     {Item::Activations, "activations"},
                                                                     {Item::Graphs, "graphs"},
                                                                     {Item::Runtime, "runtime"},
                                                                     {Item::Other, "other"}}};
    std::array<double, kItemCount> shares{};
    for (const auto &[item, name] : names)
        shares[size_t(item)] = json.value(QLatin1String(name)).toDouble();
    return shares;
}

/// "Gemma3ForCausalLM" and "Gemma3ForConditionalGeneration" are the same to an engine.
QString familyName(const QString &architecture)
{
    const qsizetype end = architecture.indexOf(QLatin1String("For"));
    return (end > 0 ? architecture.left(end) : architecture).toLower();
}

bool isMeasured(const QJsonObject &residuals, const ModelArchitecture &model)
{
    const QJsonArray measured = residuals.value(QLatin1String("measured")).toArray();
    return measured.isEmpty() || std::any_of(measured.begin(), measured.end(), [&](const QJsonValue &each) {
               return familyName(each.toString()) == familyName(model.architecture);
           });
}

QString kindName(const QString &kind)
{
    static constexpr std::pair<const char *, const char *> names[] = {
        {"dense", QT_TRANSLATE_NOOP("Residuals", "dense")},
        {"sliding window", QT_TRANSLATE_NOOP("Residuals", "sliding window")},
        {"moe", QT_TRANSLATE_NOOP("Residuals", "moe")},
        {"mla", QT_TRANSLATE_NOOP("Residuals", "mla")},
        {"hybrid", QT_TRANSLATE_NOOP("Residuals", "hybrid")},
        {"vision", QT_TRANSLATE_NOOP("Residuals", "vision")},
    };
    for (const auto &[id, name] : names) {
        if (kind == QLatin1String(id))
            return QCoreApplication::translate("Residuals", name);
    }
    return kind;
}

QString basisOf(const QJsonObject &record, const QString &engineName, const QString &kind)
{
    const int configurations = record.value(QLatin1String("configurations")).toInt();
    QStringList with;
    const QJsonArray pooled = record.value(QLatin1String("with")).toArray();
    for (const QJsonValue &each : pooled)
        with.append(kindName(each.toString()));
    if (kind == kUnmeasured)
        return Text::tr("%n measured deployment(s): %1, other architectures or versions than this one", nullptr,
                        configurations)
            .arg(engineName);
    if (record.value(QLatin1String("otherVersions")).toBool())
        return Text::tr("%n measured deployment(s): %1, all kinds and versions, widened because few are this one",
                        nullptr, configurations)
            .arg(engineName);
    if (!with.isEmpty())
        return Text::tr("%n measured deployment(s): %1, %2 and %3, widened because few are %2", nullptr, configurations)
            .arg(engineName, kindName(kind), with.join(QLatin1String(", ")));
    return Text::tr("%n measured deployment(s): %1, %2", nullptr, configurations).arg(engineName, kindName(kind));
}

} // namespace

QString architectureKind(const ModelArchitecture &model, Encoders encoders)
{
    if (model.vision && encoders == Encoders::Counted)
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

QStringList architectureKinds()
{
    return {QStringLiteral("dense"), QStringLiteral("sliding window"), QStringLiteral("moe"),
            QStringLiteral("mla"),   QStringLiteral("hybrid"),         QStringLiteral("vision")};
}

EngineRules::Interval intervalOf(const QJsonObject &residuals, const QString &version, const ModelArchitecture &model,
                                 const QString &engineName, Encoders encoders)
{
    const QJsonArray records = residuals.value(QLatin1String("records")).toArray();
    QString kind = isMeasured(residuals, model) ? architectureKind(model, encoders) : QString(kUnmeasured);
    QJsonObject record = recordOf(records, version, kind);
    if (record.isEmpty()) {
        kind = kUnmeasured;
        record = recordOf(records, version, kind);
    }
    EngineRules::Interval interval;
    interval.shares = sharesOf(record.value(QLatin1String("shares")).toObject());
    if (record.isEmpty())
        return interval;
    interval.below = interval.above = record.value(QLatin1String("halfWidth")).toDouble();
    interval.basis = basisOf(record, engineName, kind);
    return interval;
}

} // namespace plimsoll
