// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logreading.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

struct Kind {
    Measured what;
    const char *key;
    const char *name;
    MeasuredUnit unit = MeasuredUnit::Bytes;
    bool measuresMemory = true;
};

using enum Measured;
constexpr auto Count = MeasuredUnit::Count;
constexpr auto Ratio = MeasuredUnit::Ratio;
constexpr auto InBytes = MeasuredUnit::Bytes;

constexpr std::array<Kind, kMeasuredCount> kKinds{{
    {Weights, "weights", QT_TRANSLATE_NOOP("LogReading", "Weights"), InBytes, true},
    {ProfiledWeights, "profiledWeights", QT_TRANSLATE_NOOP("LogReading", "Weights, as profiled"), InBytes, true},
    {KvCache, "kvCache", QT_TRANSLATE_NOOP("LogReading", "KV cache"), InBytes, true},
    {KvKeys, "kvKeys", QT_TRANSLATE_NOOP("LogReading", "KV cache, keys"), InBytes, true},
    {KvValues, "kvValues", QT_TRANSLATE_NOOP("LogReading", "KV cache, values"), InBytes, true},
    {StateCache, "recurrentState", QT_TRANSLATE_NOOP("LogReading", "Recurrent state"), InBytes, true},
    {ConvolutionState, "convolutionState", QT_TRANSLATE_NOOP("LogReading", "Recurrent state, convolutions"), InBytes,
     true},
    {WindowPool, "windowPool", QT_TRANSLATE_NOOP("LogReading", "KV cache, both pools"), InBytes, true},
    {Activations, "activations", QT_TRANSLATE_NOOP("LogReading", "Activations"), InBytes, true},
    {PeakTorch, "peakTorch", QT_TRANSLATE_NOOP("LogReading", "Peak of PyTorch"), InBytes, true},
    {Graphs, "graphs", QT_TRANSLATE_NOOP("LogReading", "CUDA graphs"), InBytes, true},
    {GraphsEstimated, "graphsEstimated", QT_TRANSLATE_NOOP("LogReading", "CUDA graphs, as estimated"), InBytes, false},
    {GraphPool, "graphPool", QT_TRANSLATE_NOOP("LogReading", "CUDA graphs, pool"), InBytes, true},
    {NonTorch, "nonTorch", QT_TRANSLATE_NOOP("LogReading", "Outside PyTorch"), InBytes, true},
    {Distributed, "distributed", QT_TRANSLATE_NOOP("LogReading", "Distributed start"), InBytes, true},
    {RuntimeBuffers, "runtimeBuffers", QT_TRANSLATE_NOOP("LogReading", "Runtime buffers"), InBytes, true},
    {DecoderBuffers, "decoderBuffers", QT_TRANSLATE_NOOP("LogReading", "Decoder buffers"), InBytes, true},
    {Compute, "computeBuffer", QT_TRANSLATE_NOOP("LogReading", "Compute buffer"), InBytes, true},
    {Output, "outputBuffer", QT_TRANSLATE_NOOP("LogReading", "Output buffer"), InBytes, true},
    {Input, "inputBuffer", QT_TRANSLATE_NOOP("LogReading", "Input buffer"), InBytes, true},
    {Projector, "projector", QT_TRANSLATE_NOOP("LogReading", "Projector"), InBytes, true},
    {KvTotal, "kvTotal", QT_TRANSLATE_NOOP("LogReading", "KV cache, all devices"), InBytes, true},
    {KvTotalKeys, "kvTotalKeys", QT_TRANSLATE_NOOP("LogReading", "KV cache, all devices, keys"), InBytes, true},
    {KvTotalValues, "kvTotalValues", QT_TRANSLATE_NOOP("LogReading", "KV cache, all devices, values"), InBytes, true},
    {StateTotal, "stateTotal", QT_TRANSLATE_NOOP("LogReading", "Recurrent state, all devices"), InBytes, true},
    {StateTotalRows, "stateTotalConvolutions",
     QT_TRANSLATE_NOOP("LogReading", "Recurrent state, all devices, convolutions"), InBytes, true},
    {StateTotalStates, "stateTotalStates", QT_TRANSLATE_NOOP("LogReading", "Recurrent state, all devices, states"),
     InBytes, true},
    {ContextMemory, "context", QT_TRANSLATE_NOOP("LogReading", "KV cache and state"), InBytes, true},
    {OwnMemory, "process", QT_TRANSLATE_NOOP("LogReading", "The process"), InBytes, true},
    {Unaccounted, "unaccounted", QT_TRANSLATE_NOOP("LogReading", "Not accounted for"), InBytes, true},
    {TotalMemory, "totalMemory", QT_TRANSLATE_NOOP("LogReading", "Memory of the card"), InBytes, false},
    {Budget, "budget", QT_TRANSLATE_NOOP("LogReading", "Budget of the engine"), InBytes, false},
    {FreeMemory, "freeMemory", QT_TRANSLATE_NOOP("LogReading", "Free"), InBytes, false},
    {FreeBeforeLoad, "freeBeforeLoad", QT_TRANSLATE_NOOP("LogReading", "Free before loading"), InBytes, false},
    {FreeAfterLoad, "freeAfterLoad", QT_TRANSLATE_NOOP("LogReading", "Free after loading"), InBytes, false},
    {FreeAfterPool, "freeAfterPool", QT_TRANSLATE_NOOP("LogReading", "Free after the KV cache"), InBytes, false},
    {FreeBeforeGraphs, "freeBeforeGraphs", QT_TRANSLATE_NOOP("LogReading", "Free before CUDA graphs"), InBytes, false},
    {FreeAfterGraphs, "freeAfterGraphs", QT_TRANSLATE_NOOP("LogReading", "Free after CUDA graphs"), InBytes, false},
    {FreeAtEnd, "freeAtEnd", QT_TRANSLATE_NOOP("LogReading", "Free at the end"), InBytes, false},
    {Peak, "peak", QT_TRANSLATE_NOOP("LogReading", "Peak"), InBytes, true},
    {OutsideTorchAfterLoad, "outsideTorchAfterLoad", QT_TRANSLATE_NOOP("LogReading", "Outside PyTorch after loading"),
     InBytes, true},
    {LegacyRequired, "required", QT_TRANSLATE_NOOP("LogReading", "Required"), InBytes, true},
    {LegacyPerState, "requiredPerState", QT_TRANSLATE_NOOP("LogReading", "Required for each state"), InBytes, true},
    {LegacyVideoTotal, "videoTotal", QT_TRANSLATE_NOOP("LogReading", "Video memory"), InBytes, true},
    {LegacyVideoModel, "videoModel", QT_TRANSLATE_NOOP("LogReading", "Video memory, model"), InBytes, true},
    {LegacyVideoContext, "videoContext", QT_TRANSLATE_NOOP("LogReading", "Video memory, context"), InBytes, true},
    {LegacyVideoUsed, "videoWeights", QT_TRANSLATE_NOOP("LogReading", "Video memory, weights"), InBytes, true},
    {LegacyVideoKv, "videoKvCache", QT_TRANSLATE_NOOP("LogReading", "Video memory, KV cache"), InBytes, true},
    {LegacyVideoScratch, "videoScratch", QT_TRANSLATE_NOOP("LogReading", "Video memory, scratch"), InBytes, true},
    {LegacyCompute, "computeTotal", QT_TRANSLATE_NOOP("LogReading", "Compute buffers"), InBytes, true},
    {EstimatedWeights, "estimatedWeights", QT_TRANSLATE_NOOP("LogReading", "Weights, as estimated"), InBytes, false},
    {EstimatedKv, "estimatedKvCache", QT_TRANSLATE_NOOP("LogReading", "KV cache, as estimated"), InBytes, false},
    {EstimatedCompute, "estimatedCompute", QT_TRANSLATE_NOOP("LogReading", "Compute buffer, as estimated"), InBytes,
     false},
    {EstimatedTotal, "estimatedTotal", QT_TRANSLATE_NOOP("LogReading", "Total, as estimated"), InBytes, false},
    {ProjectedUse, "projectedUse", QT_TRANSLATE_NOOP("LogReading", "Projected use"), InBytes, false},
    {ProjectedFree, "projectedFree", QT_TRANSLATE_NOOP("LogReading", "Free, as projected"), InBytes, false},
    {NeededKv, "neededKvCache", QT_TRANSLATE_NOOP("LogReading", "KV cache that was needed"), InBytes, false},
    {AvailableKv, "availableKvCache", QT_TRANSLATE_NOOP("LogReading", "KV cache that was there"), InBytes, false},
    {KvAvailable, "kvCacheAvailable", QT_TRANSLATE_NOOP("LogReading", "Memory left for the KV cache"), InBytes, false},
    {KvTokens, "kvCacheTokens", QT_TRANSLATE_NOOP("LogReading", "Tokens in the KV cache"), Count, false},
    {PoolTokens, "poolTokens", QT_TRANSLATE_NOOP("LogReading", "Tokens of a pool"), Count, false},
    {WindowTokens, "windowTokens", QT_TRANSLATE_NOOP("LogReading", "Tokens of window layers"), Count, false},
    {FullTokens, "fullTokens", QT_TRANSLATE_NOOP("LogReading", "Tokens of full layers"), Count, false},
    {KvBlocks, "kvBlocks", QT_TRANSLATE_NOOP("LogReading", "Blocks of the KV cache"), Count, false},
    {HostKvBlocks, "hostKvBlocks", QT_TRANSLATE_NOOP("LogReading", "Blocks in host memory"), Count, false},
    {ReportedBlocks, "reportedBlocks", QT_TRANSLATE_NOOP("LogReading", "Blocks, as reported"), Count, false},
    {TokensPerBlock, "tokensPerBlock", QT_TRANSLATE_NOOP("LogReading", "Tokens of a block"), Count, false},
    {StateSlots, "stateSlots", QT_TRANSLATE_NOOP("LogReading", "Sequences with state"), Count, false},
    {MaxRunning, "maxRunning", QT_TRANSLATE_NOOP("LogReading", "Sequences at once"), Count, false},
    {ContextLength, "contextLength", QT_TRANSLATE_NOOP("LogReading", "Context"), Count, false},
    {LongestContext, "longestContext", QT_TRANSLATE_NOOP("LogReading", "Longest context that fits"), Count, false},
    {BytesPerToken, "bytesPerToken", QT_TRANSLATE_NOOP("LogReading", "KV cache for each token"), InBytes, false},
    {Concurrency, "maxConcurrency", QT_TRANSLATE_NOOP("LogReading", "Concurrency"), Ratio, false},
    {MemoryFraction, "memoryFraction", QT_TRANSLATE_NOOP("LogReading", "Fraction for the KV cache"), Ratio, false},
}};

constexpr bool kindsAreInOrder()
{
    for (size_t i = 0; i < kKinds.size(); ++i) {
        if (size_t(kKinds[i].what) != i || !kKinds[i].key)
            return false;
    }
    return true;
}
static_assert(kindsAreInOrder());

} // namespace

const char *measuredKey(Measured what)
{
    return kKinds[size_t(what)].key;
}

QString measuredName(Measured what)
{
    return QCoreApplication::translate("LogReading", kKinds[size_t(what)].name);
}

MeasuredUnit measuredUnit(Measured what)
{
    return kKinds[size_t(what)].unit;
}

bool isMemoryFigure(Measured what)
{
    return kKinds[size_t(what)].measuresMemory;
}

bool isHostMemory(const QString &device)
{
    return device.startsWith(QLatin1String("CPU")) || device.startsWith(QLatin1String("AMX"))
           || device.endsWith(QLatin1String("_Host")) || device == QLatin1String("Host");
}

bool LogReading::hasMemory() const
{
    return std::any_of(figures.begin(), figures.end(), [](const LogFigure &figure) {
        return isMemoryFigure(figure.what) || figure.what == KvTokens || figure.what == KvBlocks
               || figure.what == HostKvBlocks || figure.what == FreeAfterLoad;
    });
}

std::optional<QString> LogReading::setting(const char *key, qint32 start) const
{
    const qint32 wanted = start < 0 ? starts - 1 : start;
    const LogSetting *best = nullptr;
    for (const LogSetting &each : settings) {
        if (each.start != wanted || each.key != QLatin1String(key))
            continue;
        if (!best || (best->fromArguments && !each.fromArguments))
            best = &each;
    }
    return best ? std::optional(best->value) : std::nullopt;
}

QStringList LogReading::allSettings(const char *key) const
{
    QStringList values;
    for (const LogSetting &each : settings) {
        if (each.key == QLatin1String(key))
            values.append(each.value);
    }
    return values;
}

std::vector<LogFigure> LogReading::figuresOf(Measured what, qint32 start) const
{
    std::vector<LogFigure> found;
    std::copy_if(figures.begin(), figures.end(), std::back_inserter(found),
                 [&](const LogFigure &figure) { return figure.what == what && (start < 0 || figure.start == start); });
    return found;
}

} // namespace plimsoll
