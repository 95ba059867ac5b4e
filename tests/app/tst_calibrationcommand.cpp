// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// 1.00 GiB of activations on one GPU, as vLLM 0.11 prints it.
const QByteArray kLog =
    "INFO 01-01 00:00:00 [utils.py:1] non-default args: {'max_model_len': 8192}\n"
    "INFO 01-01 00:00:01 [core.py:1] Initializing a V1 LLM engine (v0.11.2) with config: "
    "model='meta-llama/Llama-3.1-8B', dtype=torch.bfloat16, max_seq_len=8192, tensor_parallel_size=1, x\n"
    "INFO 01-01 00:00:02 [gpu_model_runner.py:1] Model loading took 14.99 GiB and 5.0 seconds\n"
    "INFO 01-01 00:00:04 [gpu_worker.py:1] Free memory on device (78.6/79.1 GiB) on startup. Desired GPU memory "
    "utilization is (0.9, 71.19 GiB). Actual usage is 14.99 GiB for weight, 1.00 GiB for peak activation, 0.50 GiB for "
    "non-torch memory, and 0.75 GiB for CUDAGraph memory.\n";
const char *const kCalibrate = "measure - --gpu nvidia-h100-sxm-80gb --calibrate";
const char *const kEstimate = "estimate --engine vllm@0.11 --gpu nvidia-h100-sxm-80gb --json";

} // namespace

/// The person's calibration, kept and used by the real program in a config folder of its own.
class CalibrationCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void measuredThenUsed()
    {
        const Run before = run(kEstimate);
        QVERIFY2(before.status == 0 && before.err.isEmpty(), before.described().constData());
        QVERIFY(!before.out.contains("alibrat"));
        const Run kept = run(kCalibrate, kLog);
        QVERIFY2(kept.status == 0 && kept.err.isEmpty(), kept.described().constData());
        QVERIFY(kept.out.contains("Calibrated: vLLM 0.11 on H100"));
        QVERIFY(kept.out.contains("plimsoll calibration remove 1"));
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("plimsoll/calibration.json"))));

        const Run after = run(kEstimate);
        QVERIFY2(after.status == 0 && after.err.isEmpty(), after.described().constData());
        QCOMPARE(at(after.json(), QStringLiteral("total.bytes.activations")).toInteger(), qint64(1) << 30);
        QCOMPARE(at(after.json(), QStringLiteral("calibration.count")).toInt(), 1);
        QCOMPARE(at(after.json(), QStringLiteral("calibration.records.0.source")).toString(),
                 QStringLiteral("standard input"));
        const Run text = run("estimate --engine vllm@0.11.0 --gpu nvidia-h100-sxm-80gb");
        QCOMPARE(text.out.count("Calibrated with your log of vLLM 0.11 on H100"), 1);

        // What leaves it out, once or for good, gives the bytes of before.
        for (const char *option : {" --no-calibration", " --no-user-data"})
            QCOMPARE(run(QByteArray(kEstimate).append(option).constData()).out, before.out);
        QCOMPARE(run(QByteArray("--no-calibration ").append(kEstimate).constData()).out, before.out);
        QCOMPARE(run("calibration off").status, 0);
        QCOMPARE(run(kEstimate).out, before.out);
        QCOMPARE(run("calibration on").status, 0);
        QCOMPARE(run(kEstimate).out, after.out);
        QCOMPARE(run("calibration remove 1").status, 0);
        QCOMPARE(run(kEstimate).out, before.out);
        run(kCalibrate, kLog);
        QCOMPARE(run(kEstimate).out, after.out);
        QCOMPARE(run("calibration clear").status, 0);
        QCOMPARE(run(kEstimate).out, before.out);
    }

    /// The prediction is that of the rules: a second time keeps the same, and the comparison says what it rests on.
    void asOftenAsOneLikes()
    {
        run(kCalibrate, kLog);
        const QByteArray first = run("calibration --json").out;
        const Run again = run(QByteArray(kCalibrate).append(" --json").constData(), kLog);
        QCOMPARE(at(again.json(), QStringLiteral("calibration.used")).toArray().size(), 1);
        QVERIFY(at(again.json(), QStringLiteral("calibration.stored")).isObject());
        QCOMPARE(run("calibration --json").out, first);
        const Run measured = run("measure - --gpu nvidia-h100-sxm-80gb --json", kLog);
        QVERIFY(at(measured.json(), QStringLiteral("calibration.stored")).isNull());
        for (const QJsonValue &row : measured.json().value(QLatin1String("comparison")).toArray()) {
            if (row[QLatin1String("item")].toString() == QLatin1String("activations"))
                QCOMPARE(row[QLatin1String("difference")].toInteger(-1), 0);
        }
    }

    void lists()
    {
        QVERIFY(run("calibration").out.contains("measure LOG --calibrate"));
        run(kCalibrate, kLog);
        run("measure - --gpu nvidia-h200-sxm-141gb --calibrate", QByteArray(kLog).replace("78.6/79.1", "139.0/139.8"));
        const Run list = run("calibration list --unit GB");
        for (const char *part :
             {"H100", "H200", "Llama 3.1 8B", "Activations", "GB", "standard input", "Estimates use it"})
            QVERIFY2(list.out.contains(part), part);
        const Run one = run("calibration remove 1 --json");
        QCOMPARE(one.json().value(QLatin1String("records")).toArray().size(), 1);
        QCOMPARE(at(one.json(), QStringLiteral("records.0.gpu")).toString(), QStringLiteral("nvidia-h200-sxm-141gb"));
        QCOMPARE(run("calibration --json --no-user-data").json().value(QLatin1String("records")).toArray().size(), 0);
    }

    void figuresSaySo()
    {
        run(kCalibrate, kLog);
        const QString path = m_folder->filePath(QStringLiteral("figure.svg"));
        const auto render = [&](const QStringList &more) {
            runHere(words("render --engine vllm@0.11 --gpu nvidia-h100-sxm-80gb") + QStringList{path} + more);
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(render({}).contains("calibrated"));
        const QByteArray plain = render({QStringLiteral("--no-calibration")});
        QVERIFY(!plain.isEmpty() && !plain.contains("calibrat"));
    }

    void wrong_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *arguments, const QByteArray &input, int status,
                            const char *says) {
            QTest::newRow(name) << QByteArray(arguments) << input << status << QByteArray(says);
        };
        row("no such action", "calibration forget", {}, 2, "forget");
        row("no number", "calibration remove", {}, 2, "no record");
        row("too many arguments", "calibration clear 1", {}, 2, "too many");
        row("without user data", "calibration clear --no-user-data", {}, 2, "--no-user-data");
        row("kept without user data", "measure - --gpu nvidia-h100-sxm-80gb --calibrate --no-user-data", kLog, 2,
            "--no-user-data");
        row("no GPU", "measure - --calibrate", kLog, 3, "GPU");
        row("another model", "measure - --calibrate --gpu nvidia-h100-sxm-80gb --model Qwen/Qwen3-14B", kLog, 3,
            "weights");
        row("another GPU", "measure - --calibrate --gpu nvidia-h200-sxm-141gb", kLog, 3, "another size");
        row("weights alone", "measure - --calibrate --gpu nvidia-h100-sxm-80gb", kLog.left(kLog.indexOf("[gpu_worker")),
            3, "activations");
    }
    void wrong()
    {
        QFETCH(const QByteArray, arguments);
        QFETCH(const QByteArray, input);
        QFETCH(const int, status);
        QFETCH(const QByteArray, says);
        const Run found = run(arguments.constData(), input);
        QVERIFY2(found.status == status && found.complainedOnce(), found.described().constData());
        QVERIFY2(found.err.contains(says), found.described().constData());
        QVERIFY(!QDir(m_folder->filePath(QStringLiteral("plimsoll"))).exists());
    }

    /// A broken file is said and left out; what is kept next goes into a new one.
    void brokenFile()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("plimsoll")));
        const QString path = writeFile(m_folder->path(), QStringLiteral("plimsoll/calibration.json"), "{\"schema\": ");
        const Run estimate = run(kEstimate);
        QVERIFY2(estimate.status == 0 && estimate.err.count('\n') == 1, estimate.described().constData());
        QVERIFY(estimate.err.startsWith("plimsoll: note: ") && estimate.err.contains(path.toUtf8()));
        QVERIFY(run("calibration").complainedOnce());
        QCOMPARE(run("calibration").status, 3);
        QCOMPARE(run("estimate --no-calibration --parameters 1e9").err, QByteArray());
        const Run kept = run(kCalibrate, kLog);
        QVERIFY2(kept.status == 0 && kept.err.contains(".broken-"), kept.described().constData());
        QCOMPARE(run("calibration --json").json().value(QLatin1String("records")).toArray().size(), 1);
        QCOMPARE(QDir(m_folder->filePath(QStringLiteral("plimsoll"))).entryList({QStringLiteral("*.broken-*")}).size(),
                 1);
    }

private:
    Run runHere(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder->path());
        return runPlimsollWith(arguments, input, environment);
    }
    Run run(const char *arguments, const QByteArray &input = {}) const { return runHere(words(arguments), input); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(CalibrationCommandTest)
#include "tst_calibrationcommand.moc"
