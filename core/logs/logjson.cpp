// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logjson.h"

#include "core/calibration/calibratedplan.h"
#include "core/calibration/calibrationjson.h"
#include "core/planning/plandocumentjson.h"

#include <QJsonArray>

#include <cmath>

namespace plimsoll {
namespace {

const char *unitKey(Measured what)
{
    switch (measuredUnit(what)) {
    case MeasuredUnit::Bytes:
        return "bytes";
    case MeasuredUnit::Count:
        return "count";
    case MeasuredUnit::Ratio:
        return "ratio";
    }
    return "";
}

/// Sizes and counts are whole.
QJsonValue number(double value, Measured what)
{
    return measuredUnit(what) == MeasuredUnit::Ratio ? QJsonValue(value) : QJsonValue(qint64(std::llround(value)));
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray figuresOf(const LogReading &reading)
{
    QJsonArray all;
    for (const LogFigure &each : reading.figures) {
        const bool bytes = measuredUnit(each.what) == MeasuredUnit::Bytes;
        QJsonObject figure{
            {QStringLiteral("item"), QLatin1String(measuredKey(each.what))},
            {QStringLiteral("unit"), QLatin1String(unitKey(each.what))},
            {QStringLiteral("value"), bytes ? QJsonValue(each.bytes.count()) : number(each.number, each.what)},
            {QStringLiteral("printed"), each.printed},
            {QStringLiteral("rank"), orNull(each.rank)},
            {QStringLiteral("line"), each.line},
            {QStringLiteral("start"), each.start},
            {QStringLiteral("model"), each.model},
        };
        if (each.repeated > 0)
            figure.insert(QStringLiteral("ranks"), each.repeated);
        if (!each.detail.isEmpty())
            figure.insert(QStringLiteral("detail"), each.detail);
        all.append(figure);
    }
    return all;
}

QJsonObject rowToJson(const LogComparisonRow &row)
{
    QJsonArray ranks;
    for (const LogComparisonRow::Rank &each : row.ranks) {
        ranks.append(QJsonObject{{QStringLiteral("rank"), orNull(each.rank)},
                                 {QStringLiteral("value"), number(each.value, row.item)},
                                 {QStringLiteral("ranks"), each.count},
                                 {QStringLiteral("line"), each.line}});
    }
    const auto predicted = [&](double value) {
        return row.predicted ? number(value, row.item) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("item"), QLatin1String(measuredKey(row.item))},
            {QStringLiteral("unit"), QLatin1String(unitKey(row.item))},
            {QStringLiteral("device"), orNull(row.device)},
            {QStringLiteral("measured"), number(row.measured, row.item)},
            {QStringLiteral("ranks"), ranks},
            {QStringLiteral("predicted"), predicted(row.predicted.value_or(0))},
            {QStringLiteral("low"), predicted(row.low)},
            {QStringLiteral("high"), predicted(row.high)},
            {QStringLiteral("difference"), predicted(row.difference())},
            {QStringLiteral("inside"), row.predicted ? QJsonValue(row.inside()) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(row.reasons)}};
}

/// Of the person's own measurements: what the predictions rest on, and what is kept of this log.
QJsonObject calibrationOf(const ResolvedPlan *resolved, const CalibrationRecord *stored)
{
    QJsonArray used;
    const CalibrationRecords records = resolved ? recordsUsed(*resolved) : CalibrationRecords();
    for (const auto &record : records)
        used.append(recordToJson(*record));
    return {{QStringLiteral("used"), used},
            {QStringLiteral("stored"), stored ? QJsonValue(recordToJson(*stored)) : QJsonValue(QJsonValue::Null)}};
}

} // namespace

QJsonObject measureToJson(const LogReading &reading, const LogPlan &logPlan, const LogComparison &comparison,
                          const ResolvedPlan *resolved, const QString &missing, const CalibrationRecord *stored)
{
    QJsonObject settings;
    for (const LogSetting &each : reading.settings) {
        if (!each.key.startsWith(QLatin1String("configOf")) && each.start == reading.starts - 1)
            settings.insert(each.key, reading.setting(each.key.toLatin1().constData()).value_or(QString()));
    }
    QJsonArray rows, remarks;
    for (const LogComparisonRow &row : comparison.rows)
        rows.append(rowToJson(row));
    for (const LogRemark &each : comparison.remarks)
        remarks.append(QJsonObject{{QStringLiteral("code"), each.code}, {QStringLiteral("text"), each.text}});
    return {{QStringLiteral("schema"), QStringLiteral("plimsoll.measure/1")},
            {QStringLiteral("program"), QString::fromLatin1(PLIMSOLL_VERSION)},
            {QStringLiteral("log"),
             QJsonObject{{QStringLiteral("lines"), reading.lines},
                         {QStringLiteral("bytes"), reading.bytes},
                         {QStringLiteral("starts"), reading.starts},
                         {QStringLiteral("engine"), reading.engine},
                         {QStringLiteral("version"), orNull(reading.setting("version").value_or(QString()))},
                         {QStringLiteral("dryRun"), reading.dryRun},
                         {QStringLiteral("complete"), !reading.tooMany}}},
            {QStringLiteral("settings"), settings},
            {QStringLiteral("figures"), figuresOf(reading)},
            {QStringLiteral("fields"), QJsonArray::fromStringList(logPlan.fields)},
            {QStringLiteral("plan"), resolved ? QJsonValue(planToJson(resolved->plan)) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("missing"), orNull(missing)},
            {QStringLiteral("comparison"), rows},
            {QStringLiteral("remarks"), remarks},
            {QStringLiteral("calibration"), calibrationOf(resolved, stored)}};
}

} // namespace plimsoll
