// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibratedplan.h"
#include "core/calibration/logcalibration.h"
#include "core/logs/logreader.h"
#include "tests/core/resolvedplan.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;

namespace {

constexpr const char *kH100 = "nvidia-h100-sxm-80gb";
const QDate kToday(2026, 11, 30);

LogReading read(const QByteArray &log)
{
    LogReader reader;
    reader.feed(log);
    return reader.finish();
}

/// As vLLM 0.11 prints it on one rank.
QByteArray vllmLog(const QByteArray &weights = "14.99", const QByteArray &version = "0.11.2")
{
    return "INFO 01-01 00:00:00 [utils.py:1] non-default args: {'max_model_len': 8192}\n"
           "INFO 01-01 00:00:01 [core.py:1] Initializing a V1 LLM engine (v"
           + version
           + ") with config: model='meta-llama/Llama-3.1-8B', speculative_config=None, dtype=torch.bfloat16, "
             "max_seq_len=8192, tensor_parallel_size=1, x\n"
             "INFO 01-01 00:00:02 [gpu_model_runner.py:1] Model loading took "
           + weights
           + " GiB and 5.0 seconds\n"
             "INFO 01-01 00:00:03 [gpu_worker.py:1] Available KV cache memory: 50.00 GiB\n"
             "INFO 01-01 00:00:04 [gpu_model_runner.py:1] Graph capturing finished in 8 secs, took 0.75 GiB\n"
             "INFO 01-01 00:00:04 [gpu_worker.py:1] Free memory on device (78.6/79.1 GiB) on startup. Desired GPU "
             "memory utilization is (0.9, 71.19 GiB). Actual usage is "
           + weights
           + " GiB for weight, 1.00 GiB for peak activation, 0.50 GiB for non-torch memory, and 0.75 GiB for "
             "CUDAGraph memory.\n";
}

struct Case {
    LogReading reading;
    LogPlan plan;
    ResolvedPlan resolved;
};

/// The plan of a log on GPUs that it does not name.
Case caseOf(const QByteArray &log, const char *gpu, int gpus, const Catalog &catalog)
{
    Case made{read(log), {}, {}};
    made.plan = planOfLog(made.reading, catalog);
    Plan plan = made.plan.plan;
    if (gpu)
        plan.gpus = {{QString::fromLatin1(gpu), gpus}};
    made.resolved = resolvedPlan(plan, catalog);
    return made;
}

Result<CalibrationRecord> recordOf(const Case &made)
{
    return calibrationFromLog(made.reading, made.plan, made.resolved, QStringLiteral("serve.log"), kToday);
}

Catalog catalogWith(const CalibrationRecord &record)
{
    Calibration calibration;
    calibration.add(record);
    Catalog catalog = Catalog::builtIn();
    catalog.setCalibration(std::make_shared<const Calibration>(calibration));
    return catalog;
}

/// llama.cpp on one card, or on two.
QByteArray llamaLog(bool two)
{
    QByteArray log = "build: 7800 (0123abcd) with cc (Debian 12.2.0) for x86_64-linux-gnu\n"
                     "llama_model_load_from_file_impl: using device CUDA0 (NVIDIA GeForce RTX 4090) - 24000 MiB free\n";
    if (two)
        log += "llama_model_load_from_file_impl: using device CUDA1 (NVIDIA GeForce RTX 4090) - 24000 MiB free\n";
    log += "llama_model_loader: loaded meta data with 30 key-value pairs and 292 tensors from "
           "/srv/gguf/Llama-3.1-8B-Instruct-Q8_0.gguf (version GGUF V3 (latest))\n"
           "print_info: file type   = Q8_0\n"
           "print_info: general.name     = Llama 3.1 8B Instruct\n"
           "load_tensors: offloaded 33/33 layers to GPU\n"
           "llama_context: n_seq_max     = 1\n"
           "llama_context: n_ctx         = 8192\n"
           "llama_context: n_batch       = 2048\n"
           "llama_context: n_ubatch      = 512\n"
           "llama_context: flash_attn    = 1\n"
           "llama_context:      CUDA0 compute buffer size =   500.00 MiB\n";
    if (two) // not as evenly as the rules divide them: other programs hold a part of the second card
        log += "load_tensors:        CUDA0 model buffer size =  4800.00 MiB\n"
               "load_tensors:        CUDA1 model buffer size =  2817.25 MiB\n"
               "load_tensors:   CPU_Mapped model buffer size =   532.50 MiB\n"
               "llama_context:      CUDA1 compute buffer size =   700.00 MiB\n";
    return log + "llama_context:  CUDA_Host compute buffer size =    24.01 MiB\n";
}

} // namespace

/// From a log to estimates that agree with it.
class LogCalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 1.00 GiB of activations, 0.75 GiB of graphs and 0.50 GiB outside PyTorch were measured, so that is what the same
    /// plan has from then on, to the byte, and its pool is smaller by what counts against the budget.
    void vllm()
    {
        const Case made = caseOf(vllmLog(), kH100, 1, Catalog::builtIn());
        const Result<CalibrationRecord> record = recordOf(made);
        QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().text));
        const Estimate before = estimate(made.resolved);
        const qint64 gib = qint64(1) << 30;
        QCOMPARE(record->residuals[0]->count(), gib - before.total[Item::Activations].count());
        QCOMPARE(record->residuals[1]->count(), gib * 3 / 4 - before.total[Item::Graphs].count());
        QCOMPARE(record->engine, QStringLiteral("vllm"));
        QCOMPARE(record->engineVersion, QStringLiteral("0.11.2"));
        QCOMPARE(record->gpu, QLatin1String(kH100));
        QCOMPARE(record->gpus, 1);
        QCOMPARE(record->model, QStringLiteral("meta-llama/Llama-3.1-8B"));
        QCOMPARE(record->source, QStringLiteral("serve.log"));
        QCOMPARE(record->date, kToday);

        const Catalog catalog = catalogWith(*record);
        const Case again = caseOf(vllmLog(), kH100, 1, catalog);
        const Estimate after = estimate(again.resolved);
        QCOMPARE(after.total[Item::Activations].count(), gib);
        QCOMPARE(after.total[Item::Graphs].count(), gib * 3 / 4);
        QCOMPARE(after.total[Item::Weights], before.total[Item::Weights]);
        QCOMPARE(after.total[Item::KvCache], before.total[Item::KvCache]);
        QCOMPARE((before.poolBytes - after.poolBytes).count(),
                 record->residuals[0]->count() + record->residuals[2]->count());
        const LogComparison comparison = compareWithLog(again.reading, again.plan, again.resolved, after);
        int equal = 0;
        for (const LogComparisonRow &row : comparison.rows) {
            const bool own =
                row.item == Measured::Activations || row.item == Measured::Graphs || row.item == Measured::NonTorch;
            if (own) {
                QCOMPARE(qint64(row.difference()), 0);
                ++equal;
            }
        }
        QCOMPARE(equal, 3);

        // The prediction is that of the rules, so a second time says the same.
        const Result<CalibrationRecord> second = recordOf(again);
        QVERIFY(second.ok());
        QCOMPARE(*second, *record);
    }

    void sglang()
    {
        const QByteArray log =
            "[2025-05-06 07:08:00] server_args=ServerArgs(model_path='meta-llama/Llama-3.1-8B-Instruct', "
            "dtype='auto', kv_cache_dtype='auto', quantization=None, context_length=16384, tp_size=1)\n"
            "[2025-05-06 07:08:09] Load weight end. type=LlamaForCausalLM, dtype=torch.bfloat16, avail mem=60.00 GB, "
            "mem usage=15.00 GB.\n"
            "[2025-05-06 07:08:09] KV Cache is allocated. #tokens: 400000, K size: 24.41 GB, V size: 24.41 GB\n"
            "[2025-05-06 07:08:09] Capture cuda graph end. Time elapsed: 5.00 s. avail mem=6.60 GB. mem usage=1.50 "
            "GB.\n";
        Case made = caseOf(log, kH100, 1, Catalog::builtIn());
        const Result<CalibrationRecord> record = recordOf(made);
        QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().text));
        QVERIFY(!record->residuals[0] && record->residuals[1] && !record->residuals[2]);
        const Estimate after = estimate(caseOf(log, kH100, 1, catalogWith(*record)).resolved);
        QCOMPARE(after.total[Item::Graphs], Bytes::fromMiB(1536));
        QCOMPARE(after.poolBytes, estimate(made.resolved).poolBytes); // graphs are captured beside the static share
    }

    void llamaCpp()
    {
        const Case one = caseOf(llamaLog(false), nullptr, 0, Catalog::builtIn());
        const Result<CalibrationRecord> record = recordOf(one);
        QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().text));
        QCOMPARE(record->gpus, 1);
        const Estimate after = estimate(caseOf(llamaLog(false), nullptr, 0, catalogWith(*record)).resolved);
        QCOMPARE(after.total[Item::Activations], Bytes::fromMiB(500));
        QCOMPARE(after.host[Item::Activations], estimate(one.resolved).host[Item::Activations]);
    }

    /// Of two cards the residual of the one that the rules miss by most, so that none is promised too little.
    void severalCards()
    {
        const Case two = caseOf(llamaLog(true), nullptr, 0, Catalog::builtIn());
        const Result<CalibrationRecord> record = recordOf(two);
        QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().text));
        QCOMPARE(record->gpus, 2);
        const Estimate before = estimate(two.resolved);
        QCOMPARE(before.deviceClasses, 2);
        const Estimate after = estimate(caseOf(llamaLog(true), nullptr, 0, catalogWith(*record)).resolved);
        for (const auto &[device, measured] : {std::pair{0, 500}, std::pair{1, 700}}) {
            const Bytes predicted = before.devices[size_t(device)].items[Item::Activations];
            QVERIFY(*record->residuals[0] >= Bytes::fromMiB(measured) - predicted);
            QVERIFY(after.devices[size_t(device)].items[Item::Activations] >= Bytes::fromMiB(measured));
            QCOMPARE(after.devices[size_t(device)].items[Item::Activations] - predicted, *record->residuals[0]);
        }
    }

    void tensorRtLlm()
    {
        const QByteArray log =
            "[TensorRT-LLM] TensorRT LLM version: 1.1.0\n"
            "[01/02/2026-03:04:26] [TRT-LLM] [I] Memory dynamically allocated during inference (inside torch) in "
            "memory "
            "usage profiling: 0.50 GiB\n"
            "[TensorRT-LLM][INFO] [MemUsageChange] Allocated 22.60 GiB for max tokens in paged KV cache (185120).\n";
        Case made{read(log), {}, {}};
        made.plan = planOfLog(made.reading, Catalog::builtIn());
        const Plan plan = planOn("meta-llama/Llama-3.1-8B", "tensorrt-llm", kH100, 1);
        made.resolved = resolvedPlan(plan, Catalog::builtIn());
        const Result<CalibrationRecord> record = recordOf(made);
        QVERIFY2(record.ok(), qPrintable(record.ok() ? QString() : record.error().text));
        QCOMPARE(record->engineVersion, QString()); // its rules have no versions
        const Estimate after = estimate(resolvedPlan(plan, catalogWith(*record)));
        QCOMPARE(after.total[Item::Activations], Bytes::fromMiB(512));
    }

    /// A version newer than every known record is kept as it is, and speaks for no older one.
    void newerThanKnown()
    {
        const Case made = caseOf(vllmLog("14.99", "0.99.1"), kH100, 1, Catalog::builtIn());
        const Result<CalibrationRecord> record = recordOf(made);
        QVERIFY(record.ok());
        QCOMPARE(record->engineVersion, QStringLiteral("0.99.1"));
        const Catalog catalog = catalogWith(*record);
        QCOMPARE(recordsUsed(resolvedPlan(planOn("meta-llama/Llama-3.1-8B", "vllm@0.99", kH100, 1), catalog)).size(),
                 size_t(1));
        QVERIFY(recordsUsed(resolvedPlan(planOn("meta-llama/Llama-3.1-8B", "vllm", kH100, 1), catalog)).empty());
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<std::vector<GpuChoice>>("gpus");
        QTest::addColumn<QString>("says");
        const std::vector<GpuChoice> one = {{QLatin1String(kH100), 1}};
        QTest::newRow("no GPU") << vllmLog() << std::vector<GpuChoice>() << QStringLiteral("names no GPU");
        QTest::newRow("weights of another model") << vllmLog("9.50") << one << QStringLiteral("weights");
        QTest::newRow("nothing but weights")
            << vllmLog().left(vllmLog().indexOf("INFO 01-01 00:00:03")) << one << QStringLiteral("activations");
        QTest::newRow("a draft that is not in the plan")
            << QByteArray(vllmLog()).replace("speculative_config=None",
                                             "speculative_config=SpeculativeConfig(method='eagle', model='x', "
                                             "num_spec_tokens=3)")
            << one << QStringLiteral("draft");
        QTest::newRow("another GPU") << vllmLog()
                                     << std::vector<GpuChoice>{{QStringLiteral("nvidia-h200-sxm-141gb"), 1}}
                                     << QStringLiteral("another size");
        QTest::newRow("two kinds of GPU")
            << QByteArray(vllmLog())
                   .replace("tensor_parallel_size=1", "tensor_parallel_size=2")
                   .replace("14.99", "7.50")
            << std::vector<GpuChoice>{{QLatin1String(kH100), 1}, {QStringLiteral("nvidia-a100-sxm-80gb"), 1}}
            << QStringLiteral("several kinds");
    }
    void refused()
    {
        QFETCH(const QByteArray, log);
        QFETCH(const std::vector<GpuChoice>, gpus);
        QFETCH(const QString, says);
        Case made{read(log), {}, {}};
        made.plan = planOfLog(made.reading, Catalog::builtIn());
        Plan plan = made.plan.plan;
        plan.gpus = gpus;
        made.resolved = resolvedPlan(plan, Catalog::builtIn());
        const Result<CalibrationRecord> record = recordOf(made);
        QVERIFY(!record.ok());
        QCOMPARE(record.error().code, QStringLiteral("cannot-calibrate"));
        QVERIFY2(record.error().text.contains(says), qPrintable(record.error().text));
    }
};

QTEST_GUILESS_MAIN(LogCalibrationTest)
#include "tst_logcalibration.moc"
