// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmoptions.h"

#include "core/engines/optionmakers.h"

#include <QCoreApplication>

namespace plimsoll::vllm {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VllmOptions)
};

/// Of at least one, by default what follows from the plan.
EngineOption integer(const char *key, const QString &defaultText, double high, const QString &effect)
{
    return derivedInteger(key, defaultText, 1, high, effect);
}

QList<EngineOption> serverOptions(const Constants &newest)
{
    EngineOption utilization;
    utilization.key = QStringLiteral("gpuMemoryUtilization");
    utilization.defaultValue = newest.utilization;
    utilization.low = 0.01;
    utilization.high = 1;
    utilization.effect = Text::tr("The share of the card that vLLM allows itself; what weights and activations leave "
                                  "of it becomes KV cache.");
    const EngineOption eager =
        booleanOption("enforceEager", false, Text::tr("No CUDA graphs: saves their memory, costs speed."));
    EngineOption block =
        integer("blockSize", {}, 256, Text::tr("Tokens of one KV cache block; every sequence rounds up to it."));
    block.defaultValue = newest.blockSize;
    EngineOption offload;
    offload.key = QStringLiteral("cpuOffloadGb");
    offload.defaultValue = 0;
    offload.low = 0;
    offload.high = 1e6;
    offload.effect =
        Text::tr("GiB of the weights of every GPU that stay in the computer's memory: frees as much on the "
                 "card, and every step reads them over PCIe.");
    return {utilization,
            integer("maxModelLen", Text::tr("the context length"), double(qint64(1) << 40),
                    Text::tr("The longest request; concurrency is counted in it.")),
            integer("maxNumSeqs", Text::tr("1024 on cards of 70 GiB and more but the A100, else 256"), 1e6,
                    Text::tr("Sequences in one step; the sampler's memory grows with it.")),
            integer("maxNumBatchedTokens", Text::tr("8192 on cards of 70 GiB and more but the A100, else 2048"), 1e7,
                    Text::tr("Tokens in one step; activations grow with it.")),
            eager,
            block,
            offload};
}

QList<EngineOption> additions()
{
    EngineOption prefix;
    prefix.key = QStringLiteral("enablePrefixCaching");
    prefix.type = EngineOption::Type::Boolean;
    prefix.defaultText = Text::tr("yes since V1");
    prefix.effect = Text::tr("Blocks of finished requests stay in the pool until others need them: takes nothing "
                             "beyond the pool.");
    EngineOption adapters =
        integer("maxLoras", Text::tr("none"), 1024,
                Text::tr("LoRA adapters in one batch: room for all of them is set aside when the model is loaded. "
                         "CUDA graphs grow besides, which is not counted."));
    EngineOption draft;
    draft.key = QStringLiteral("speculativeModel");
    draft.type = EngineOption::Type::Model;
    draft.defaultText = Text::tr("none");
    draft.effect = Text::tr("The draft model of speculative decoding: its weights are loaded beside the model, and its "
                            "layers keep a KV cache in the same pool.");
    return {adapters,
            choiceOption("maxLoraRank", // MaxLoRARanks of vllm/config/lora.py
                         {QStringLiteral("1"), QStringLiteral("8"), QStringLiteral("16"), QStringLiteral("32"),
                          QStringLiteral("64"), QStringLiteral("128"), QStringLiteral("256"), QStringLiteral("320"),
                          QStringLiteral("512")},
                         QStringLiteral("16"), Text::tr("The largest rank of an adapter; every slot has it.")),
            choiceOption(
                "speculativeMethod",
                {QStringLiteral("none"), QStringLiteral("ngram"), QStringLiteral("mtp"), QStringLiteral("draft_model")},
                QStringLiteral("none"),
                Text::tr("Speculative decoding: ngram needs no model, mtp loads the module of the checkpoint, "
                         "draft_model a second model. Weights and KV cache of it are counted; what its sampler "
                         "takes is not.")),
            draft, prefix};
}

} // namespace

QList<EngineOption> engineOptions(const Constants &newest)
{
    return serverOptions(newest) + additions();
}

} // namespace plimsoll::vllm
