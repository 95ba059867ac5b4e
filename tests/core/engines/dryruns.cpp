// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engines/dryruns.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QStringList>

namespace {

struct Known {
    const char *catalogId, *family;
};

const QHash<QString, Known> &models()
{
    static const QHash<QString, Known> known = {
        {QStringLiteral("llama-3.1-8b"), {"meta-llama/Llama-3.1-8B", "llama"}},
        {QStringLiteral("llama-3.2-1b"), {"meta-llama/Llama-3.2-1B", "llama"}},
        {QStringLiteral("llama-3.1-70b"), {"meta-llama/Llama-3.1-70B", "llama"}},
        {QStringLiteral("llama-2-13b"), {"meta-llama/Llama-2-13b-hf", "llama"}},
        {QStringLiteral("mistral-7b-v0.3"), {"mistralai/Mistral-7B-Instruct-v0.3", "llama"}},
        {QStringLiteral("qwen2.5-7b"), {"Qwen/Qwen2.5-7B-Instruct", "qwen2"}},
        {QStringLiteral("qwen2-0.5b"), {"Qwen/Qwen2-0.5B-Instruct", "qwen2"}},
        {QStringLiteral("qwen3-8b"), {"Qwen/Qwen3-8B", "qwen3"}},
        {QStringLiteral("qwen3-30b-a3b"), {"Qwen/Qwen3-30B-A3B", "qwen3moe"}},
        {QStringLiteral("gemma-3-12b"), {"google/gemma-3-12b-it", "gemma3"}},
        {QStringLiteral("phi-3-mini-128k"), {"microsoft/Phi-3-mini-128k-instruct", "phi3"}},
        {QStringLiteral("command-r-v01"), {"CohereLabs/c4ai-command-r-v01", "command-r"}},
        {QStringLiteral("gpt-oss-20b"), {"openai/gpt-oss-20b", "gpt-oss"}},
        {QStringLiteral("glm-4.5-air"), {"zai-org/GLM-4.5-Air", "glm4moe"}},
        {QStringLiteral("deepseek-v3"), {"deepseek-ai/DeepSeek-V3", "deepseek2"}},
        {QStringLiteral("mamba-2.8b"), {"state-spaces/mamba-2.8b-hf", "mamba"}},
        {QStringLiteral("granite-4.0-h-tiny"), {"ibm-granite/granite-4.0-h-tiny", "granitehybrid"}},
        {QStringLiteral("nemotron-nano-9b-v2"), {"nvidia/NVIDIA-Nemotron-Nano-9B-v2", "nemotron_h"}},
    };
    return known;
}

/// The id of the catalog: F16 is fp16 there.
QString formatOf(const QString &type)
{
    QString format = type.toLower();
    if (format == QLatin1String("f32") || format == QLatin1String("f16"))
        format.replace(QLatin1Char('f'), QLatin1String("fp"));
    return format;
}

} // namespace

QString DryRun::kind() const
{
    QString kind = gpus == 0 ? QStringLiteral("CPU") : gpus == 2 ? QStringLiteral("2 GPUs") : QStringLiteral("1 GPU");
    if (isPartlyOnHost)
        kind += QStringLiteral(", partly on the host");
    if (!hasFlashAttention)
        kind += QStringLiteral(", no flash attention");
    if (plan.kvKeys != QLatin1String("fp16") || plan.kvValues != QLatin1String("fp16"))
        kind += QStringLiteral(", other KV");
    if (plan.sequences.value_or(1) > 1)
        kind += QStringLiteral(", sequences");
    return kind;
}

QString DryRun::text() const
{
    return QStringLiteral("%1, %2 GPUs, %3 tokens x %4, %5/%6, %7")
        .arg(file)
        .arg(gpus)
        .arg(*plan.contextLength)
        .arg(*plan.sequences)
        .arg(plan.kvKeys, plan.kvValues,
             QString::fromUtf8(QJsonDocument(plan.engineOptions).toJson(QJsonDocument::Compact)));
}

std::vector<DryRun> readDryRuns()
{
    QFile file(QStringLiteral(PLIMSOLL_TEST_DATA "/llamacpp_dryrun.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList header = lines.front().trimmed().split(QLatin1Char(','));
    QHash<QString, qsizetype> columns;
    for (qsizetype i = 0; i < header.size(); ++i)
        columns.insert(header[i], i);
    std::vector<DryRun> runs;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].trimmed().split(QLatin1Char(','));
        const auto cell = [&](const char *column) { return cells.value(columns.value(QLatin1String(column))); };
        const auto number = [&](const char *column) { return cell(column).toLongLong(); };
        DryRun run;
        run.rows = number("rows");
        run.file = cell("file");
        run.model = run.file.section(QLatin1Char('.'), 0, -2);
        run.quantisation = run.file.section(QLatin1Char('.'), -1);
        if (!models().contains(run.model))
            qFatal("not a model of the catalog: %s", qPrintable(run.model));
        run.family = QLatin1String(models().value(run.model).family);
        run.gpus = qint32(number("n_gpu"));
        run.weights = {number("model_gpu0"), number("model_gpu1"), number("model_host")};
        run.context = {number("ctx_gpu0"), number("ctx_gpu1"), number("ctx_host")};
        run.compute = {number("compute_gpu0"), number("compute_gpu1"), number("compute_host")};
        run.isPartlyOnHost = run.gpus > 0 && (number("ngl") >= 0 || number("offload_kqv") == 0);
        run.hasFlashAttention = number("flash_attn") == 1;

        run.plan.model = plimsoll::NamedModel{QLatin1String(models().value(run.model).catalogId)};
        run.plan.weights = formatOf(run.quantisation);
        run.plan.kvKeys = formatOf(cell("ctk"));
        run.plan.kvValues = formatOf(cell("ctv"));
        run.plan.engine = QStringLiteral("llama.cpp");
        run.plan.engineVersion = QStringLiteral("0.5.0");
        run.plan.sequences = number("np");
        // The tokens of all sequences together, of which a plan has those of one; the engine rounds up further.
        run.plan.contextLength = (number("c") + *run.plan.sequences - 1) / *run.plan.sequences;
        run.plan.gpus = {{QStringLiteral("nvidia-a100-sxm-80gb"), std::max(1, run.gpus)}};
        QJsonObject &options = run.plan.engineOptions;
        options.insert(QLatin1String("backend"), run.gpus > 0 ? QStringLiteral("cuda") : QStringLiteral("cpu"));
        options.insert(QLatin1String("nBatch"), number("b"));
        options.insert(QLatin1String("nUbatch"), number("ub"));
        options.insert(QLatin1String("kvUnified"), number("kv_unified") == 1);
        options.insert(QLatin1String("flashAttention"), run.hasFlashAttention);
        options.insert(QLatin1String("swaFull"), number("swa_full") == 1);
        options.insert(QLatin1String("offloadKqv"), number("offload_kqv") == 1);
        options.insert(QLatin1String("opOffload"), number("op_offload") == 1);
        options.insert(QLatin1String("gpuLayers"), run.gpus > 0 ? number("ngl") : -1);
        options.insert(QLatin1String("outputs"),
                       number("slots") == 1 ? QStringLiteral("slots") : QStringLiteral("ubatch"));
        runs.push_back(run);
    }
    return runs;
}
