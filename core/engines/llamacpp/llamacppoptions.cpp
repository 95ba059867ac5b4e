// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacppoptions.h"

#include "core/engines/optionmakers.h"

#include <QCoreApplication>

namespace plimsoll::llamacpp {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LlamaCppOptions)
};

} // namespace

Options::Options(const QJsonObject &given, const Preset &preset, const VersionRules &version)
    : graph(version.graph)
{
    const auto text = [&](const char *key) { return given.value(QLatin1String(key)).toString(); };
    const auto flagOf = [&](const char *key, bool byDefault) {
        return given.value(QLatin1String(key)).toBool(byDefault);
    };
    batch = given.value(QLatin1String("nBatch")).toInteger(preset.batch);
    microBatch = given.value(QLatin1String("nUbatch")).toInteger(preset.microBatch);
    unified = flagOf("kvUnified", preset.unified);
    const QString outputs = text("outputs");
    outputsOfSlots =
        outputs.isEmpty() ? preset.outputsOfSlots && version.limitsOutputs : outputs == QLatin1String("slots");
    flashAttention = flagOf("flashAttention", preset.flashAttention);
    wholeWindow = flagOf("swaFull", false);
    opOffload = flagOf("opOffload", true);
    offloadCache = flagOf("offloadKqv", true);
    gpuLayers = given.value(QLatin1String("gpuLayers")).toInteger(-1);
    const QString backend = text("backend");
    onGpu = backend != QLatin1String("cpu");
    cuda = onGpu && (backend.isEmpty() || backend == QLatin1String("cuda") || backend == QLatin1String("rocm"));
    const QString split = text("splitMode");
    layerSplit = split.isEmpty() || split == QLatin1String("layer");
    oneGpu = split == QLatin1String("none");
    for (const QString &share : text("tensorSplit").split(QLatin1Char(','), Qt::SkipEmptyParts))
        shares.push_back(share.toDouble());
}

QList<EngineOption> optionList(const std::vector<Preset> &presets)
{
    QStringList ids;
    for (const Preset &preset : presets)
        ids.append(preset.id);
    const Preset &server = presets.front();
    QList<EngineOption> options;
    options.append(
        choiceOption("preset", ids, server.id,
                     Text::tr("Defaults of llama-server, of the library and llama-bench, of Ollama from 0.30 on, "
                              "which starts llama-server, or of LM Studio. No run with the defaults of the last "
                              "two was measured.")));
    options.append(integerOption("nBatch", server.batch, 1, 1 << 20,
                                 Text::tr("Tokens handed over at once; bounds the output rows of the library.")));
    options.append(integerOption("nUbatch", server.microBatch, 1, 1 << 20,
                                 Text::tr("Tokens of one step; the compute buffer grows with it.")));
    options.append(booleanOption("flashAttention", server.flashAttention,
                                 Text::tr("Without it the scores of a whole step are kept: heads × cells × tokens.")));
    options.append(booleanOption("kvUnified", server.unified,
                                 Text::tr("All sequences share one pool of cells instead of having one each.")));
    options.append(booleanOption("swaFull", false, Text::tr("Layers with a sliding window keep every token.")));
    options.append(integerOption("gpuLayers", -1, -1, 1 << 16,
                                 Text::tr("Layers on GPUs, counted from the last, the output being one; -1 = all.")));
    EngineOption outputs = choiceOption("outputs", {QStringLiteral("ubatch"), QStringLiteral("slots")},
                                        server.outputsOfSlots ? QStringLiteral("slots") : QStringLiteral("ubatch"),
                                        Text::tr("Logits of every token of a step, or of one token a sequence."));
    options.append(outputs);
    options.append(
        booleanOption("opOffload", true,
                      Text::tr("Large steps on layers of the host run on the GPU, with a copy of the weights there.")));
    options.append(
        booleanOption("offloadKqv", true, Text::tr("The KV cache lies with its layer; else all of it on the host.")));
    options.append(choiceOption("splitMode", {QStringLiteral("layer"), QStringLiteral("row"), QStringLiteral("none")},
                                QStringLiteral("layer"),
                                Text::tr("Whole layers a GPU, or only one GPU; rows are counted like layers.")));
    EngineOption shares;
    shares.key = QStringLiteral("tensorSplit");
    shares.type = EngineOption::Type::Shares;
    shares.defaultText = Text::tr("by memory");
    shares.high = 1e6;
    shares.effect = Text::tr("Share of the layers of each GPU, such as 3,1.");
    options.append(shares);
    options.append(choiceOption("backend",
                                {QStringLiteral("cuda"), QStringLiteral("cpu"), QStringLiteral("metal"),
                                 QStringLiteral("rocm"), QStringLiteral("vulkan"), QStringLiteral("sycl")},
                                QStringLiteral("cuda"),
                                Text::tr("Others than cuda and cpu are counted by the rules of CUDA.")));
    return options;
}

} // namespace plimsoll::llamacpp
