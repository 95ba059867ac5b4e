// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrationfile.h"
#include "core/calibration/calibrationjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;

namespace {

/// JSON with apostrophes for quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const QByteArray kRecord =
    json("{'engine': 'vllm', 'version': '0.11.2', 'gpu': 'nvidia-h100-sxm-80gb', 'gpus': 2, 'preset': 'x', "
         "'tensor': 2, 'model': 'a/b', 'modelName': 'B', 'date': '2026-11-30', 'source': 'serve.log', 'later': [1], "
         "'bytes': {'activations': 1073741824, 'graphs': -5}}");

QByteArray document(const QByteArray &records, const QByteArray &more = {})
{
    return json("{'schema': 'plimsoll.calibration/1'") + more + json(", 'records': [") + records + "]}";
}

QByteArray recordWith(const char *key, const QByteArray &value)
{
    QJsonObject record = QJsonDocument::fromJson(kRecord).object();
    const QJsonValue changed = QJsonDocument::fromJson('[' + value + ']').array().at(0);
    record.insert(QLatin1String(key), changed);
    return QJsonDocument(record).toJson();
}

} // namespace

/// calibration.json: what people edit, break and keep for years.
class CalibrationFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void reads()
    {
        const Result<Calibration> read =
            calibrationFromJson(document(kRecord, json(", 'on': false, 'colour': 'red'")), {});
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().text));
        QVERIFY(!read->isOn);
        QCOMPARE(read->records.size(), size_t(1));
        const CalibrationRecord &record = *read->records.front();
        QCOMPARE(record.engine, QStringLiteral("vllm"));
        QCOMPARE(record.engineVersion, QStringLiteral("0.11.2"));
        QCOMPARE(record.gpu, QStringLiteral("nvidia-h100-sxm-80gb"));
        QCOMPARE(record.gpus, 2);
        QCOMPARE(record.preset, QStringLiteral("x"));
        QCOMPARE(record.tensor, 2);
        QCOMPARE(record.date, QDate(2026, 11, 30));
        QCOMPARE(record.residuals[0]->count(), 1073741824);
        QCOMPARE(record.residuals[1]->count(), -5);
        QVERIFY(!record.residuals[2]);
    }

    /// Fields of a newer program come back as they were, of the document and of a record.
    void keepsUnknownFields()
    {
        const Result<Calibration> read = calibrationFromJson(document(kRecord, json(", 'colour': {'r': 1}")), {});
        QVERIFY(read.ok());
        QJsonObject expected = QJsonDocument::fromJson(document(kRecord, json(", 'colour': {'r': 1}"))).object();
        expected.insert(QStringLiteral("on"), true);
        QCOMPARE(calibrationToJson(*read), expected);
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &content, const char *says) {
            QTest::newRow(name) << content << QString::fromLatin1(says);
        };
        row("empty", {}, "not JSON");
        row("binary", QByteArray("\0\xff\xfe\x01", 4), "not JSON");
        row("cut off", document(kRecord).chopped(5), "not JSON");
        row("deep", QByteArray(100000, '['), "not JSON");
        row("a list", "[]", "expected an object");
        row("a number", "7", "");
        row("no schema", "{}", "schema");
        row("another schema", json("{'schema': 'plimsoll.plan/1'}"), "schema");
        row("schema of no version", json("{'schema': 'plimsoll.calibration/x'}"), "schema");
        row("schema below the first", json("{'schema': 'plimsoll.calibration/0'}"), "schema");
        row("schema is a number", json("{'schema': 1}"), "schema");
        row("a long schema", json("{'schema': '") + QByteArray(100000, 'x') + "\"}", "schema");
        row("on is text", document(kRecord, json(", 'on': 'yes'")), "on:");
        row("records is an object", json("{'schema': 'plimsoll.calibration/1', 'records': {}}"), "records");
        row("a record is a number", document("7"), "records[0]");
        row("the second record is null", document(kRecord + ", null"), "records[1]");
        row("no engine", document(recordWith("engine", "\"\"")), "records[0].engine");
        row("engine is a number", document(recordWith("engine", "1")), "records[0].engine");
        row("a long engine", document(recordWith("engine", '"' + QByteArray(301, 'v') + '"')), "records[0].engine");
        row("version is a number", document(recordWith("version", "0.11")), "records[0].version");
        row("preset is a number", document(recordWith("preset", "1")), "records[0].preset");
        row("no GPU", document(recordWith("gpu", "null")), "records[0].gpu");
        row("no GPUs", document(recordWith("gpus", "0")), "records[0].gpus");
        row("half a GPU", document(recordWith("gpus", "1.5")), "records[0].gpus");
        row("many GPUs", document(recordWith("gpus", "1e18")), "records[0].gpus");
        row("tensor below nothing", document(recordWith("tensor", "-1")), "records[0].tensor");
        row("tensor is text", document(recordWith("tensor", "\"2\"")), "records[0].tensor");
        row("a model of numbers", document(recordWith("model", "[1]")), "records[0].model");
        row("no date", document(recordWith("date", "\"\"")), "records[0].date");
        row("the 31st of November", document(recordWith("date", "\"2026-11-31\"")), "records[0].date");
        row("a date of words", document(recordWith("date", "\"yesterday\"")), "records[0].date");
        row("bytes is a list", document(recordWith("bytes", "[]")), "records[0].bytes");
        row("no bytes", document(recordWith("bytes", "{}")), "records[0].bytes");
        row("bytes of weights alone", document(recordWith("bytes", json("{'weights': 5}"))), "records[0].bytes");
        row("bytes are text", document(recordWith("bytes", json("{'graphs': '5'}"))), "records[0].bytes.graphs");
        row("more bytes than any GPU", document(recordWith("bytes", json("{'runtime': 1e300}"))),
            "records[0].bytes.runtime");
        row("fewer than none of any", document(recordWith("bytes", json("{'activations': -2e12}"))),
            "records[0].bytes.activations");
        row("larger than is read", document(kRecord) + QByteArray(qsizetype(kMaxCalibrationBytes), ' '), "1 MiB");
        row("more records than are kept", document(QByteArray("0,").repeated(1000) + '0'), "1000");
    }
    void hostile()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, says);
        const Result<Calibration> read = calibrationFromJson(content, QStringLiteral("here.json"));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, QStringLiteral("bad-calibration"));
        QCOMPARE(read.error().kind, ErrorKind::File);
        QVERIFY2(read.error().text.startsWith(QLatin1String("here.json")) && read.error().text.contains(says),
                 qPrintable(read.error().text));
        QVERIFY(read.error().text.size() < 600);

        // In the file's place it is set aside before anything is written, and stays as it was.
        const QString path = write(content);
        const Result<ChangedCalibration> changed = changeCalibration([](Calibration &all) { all.isOn = false; }, path);
        QVERIFY2(changed.ok(), qPrintable(changed.ok() ? QString() : changed.error().text));
        QFile aside(changed->setAside);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
        QVERIFY(readCalibration(path).ok() && !readCalibration(path)->isOn);
    }

    /// What a newer program wrote is neither used nor touched.
    void newerProgram()
    {
        const QByteArray content = json("{'schema': 'plimsoll.calibration/2', 'residuals': []}");
        const QString path = write(content);
        QCOMPARE(readCalibration(path).error().code, QStringLiteral("newer-schema"));
        const auto changed = changeCalibration([](Calibration &all) { all.records.clear(); }, path);
        QCOMPARE(changed.error().code, QStringLiteral("newer-schema"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void changes()
    {
        const QString path = m_folder->filePath(QStringLiteral("made/on/the/way/calibration.json"));
        QVERIFY(readCalibration(path)->records.empty()); // there is none
        CalibrationRecord record = *calibrationFromJson(document(kRecord), {})->records.front();
        const auto add = [&] { return changeCalibration([&](Calibration &all) { all.add(record); }, path); };
        QCOMPARE(add()->calibration.records.size(), size_t(1));
        QCOMPARE(add()->calibration.records.size(), size_t(1));
        record.gpu = QStringLiteral("nvidia-l4-24gb");
        QCOMPARE(add()->calibration.records.size(), size_t(2));
        QCOMPARE(*readCalibration(path)->records.back(), record);
        QVERIFY(changeCalibration([](Calibration &all) { all.remove(0); }, path).ok());
        QCOMPARE(*readCalibration(path)->records.front(), record);
        QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files), QStringList{QStringLiteral("calibration.json")});
    }

    void cannotWrite()
    {
        const QString file = write("x", QStringLiteral("a-file"));
        const auto below = changeCalibration([](Calibration &) {}, file + QStringLiteral("/calibration.json"));
        QCOMPARE(below.error().code, QStringLiteral("cannot-write"));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder.json")));
        const auto folder = changeCalibration([](Calibration &) {}, m_folder->filePath(QStringLiteral("folder.json")));
        QVERIFY(!folder.ok());
        QCOMPARE(readCalibration(m_folder->filePath(QStringLiteral("folder.json"))).error().code,
                 QStringLiteral("cannot-read"));
    }

private:
    QString write(const QByteArray &content, const QString &name = QStringLiteral("calibration.json"))
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(CalibrationFileTest)
#include "tst_calibrationfile.moc"
