// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

/// JSON Lines in, one line out for each, in order.
class BatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInOrder();
    void errorsInPlace_data();
    void errorsInPlace();
    void blankLinesCount();
    void lineTooLong();
    void sameAsAlone();
    void answersBeforeTheEnd();
    void thousands();
};

namespace {

const QByteArray kThirteen = R"({"schema": "plimsoll.plan/1", "model": {"parameters": 13000000000}})";
const QByteArray kSeventy = R"({"schema": "plimsoll.plan/1", "model": {"parameters": 70000000000}})";

Run batch(const QByteArray &input)
{
    return runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--batch"), QStringLiteral("-"), QStringLiteral("--json")}, input);
}

QList<QJsonObject> linesOf(const QByteArray &out)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            lines << QJsonDocument::fromJson(line).object();
    }
    return lines;
}

qint64 totalOf(const QJsonObject &answer)
{
    return at(answer, QStringLiteral("total.bytes.total")).toInteger(-1);
}

} // namespace

void BatchTest::answersInOrder()
{
    const QTemporaryDir folder;
    const QByteArray input = kThirteen + "\n" + kSeventy + "\r\n" + kThirteen; // CR LF, and no line feed at the end
    const QString path = writeFile(folder.path(), QStringLiteral("plans.jsonl"), input);
    for (const QString &from : {path, QStringLiteral("-")}) {
        const Run run =
            runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--batch"), from},
                        from == path ? QByteArray() : input);
        QVERIFY2(run.ended && run.status == 0 && run.err.isEmpty(), run.described().constData());
        const QList<QJsonObject> lines = linesOf(run.out);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(totalOf(lines.at(0)), Q_INT64_C(31'200'000'000));
        QCOMPARE(totalOf(lines.at(1)), Q_INT64_C(168'000'000'000));
        QCOMPARE(totalOf(lines.at(2)), Q_INT64_C(31'200'000'000));
    }
}

void BatchTest::errorsInPlace_data()
{
    QTest::addColumn<QByteArray>("wrong");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &wrong, const char *code, const char *field) {
        QTest::newRow(name) << wrong << QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    row("unknown GPU", R"({"schema": "plimsoll.plan/1", "gpus": [{"id": "nvidia-h1000"}]})", "unknown-gpu",
        "gpus[0].id");
    row("unknown model", R"({"schema": "plimsoll.plan/1", "model": "nobody/nothing"})", "unknown-model", "model");
    row("not JSON", "hello", "bad-json", "");
    row("not UTF-8", "\xff\xfe", "bad-json", "");
    row("a list", "[1]", "not-a-plan", "");
    row("no schema", "{}", "not-a-plan", "schema");
    row("wrong type", R"({"schema": "plimsoll.plan/1", "contextLength": "abc"})", "bad-value", "contextLength");
    row("deep", QByteArray(100000, '['), "too-deep", "");
    row("newer", R"({"schema": "plimsoll.plan/2"})", "newer-schema", "schema");
}

void BatchTest::errorsInPlace()
{
    QFETCH(QByteArray, wrong);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const Run run = batch(kThirteen + "\n" + wrong + "\n" + kSeventy + "\n");
    QVERIFY2(run.ended && run.status == 3, run.described().constData());
    const QList<QJsonObject> lines = linesOf(run.out);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(totalOf(lines.at(0)), Q_INT64_C(31'200'000'000));
    QCOMPARE(totalOf(lines.at(2)), Q_INT64_C(168'000'000'000));
    const QJsonObject &error = lines.at(1);
    QCOMPARE(error.value(QStringLiteral("schema")).toString(), QStringLiteral("plimsoll.error/1"));
    QCOMPARE(error.value(QStringLiteral("line")).toInteger(), 2);
    QCOMPARE(error.value(QStringLiteral("code")).toString(), code);
    QCOMPARE(error.value(QStringLiteral("field")).toString(), field);
    QVERIFY(!error.value(QStringLiteral("text")).toString().isEmpty());
}

void BatchTest::blankLinesCount()
{
    const Run run = batch("\n  \n" + kThirteen + "\n\r\nhello\n\n");
    QCOMPARE(run.status, 3);
    const QList<QJsonObject> lines = linesOf(run.out);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(totalOf(lines.at(0)), Q_INT64_C(31'200'000'000));
    QCOMPARE(lines.at(1).value(QStringLiteral("line")).toInteger(), 5);
    QCOMPARE(batch("").status, 0);
    QCOMPARE(batch("\n\n").status, 0);
}

void BatchTest::lineTooLong()
{
    const Run run = batch(QByteArray(17 << 20, 'x') + "\n" + kThirteen + "\n");
    QVERIFY2(run.ended && run.status == 3, run.described().constData());
    const QList<QJsonObject> lines = linesOf(run.out);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).value(QStringLiteral("code")).toString(), QStringLiteral("too-large"));
    QCOMPARE(totalOf(lines.at(1)), Q_INT64_C(31'200'000'000));
}

void BatchTest::sameAsAlone()
{
    const QByteArray plan = R"({"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-8B", "sequences": 8,)"
                            R"( "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 2}]})";
    const Run together = batch(kThirteen + "\n" + plan + "\n");
    const Run alone = runPlimsoll(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), QStringLiteral("-")}, plan);
    QCOMPARE(linesOf(together.out).value(1), alone.json());
    QVERIFY(!alone.json().isEmpty());
}

void BatchTest::answersBeforeTheEnd()
{
    QProcess process;
    process.start(QStringLiteral(PLIMSOLL_PROGRAM),
                  {QStringLiteral("estimate"), QStringLiteral("--batch"), QStringLiteral("-"), QStringLiteral("--json"),
                   QStringLiteral("--no-user-data")});
    for (int i = 0; i < 3; ++i) {
        process.write(kThirteen + "\n");
        QByteArray answer;
        while (!answer.endsWith('\n') && process.waitForReadyRead())
            answer += process.readAllStandardOutput();
        QCOMPARE(totalOf(QJsonDocument::fromJson(answer).object()), Q_INT64_C(31'200'000'000));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void BatchTest::thousands()
{
    QByteArray input;
    for (int i = 1; i <= 3000; ++i)
        input += R"({"schema": "plimsoll.plan/1", "model": {"parameters": )"
                 + QByteArray::number(Q_INT64_C(1'000'000) * i) + "}}\n";
    const Run run = batch(input);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    const QList<QJsonObject> lines = linesOf(run.out);
    QCOMPARE(lines.size(), 3000);
    for (int i = 1; i <= 3000; ++i)
        QCOMPARE(totalOf(lines.at(i - 1)), Q_INT64_C(2'400'000) * i); // P x 2 x 1.2
}

QTEST_GUILESS_MAIN(BatchTest)
#include "tst_batch.moc"
