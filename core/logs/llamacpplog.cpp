// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logpatterns.h"

namespace plimsoll {
namespace {

using enum Measured;
using enum Scale;

void takeLegacyFile(LogContext &context, const QRegularExpressionMatch &match)
{
    context.nextStart();
    context.setting("file", match.capturedView(1));
}

/// A second file is a draft or a projector, until the program says that it starts again.
void takeFile(LogContext &context, const QRegularExpressionMatch &match)
{
    const bool projector = match.capturedView(1).startsWith(QLatin1String("clip"));
    if (context.reading().starts > 0 && context.hasSetting("file") && !projector && context.hasFigures())
        context.setModel(context.model() + 1);
    context.setting(projector ? "projectorFile" : "file", match.capturedView(2));
}

void takeVersion(LogContext &context, const QRegularExpressionMatch &match)
{
    if (context.reading().starts > 0 && context.hasFigures() && context.hasSetting("version"))
        context.nextStart();
    context.setting("version", match.capturedView(1));
}

/// "CUDA0" from a line that names it before the words; old projectors have none.
void takeBuffer(LogContext &context, const QRegularExpressionMatch &match)
{
    const QStringView function = match.capturedView(1), kind = match.capturedView(3), value = match.capturedView(4);
    const QString device = match.captured(2);
    const bool projector = function.startsWith(QLatin1String("clip"))
                           || function.startsWith(QLatin1String("alloc_compute_meta"))
                           || function.startsWith(QLatin1String("load_hparams")) || kind == QLatin1String("backend");
    if (projector) {
        const bool compute = kind == QLatin1String("compute");
        context.figureOf(device, Projector, value, MiB, compute ? QStringLiteral("compute") : QStringLiteral("model"));
        return;
    }
    Measured what = Weights;
    if (kind == QLatin1String("KV"))
        what = KvCache;
    else if (kind == QLatin1String("RS"))
        what = StateCache;
    else if (kind == QLatin1String("compute"))
        what = Compute;
    else if (kind == QLatin1String("output"))
        what = Output;
    else if (kind == QLatin1String("input"))
        what = Input;
    context.figureOf(device, what, value, MiB);
}

void takeTotals(LogContext &context, const QRegularExpressionMatch &match)
{
    const bool state = match.capturedView(3) == QLatin1String("R");
    const QString cells = match.captured(2);
    context.figureOf({}, state ? StateTotal : KvTotal, match.capturedView(1), MiB, cells);
    if (!match.capturedView(5).isEmpty()) {
        context.figureOf({}, state ? StateTotalRows : KvTotalKeys, match.capturedView(5), MiB, match.captured(4));
        context.figureOf({}, state ? StateTotalStates : KvTotalValues, match.capturedView(8), MiB, match.captured(7));
    }
    if (!state && !match.capturedView(4).isEmpty()) {
        context.setting("kvKeys", match.capturedView(4));
        context.setting("kvValues", match.capturedView(7));
    }
}

/// The device's own row; an amount that is not accounted for may have wrapped around.
void takeBreakdown(LogContext &context, const QRegularExpressionMatch &match)
{
    const QString device = match.captured(1);
    context.figureOf(device, TotalMemory, match.capturedView(2), MiB, QStringLiteral("breakdown"));
    context.figureOf(device, FreeMemory, match.capturedView(3), MiB, QStringLiteral("breakdown"));
    context.figureOf(device, OwnMemory, match.capturedView(4), MiB, QStringLiteral("breakdown"));
    context.figureOf(device, Weights, match.capturedView(5), MiB, QStringLiteral("breakdown"));
    context.figureOf(device, ContextMemory, match.capturedView(6), MiB, QStringLiteral("breakdown"));
    context.figureOf(device, Compute, match.capturedView(7), MiB, QStringLiteral("breakdown"));
    const qint64 rest = match.capturedView(8).toLongLong();
    if (rest >= 0 && rest < (qint64(1) << 30))
        context.figureOf(device, Unaccounted, match.capturedView(8), MiB, QStringLiteral("breakdown"));
}

void takeHostBreakdown(LogContext &context, const QRegularExpressionMatch &match)
{
    const QString device = match.captured(1);
    context.figureOf(device, OwnMemory, match.capturedView(2), MiB, QStringLiteral("breakdown"));
    context.figureOf(device, Weights, match.capturedView(3), MiB, QStringLiteral("breakdown"));
    context.figureOf(device, ContextMemory, match.capturedView(4), MiB, QStringLiteral("breakdown"));
    context.figureOf(device, Compute, match.capturedView(5), MiB, QStringLiteral("breakdown"));
}

void takeDevice(LogContext &context, const QRegularExpressionMatch &match)
{
    context.figureOf(match.captured(1), FreeMemory, match.capturedView(3), MiB, match.captured(2));
    context.setting("gpuName", match.capturedView(2));
}

void takeOllamaEstimate(LogContext &context, const QRegularExpressionMatch &match)
{
    context.setEngine("ollama");
    const QStringView kind = match.capturedView(1);
    const Measured what = kind == QLatin1String("model weights")   ? EstimatedWeights
                          : kind == QLatin1String("kv cache")      ? EstimatedKv
                          : kind == QLatin1String("compute graph") ? EstimatedCompute
                                                                   : EstimatedTotal;
    const bool mib = match.capturedView(4) == QLatin1String("MiB");
    context.figureOf(match.captured(2), what, match.capturedView(3), mib ? MiB : GiB, match.captured(4));
}

void takeOllamaOffload(LogContext &context, const QRegularExpressionMatch &match)
{
    context.setEngine("ollama");
    const auto size = [&](const char *key, Measured what) {
        const QString expression = QLatin1String(key) + QStringLiteral("=\"([\\d.]+) (GiB|MiB)\"");
        const QRegularExpressionMatch found = QRegularExpression(expression).match(match.captured(1));
        if (found.hasMatch()) {
            const bool mib = found.capturedView(2) == QLatin1String("MiB");
            context.figureOf({}, what, found.capturedView(1), mib ? MiB : GiB, found.captured(2));
        }
    };
    size(R"(memory\.weights\.total)", EstimatedWeights);
    size(R"(memory\.required\.kv)", EstimatedKv);
    size(R"(memory\.graph\.full)", EstimatedCompute);
    size(R"(memory\.required\.full)", EstimatedTotal);
}

void takeOllama(LogContext &context, const QRegularExpressionMatch &)
{
    context.setEngine("ollama");
}

void takeLegacy(LogContext &context, const QRegularExpressionMatch &match)
{
    context.figureOf({}, LegacyVideoTotal, match.capturedView(1), MiB);
    if (!match.capturedView(2).isEmpty()) {
        context.figureOf({}, LegacyVideoModel, match.capturedView(2), MiB);
        context.figureOf({}, LegacyVideoContext, match.capturedView(3), MiB);
    }
}

constexpr LogPattern kPatterns[] = {
    {"build", R"((?:main: build = |^build: |build_info: |\bbuild=)(b?\d+)(?=-| \(| commit))", {}, 0, 0, takeVersion},
    {"loading model from", R"(llama\.cpp: loading model from (\S+))", {}, 0, 0, takeLegacyFile},
    {"loaded meta data", R"((\w+): loaded meta data with .*? from (.+?)(?: \(version.*)?$)", {}, 0, 0, takeFile},
    {"buffer size",
     R"((?:(\w+):\s+)?\b([\w.-]+(?:\[[^\]\s]*\])?)\s+(?:(model|KV|RS|compute|output|input|backend) )?buffer size\s*=\s*([\d.]+) M(?:i)?B)",
     {},
     0,
     0,
     takeBuffer},
    {"KV self size",
     R"(KV self size\s*=\s*([\d.]+) MiB(?:,)? ?(?:()(K) \((\w+)\):\s*([\d.]+) MiB, (V) \((\w+)\):\s*([\d.]+) MiB)?)",
     {},
     0,
     0,
     takeTotals},
    {" cells,",
     R"(size\s*=\s*([\d.]+) MiB \(\s*(\d+ cells,\s*\d+ layers,\s*[\d/]+ seqs)[^)]*\), (K|R) \((\w+)\):\s*([\d.]+) MiB, (V|S) \((\w+)\):\s*([\d.]+) MiB)",
     {},
     0,
     0,
     takeTotals},
    {"offloaded", R"(offloaded (\d+/\d+) layers to GPU)", {}, 0, 0, nullptr, {{{1, "offloadedLayers"}}}},
    {"n_ctx", R"((?<![\w.])n_ctx\s+=\s+(\d+))", {}, 0, 0, nullptr, {{{1, "contextTotal"}}}},
    {"n_ctx_slot", R"(\bn_ctx_slot = (\d+))", {}, 0, 0, nullptr, {{{1, "contextOfSlot"}}}},
    {"n_batch", R"((?<![\w.])n_batch\s+=\s+(\d+))", {}, 0, 0, nullptr, {{{1, "nBatch"}}}},
    {"n_ubatch", R"((?<![\w.])n_ubatch\s*=\s*(\d+))", {}, 0, 0, nullptr, {{{1, "nUbatch"}}}},
    {"n_seq_max", R"((?<![\w.])n_seq_max\s*=\s*(\d+))", {}, 0, 0, nullptr, {{{1, "sequences"}}}},
    {"flash_attn", R"((?<![\w.])flash_attn\s*=\s*(\w+))", {}, 0, 0, nullptr, {{{1, "flashAttention"}}}},
    {"kv_unified", R"((?<![\w.])kv_unified\s*=\s*(\w+))", {}, 0, 0, nullptr, {{{1, "kvUnified"}}}},
    {"general.name",
     R"((?:llm_load_print_meta|print_info): general\.name\s*= (.+?)\s*$)",
     {},
     0,
     0,
     nullptr,
     {{{1, "modelName"}}}},
    {"ftype", R"((?:model ftype|internal: ftype)\s*= (.+?)\s*$)", {}, 0, 0, nullptr, {{{1, "quantization"}}}},
    {"file type", R"(print_info: file type\s*= (.+?)\s*$)", {}, 0, 0, nullptr, {{{1, "quantization"}}}},
    {"model size", R"(print_meta: model size\s*= ([\d.]+ [GM]i?B))", {}, 0, 0, nullptr, {{{1, "fileSize"}}}},
    {"file size", R"(print_info: file size\s*= ([\d.]+ [GM]i?B))", {}, 0, 0, nullptr, {{{1, "fileSize"}}}},
    {"using device", R"(using device (\S+) \((.*?)\)(?: \([^)]*\))* - (\d+) MiB free)", {}, 0, 0, takeDevice},
    {"projected to use",
     R"(projected to use (\d+) MiB of device memory vs\. (\d+) MiB)",
     {{{1, ProjectedUse, MiB}, {2, ProjectedFree, MiB}}}},
    {"breakdown_print",
     R"(breakdown_print: \|\s+- (.+?)\s*\|\s*(\d+)\s*=\s*(\d+)\s*\+\s*\(\s*(\d+)\s*=\s*(\d+)\s*\+\s*(\d+)\s*\+\s*(\d+)\)\s*\+\s*(-?\d+)\s*\|)",
     {},
     0,
     0,
     takeBreakdown},
    {"breakdown_print",
     R"(breakdown_print: \|\s+- (.+?)\s*\|\s*(\d+)\s*=\s*(\d+)\s*\+\s*(\d+)\s*\+\s*(\d+)\s*\|)",
     {},
     0,
     0,
     takeHostBreakdown},
    // Before 2024.
    {"mem required",
     R"(mem required\s*=\s*([\d.]+) MB(?: \(\+\s*([\d.]+) MB per state\))?)",
     {{{1, LegacyRequired, MiB}, {2, LegacyPerState, MiB}}}},
    {"total VRAM used",
     R"(total VRAM used: ([\d.]+) MB(?: \(model: ([\d.]+) MB, context: ([\d.]+) MB\))?)",
     {},
     0,
     0,
     takeLegacy},
    {"VRAM used", R"((?<!total )VRAM used: ([\d.]+) MB)", {{{1, LegacyVideoUsed, MiB}}}},
    {"VRAM kv self", R"(VRAM kv self = ([\d.]+) MB)", {{{1, LegacyVideoKv, MiB}}}},
    {"kv self size", R"((?<!VRAM )kv self size\s*=\s*([\d.]+) MB)", {{{1, KvTotal, MiB}}}},
    {"compute buffer total", R"(compute buffer total size = ([\d.]+) MB)", {{{1, LegacyCompute, MiB}}}},
    {"VRAM scratch", R"(VRAM scratch buffer: ([\d.]+) MB)", {{{1, LegacyVideoScratch, MiB}}}},
    // Ollama's server, which estimates before its runner measures.
    {"msg=\"",
     R"--(msg="(model weights|kv cache|compute graph|total memory)" (?:device=(\S+) )?size="([\d.]+) ([GM]iB)")--",
     {},
     0,
     0,
     takeOllamaEstimate},
    {"msg=offload", R"(msg=offload (.*))", {}, 0, 0, takeOllamaOffload},
    {"msg=\"starting runner", R"(msg="starting runner)", {}, 0, 0, takeOllama},
    {"msg=load",
     R"(msg=load request="\{.*?BatchSize:(\d+).*?KvSize:(\d+))",
     {},
     0,
     0,
     takeOllama,
     {{{1, "nBatch"}, {2, "contextTotal"}}}},
};

constexpr LogDialect kDialect{"llama.cpp", kPatterns};

} // namespace

const LogDialect &llamaCppLog()
{
    return kDialect;
}

} // namespace plimsoll
