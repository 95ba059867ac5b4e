// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/loglines.h"
#include "core/logs/logreader.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace plimsoll;

namespace {

QByteArrayList recordsOf(const QByteArray &log, qsizetype chunk = 1 << 20)
{
    QByteArrayList records;
    LogLines lines([&](const LogRecord &record) { records.append(record.text); });
    for (qsizetype at = 0; at < log.size(); at += chunk)
        lines.feed(QByteArrayView(log).sliced(at, std::min(chunk, log.size() - at)));
    lines.finish();
    return records;
}

LogReading read(const QByteArray &log)
{
    LogReader reader;
    reader.feed(log);
    return reader.finish();
}

const QByteArray kWeights(
    "INFO 01-02 03:04:05 [vllm/v1/worker/gpu_model_runner.py:1999] Model loading took 7.2500 GiB and 3.5 seconds");

} // namespace

/// What stands around the words of a log, and what is no log at all.
class LogLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void around_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QString>("rank");
        const auto row = [](const char *name, const QByteArray &log, const char *rank = "") {
            QTest::newRow(name) << log << QString::fromLatin1(rank);
        };
        row("plain", kWeights);
        row("no end of line", "first\n" + kWeights);
        row("carriage returns", "first\r\n" + kWeights + "\r\n");
        row("colours", "\x1b[36m(Worker_TP1 pid=7)\x1b[0;0m " + kWeights + "\n", "Worker_TP1 pid=7");
        row("colours without their escape", "[36m(Worker_TP1 pid=7)[0;0m " + kWeights + "\n", "Worker_TP1 pid=7");
        row("colours in carets", "^[[36m(Worker_TP1 pid=7)^[[0m " + kWeights + "\n", "Worker_TP1 pid=7");
        row("compose", "server-1  | " + kWeights + "\n");
        row("kubectl", "[pod/server-0/main] " + kWeights + "\n");
        row("kubelet", "2026-01-02T03:04:05.678Z stdout F " + kWeights + "\n");
        row("Docker's JSON", "{\"log\":\"" + kWeights + "\\n\",\"stream\":\"stderr\"}\n");
        row("a message in JSON", "{\"level\": \"info\", \"message\": \"" + kWeights + "\"}\n");
        row("nested workers", "(EngineCore_DP0 pid=3) (RayWorkerWrapper pid=9, ip=10.1.1.2) " + kWeights + "\n",
            "RayWorkerWrapper pid=9, ip=10.1.1.2");
        row("behind a progress bar", "Loading shards:  50%|#####     | 1/2 [00:01<00:01]\r" + kWeights + "\n");
        row("zeros", QByteArray(kWeights).insert(5, QByteArray("\0\0", 2)) + "\n");
        row("invalid UTF-8", "\xff\xfe\xc3\n" + kWeights + " \xff\n");
        row("wrapped in the unit", QByteArray(kWeights).insert(kWeights.indexOf("iB"), '\n') + "\n");
        row("wrapped in the number", QByteArray(kWeights).insert(kWeights.indexOf("500 G"), '\n') + "\n");
        row("wrapped and padded",
            QByteArray(kWeights).insert(kWeights.indexOf(" GiB"), "\n") + QByteArray(60, ' ') + "\n");
        row("wrapped with carriage returns", QByteArray(kWeights).insert(kWeights.indexOf("iB"), "\r\n") + "\r\n");
    }
    void around()
    {
        QFETCH(QByteArray, log);
        QFETCH(QString, rank);
        const LogReading reading = read(log);
        QCOMPARE(reading.figures.size(), 1u);
        QCOMPARE(reading.figures.front().printed, QStringLiteral("7.2500"));
        // 7.25 x 2^30, by hand.
        QCOMPARE(reading.figures.front().bytes.count(), 7784628224);
        QCOMPARE(reading.figures.front().rank, rank);
        QCOMPARE(reading.engine, QStringLiteral("vllm"));
    }

    void whereItStands()
    {
        const LogReading reading =
            read("a\n\r\nb\rc\n" + kWeights + "\n" + QByteArray(kWeights).replace("7.25", "1.25"));
        QCOMPARE(reading.figures.size(), 2u);
        QCOMPARE(reading.figures.at(0).line, 4);
        QCOMPARE(reading.figures.at(1).line, 5);
        QCOMPARE(reading.lines, 5);
    }

    void containersAreRanks()
    {
        const LogReading reading = read("node-1 | " + kWeights + "\nnode-2 | " + kWeights + "\n");
        QCOMPARE(reading.figures.size(), 2u);
        QCOMPARE(reading.figures.at(0).rank, QStringLiteral("node-1"));
        QCOMPARE(reading.figures.at(1).rank, QStringLiteral("node-2"));
    }

    /// Two lines that both begin as engines do were not one.
    void doesNotJoinRecords()
    {
        const QByteArray line = "INFO 01-02 03:04:05 " + QByteArray(80, 'x');
        QCOMPARE(recordsOf(line + "\n" + line + "\n").size(), 2);
        QCOMPARE(recordsOf(line + "\nrest\n"), QByteArrayList{line + "rest"});
        QCOMPARE(recordsOf("short\nrest\n").size(), 2);
    }

    /// However the bytes arrive.
    void pieces()
    {
        const QByteArray log = "first\r\n\x1b[36m" + QByteArray(90, 'y') + "\r\nrest\rbar\n\n" + kWeights;
        const QByteArrayList whole = recordsOf(log);
        for (qsizetype chunk : {1, 2, 3, 7, 64})
            QCOMPARE(recordsOf(log, chunk), whole);
    }

    void longLines()
    {
        const QByteArray noise(10'000'000, 'x');
        QCOMPARE(read(noise).figures.size(), 0u);
        const LogReading reading = read(noise + "\n" + kWeights + "\n");
        QCOMPARE(reading.figures.size(), 1u);
        QCOMPARE(reading.figures.front().line, 2);
        for (const QByteArray &record : recordsOf(noise))
            QVERIFY(record.size() <= 1 << 18);
    }

    void noise()
    {
        QRandomGenerator random(7);
        QByteArray bytes(1'000'000, Qt::Uninitialized);
        for (char &c : bytes)
            c = char(random.bounded(256));
        const LogReading reading = read(bytes);
        QCOMPARE(reading.figures.size(), 0u);
        QVERIFY(reading.engine.isEmpty());
        QVERIFY(!reading.hasMemory());
    }

    /// Every beginning of a log is a log.
    void truncated()
    {
        const QByteArray log = "(Worker pid=1) " + kWeights + "\nGPU KV cache size: 1,024 tokens\n";
        for (qsizetype length = 0; length <= log.size(); ++length) {
            const LogReading reading = read(log.first(length));
            for (const LogFigure &figure : reading.figures)
                QVERIFY(figure.printed == QLatin1String("7.2500") || figure.printed == QLatin1String("1,024"));
        }
    }

    /// A log that repeats itself for ever is read to its end, and says that something was left out.
    void boundedFigures()
    {
        QByteArray log;
        for (int i = 0; i < 25'000; ++i)
            log += "# GPU blocks: 10, # CPU blocks: 5\n";
        const LogReading reading = read(log);
        QVERIFY(reading.tooMany);
        QCOMPARE(reading.figures.size(), 20'000u);
    }

    void progress()
    {
        QByteArray log(5 << 20, '\n');
        QBuffer buffer(&log);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        qint64 last = 0;
        const Result<LogReading> all = readLog(buffer, [&](qint64 bytes) {
            last = bytes;
            return true;
        });
        QVERIFY(all.ok());
        QCOMPARE(last, log.size());
        QCOMPARE(all->lines, log.size());
        QVERIFY(buffer.seek(0));
        const Result<LogReading> stopped = readLog(buffer, [](qint64) { return false; });
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().code, QStringLiteral("stopped"));
    }
};

QTEST_GUILESS_MAIN(LogLinesTest)
#include "tst_loglines.moc"
