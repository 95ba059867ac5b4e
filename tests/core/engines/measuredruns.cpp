// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engines/measuredruns.h"

#include <QFile>
#include <QHash>
#include <QStringList>

namespace {

/// Runs of models that are not in the catalog, and the record of the same shape: the configs name the same
/// sizes (Kimi-Dev-72B is a Qwen2.5-72B; Kimi-VL's language model is Moonlight's, its tower is not catalogued).
const QHash<QString, QString> &sameShape()
{
    static const QHash<QString, QString> names = {
        {QStringLiteral("moonshotai/Kimi-Dev-72B"), QStringLiteral("Qwen/Qwen2.5-72B-Instruct")},
        {QStringLiteral("ibm-granite/granite-3.1-2b-instruct"), QStringLiteral("ibm-granite/granite-3.3-2b-instruct")},
        {QStringLiteral("ibm-granite/granite-vision-3.3-2b"), QStringLiteral("ibm-granite/granite-3.3-2b-instruct")},
        {QStringLiteral("moonshotai/Kimi-VL-A3B-Instruct"), QStringLiteral("moonshotai/Moonlight-16B-A3B-Instruct")},
        {QStringLiteral("RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16"),
         QStringLiteral("meta-llama/Llama-3.1-8B-Instruct")},
        {QStringLiteral("RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w8a8"),
         QStringLiteral("meta-llama/Llama-3.1-8B-Instruct")},
    };
    return names;
}

QString weightsOf(const QString &model, const QString &dtype, const QString &quantization)
{
    if (model.endsWith(QLatin1String("w4a16")))
        return QStringLiteral("gptq-int4");
    if (model.endsWith(QLatin1String("w8a8")))
        return QStringLiteral("int8");
    if (quantization == QLatin1String("fp8"))
        return QStringLiteral("fp8");
    if (quantization == QLatin1String("mxfp4"))
        return QStringLiteral("native");
    if (dtype == QLatin1String("torch.float32"))
        return QStringLiteral("fp32");
    return dtype == QLatin1String("torch.float16") ? QStringLiteral("fp16") : QStringLiteral("bf16");
}

} // namespace

std::vector<MeasuredRun> readMeasuredRuns()
{
    QFile file(QStringLiteral(PLIMSOLL_TEST_DATA "/vllm_h100_runs.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList header = lines.front().trimmed().split(QLatin1Char(','));
    std::vector<MeasuredRun> runs;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].trimmed().split(QLatin1Char(','));
        const auto cell = [&](const char *column) { return cells.value(header.indexOf(QLatin1String(column))); };
        MeasuredRun run;
        run.name = cell("log_file");
        const QString model = cell("model");
        run.sameShapeElsewhere = sameShape().contains(model);
        run.catalogId = sameShape().value(model, model);
        run.hasUnknownTower =
            model.contains(QLatin1String("Kimi-VL")) || model.contains(QLatin1String("granite-vision"));
        run.tensor = cell("tp").toInt();
        run.pipeline = cell("pp").toInt();
        run.maxModelLen = cell("max_model_len").toLongLong();
        run.weightsGiB = cell("weights_memory_gib").toDouble();
        run.poolRankWeightsGiB = cell("weight_memory_gib").toDouble();
        run.activationGiB = cell("activation_memory_gib").toDouble();
        run.contextGiB = cell("init_cuda_memory_gib").toDouble();
        run.nonTorchGiB = cell("non_torch_forward_gib").toDouble();
        run.graphsGiB = cell("cuda_graph_actual_gib").toDouble();
        run.nonKvGiB = cell("total_non_kv_cache_gib").toDouble();
        run.poolGiB = cell("kv_cache_memory_gib").toDouble();
        run.tokens = cell("kv_cache_tokens").toLongLong();
        run.blocks = cell("kv_cache_blocks").toLongLong();
        run.concurrency = cell("max_concurrency").toDouble();
        run.utilization = cell("gpu_memory_utilization").toDouble();
        const QString weights = weightsOf(model, cell("dtype"), cell("quantization"));
        run.configuration = QStringLiteral("%1 %2 tp%3 pp%4").arg(model, weights).arg(run.tensor).arg(run.pipeline);

        run.plan.model = plimsoll::NamedModel{run.catalogId};
        run.plan.weights = weights;
        // The column kv_cache_dtype says "auto" on every row; the log's name and its token count say FP8.
        if (run.name.contains(QLatin1String("kvfp8")))
            run.plan.kvKeys = run.plan.kvValues = QStringLiteral("fp8");
        run.plan.engine = QStringLiteral("vllm");
        run.plan.engineVersion = QStringLiteral("0.19");
        run.plan.engineOptions.insert(QLatin1String("gpuMemoryUtilization"), run.utilization);
        run.plan.contextLength = run.maxModelLen;
        run.plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), run.tensor * run.pipeline}};
        run.plan.parallel = plimsoll::Parallel{run.tensor, run.pipeline, 1, 1};
        runs.push_back(run);
    }
    return runs;
}
