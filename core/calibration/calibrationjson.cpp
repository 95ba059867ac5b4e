// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrationjson.h"

#include "core/planning/sentences.h"
#include "core/units/quantity.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Calibration)
};

constexpr QLatin1String kSchemaName("plimsoll.calibration/");
constexpr qsizetype kLongestText = 300;
constexpr double kMostBytes = 1099511627776.0; // 1 TiB: more than any GPU has

Error bad(const QString &place, const QString &what)
{
    return {QStringLiteral("bad-calibration"), {}, Text::tr("%1: %2").arg(place, what), ErrorKind::File};
}

/// Fields of an object, each checked; what is left over is kept.
class Fields
{
public:
    Fields(QJsonObject object, QString place)
        : m_rest(std::move(object))
        , m_place(std::move(place))
    {
    }

    QString text(const char *key, bool mayBeMissing)
    {
        const QJsonValue value = m_rest.take(QLatin1String(key));
        if (value.isUndefined() && mayBeMissing)
            return {};
        if (!value.isString() || value.toString().size() > kLongestText
            || (value.toString().isEmpty() && !mayBeMissing)) {
            complain(key, Text::tr("a text of at most %1 characters").arg(kLongestText));
        }
        return value.toString();
    }
    qint64 count(const char *key, qint64 high)
    {
        const QJsonValue value = m_rest.take(QLatin1String(key));
        const double number = value.toDouble(1);
        const bool good = (value.isUndefined() || value.isDouble()) && number >= 1 && number <= double(high)
                          && number == std::floor(number);
        if (!good)
            complain(key, Text::tr("a whole number from 1 to %1").arg(high));
        return good ? qint64(number) : 1;
    }
    std::optional<Bytes> bytes(const char *key)
    {
        const QJsonValue value = m_rest.take(QLatin1String(key));
        if (value.isUndefined())
            return std::nullopt;
        if (!value.isDouble() || !(std::abs(value.toDouble()) <= kMostBytes)) {
            complain(key, Text::tr("bytes from -2^40 to 2^40"));
            return std::nullopt;
        }
        return Bytes::rounded(value.toDouble());
    }
    QJsonObject object(const char *key)
    {
        const QJsonValue value = m_rest.take(QLatin1String(key));
        if (!value.isObject())
            complain(key, Text::tr("an object"));
        return value.toObject();
    }
    void complain(const char *key, const QString &expected)
    {
        if (m_problem.isEmpty())
            m_problem = Text::tr("%1.%2: expected %3").arg(m_place, QLatin1String(key), expected);
    }

    const QJsonObject &rest() const { return m_rest; }
    const QString &problem() const { return m_problem; }

private:
    QJsonObject m_rest;
    QString m_place, m_problem;
};

/// `problem` gets the first thing that is wrong.
CalibrationRecord recordFromJson(const QJsonObject &json, const QString &place, QString *problem)
{
    Fields fields(json, place);
    CalibrationRecord record;
    record.engine = fields.text("engine", false);
    record.engineVersion = fields.text("version", true);
    record.preset = fields.text("preset", true);
    record.gpu = fields.text("gpu", false);
    record.gpus = qint32(fields.count("gpus", kMaxGpus));
    record.tensor = qint32(fields.count("tensor", kMaxGpus));
    record.model = fields.text("model", true);
    record.modelName = fields.text("modelName", true);
    record.source = fields.text("source", true);
    record.date = QDate::fromString(fields.text("date", false), Qt::ISODate);
    if (!record.date.isValid())
        fields.complain("date", Text::tr("a date such as 2026-11-30"));
    Fields bytes(fields.object("bytes"), place + QLatin1String(".bytes"));
    for (size_t i = 0; i < kCalibratedCount; ++i)
        record.residuals[i] = bytes.bytes(itemKey(kCalibratedItems[i]));
    if (!record.hasResiduals() && bytes.problem().isEmpty())
        fields.complain("bytes", Text::tr("activations, graphs or runtime"));
    record.unknown = fields.rest();
    *problem = fields.problem().isEmpty() ? bytes.problem() : fields.problem();
    return record;
}

Error badSchema(const QString &schema, const QString &place)
{
    bool isNumber = false;
    const int major = schema.mid(kSchemaName.size()).toInt(&isNumber);
    if (schema.startsWith(kSchemaName) && isNumber && major > 1) {
        return {QStringLiteral("newer-schema"),
                {},
                Text::tr("%1: a newer Plimsoll wrote it (%2); update Plimsoll to use it").arg(place, schema.left(40)),
                ErrorKind::File};
    }
    return bad(place,
               Text::tr("schema: expected \"plimsoll.calibration/1\", found \"%1\"").arg(schema.left(kLongestText)));
}

} // namespace

Result<Calibration> calibrationFromJson(const QByteArray &json, const QString &place)
{
    if (json.size() > kMaxCalibrationBytes)
        return bad(place, Text::tr("it is larger than 1 MiB: this is not a calibration"));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return bad(place, Text::tr("not JSON: %1").arg(problem.errorString()));
    if (!document.isObject())
        return bad(place, Text::tr("expected an object with \"schema\": \"plimsoll.calibration/1\""));
    QJsonObject root = document.object();
    const QString schema = root.take(QLatin1String("schema")).toString();
    if (schema != QLatin1String("plimsoll.calibration/1"))
        return badSchema(schema, place);

    Calibration calibration;
    const QJsonValue isOn = root.take(QLatin1String("on"));
    if (!isOn.isUndefined() && !isOn.isBool())
        return bad(place, Text::tr("on: expected true or false"));
    calibration.isOn = isOn.toBool(true);
    const QJsonValue records = root.take(QLatin1String("records"));
    if (!records.isUndefined() && !records.isArray())
        return bad(place, Text::tr("records: expected a list"));
    const QJsonArray list = records.toArray();
    if (list.size() > kMaxCalibrationRecords)
        return bad(place, Text::tr("records: expected %1 at most").arg(kMaxCalibrationRecords));
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString where = QStringLiteral("records[%1]").arg(i);
        if (!list.at(i).isObject())
            return bad(place, Text::tr("%1: expected an object").arg(where));
        QString wrong;
        const CalibrationRecord record = recordFromJson(list.at(i).toObject(), where, &wrong);
        if (!wrong.isEmpty())
            return bad(place, wrong);
        calibration.records.push_back(std::make_shared<const CalibrationRecord>(record));
    }
    calibration.unknown = root;
    return calibration;
}

QJsonObject recordToJson(const CalibrationRecord &record)
{
    QJsonObject bytes;
    for (size_t i = 0; i < kCalibratedCount; ++i) {
        if (record.residuals[i])
            bytes.insert(QLatin1String(itemKey(kCalibratedItems[i])), record.residuals[i]->count());
    }
    QJsonObject json = record.unknown;
    json.insert(QStringLiteral("engine"), record.engine);
    json.insert(QStringLiteral("version"), record.engineVersion);
    if (!record.preset.isEmpty())
        json.insert(QStringLiteral("preset"), record.preset);
    json.insert(QStringLiteral("gpu"), record.gpu);
    json.insert(QStringLiteral("gpus"), record.gpus);
    json.insert(QStringLiteral("tensor"), record.tensor);
    json.insert(QStringLiteral("model"), record.model);
    json.insert(QStringLiteral("modelName"), record.modelName);
    json.insert(QStringLiteral("date"), record.date.toString(Qt::ISODate));
    json.insert(QStringLiteral("source"), record.source);
    json.insert(QStringLiteral("bytes"), bytes);
    return json;
}

QJsonObject calibrationToJson(const Calibration &calibration)
{
    QJsonArray records;
    for (const auto &each : calibration.records)
        records.append(recordToJson(*each));
    QJsonObject json = calibration.unknown;
    json.insert(QStringLiteral("schema"), QStringLiteral("plimsoll.calibration/1"));
    json.insert(QStringLiteral("on"), calibration.isOn);
    json.insert(QStringLiteral("records"), records);
    return json;
}

} // namespace plimsoll
