// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace plimsoll {

/// What a line of a start-up log measures or states. The order is that of reports.
enum class Measured : quint8 {
    // of a rank or device
    Weights,
    ProfiledWeights, ///< the same as the engine's profile run sums it up
    KvCache,
    KvKeys,
    KvValues,
    StateCache,
    ConvolutionState,
    WindowPool, ///< both pools of a model with a sliding window; their parts are printed apart
    Activations,
    PeakTorch,
    Graphs,
    GraphsEstimated,
    GraphPool,
    NonTorch,
    Distributed, ///< what starting the distributed backend took
    RuntimeBuffers,
    DecoderBuffers,
    Compute, ///< compute buffer of llama.cpp
    Output,
    Input,
    Projector, ///< buffers of a vision or audio projector
    KvTotal,   ///< llama.cpp: over all devices, as it sums it up itself
    KvTotalKeys,
    KvTotalValues,
    StateTotal,
    StateTotalRows,
    StateTotalStates,
    ContextMemory, ///< llama.cpp's table at the end: KV cache and recurrent state of a device
    OwnMemory,     ///< of a device, all of the process
    Unaccounted,
    // of the card
    TotalMemory,
    Budget, ///< total x utilization
    FreeMemory,
    FreeBeforeLoad,
    FreeAfterLoad,
    FreeAfterPool,
    FreeBeforeGraphs,
    FreeAfterGraphs,
    FreeAtEnd,
    Peak,
    OutsideTorchAfterLoad,
    // before 2024 llama.cpp names no device
    LegacyRequired,
    LegacyPerState,
    LegacyVideoTotal,
    LegacyVideoModel,
    LegacyVideoContext,
    LegacyVideoUsed,
    LegacyVideoKv,
    LegacyVideoScratch,
    LegacyCompute,
    // what the engine expected, not measured
    EstimatedWeights,
    EstimatedKv,
    EstimatedCompute,
    EstimatedTotal,
    ProjectedUse,
    ProjectedFree,
    NeededKv,
    AvailableKv,
    KvAvailable,
    // counts and ratios
    KvTokens,
    PoolTokens, ///< of one pool; KvTokens rules where both are printed
    WindowTokens,
    FullTokens,
    KvBlocks,
    HostKvBlocks,
    ReportedBlocks,
    TokensPerBlock,
    StateSlots,
    MaxRunning,
    ContextLength,
    LongestContext, ///< that would fit, as a failed start says
    BytesPerToken,
    Concurrency,
    MemoryFraction,
};
inline constexpr int kMeasuredCount = int(Measured::MemoryFraction) + 1;

enum class MeasuredUnit : quint8 { Bytes, Count, Ratio };

/// The key of the document, "kvCache".
const char *measuredKey(Measured what);
/// Translated: "KV cache".
QString measuredName(Measured what);
MeasuredUnit measuredUnit(Measured what);
/// False for what the engine expected or sums up again, which stands beside a measured figure.
bool isMemoryFigure(Measured what);

/// True for devices of llama.cpp that are the computer's own memory: "CPU_Mapped", "CUDA_Host", "Host".
bool isHostMemory(const QString &device);

/// One figure of a log, of one rank.
struct LogFigure {
    Measured what = Measured::Weights;
    QString rank;        ///< "TP1", "EngineCore_DP0 pid=118", a device "CUDA0"; empty where the line has none
    QString printed;     ///< "2,640,144", as it stands in the log
    Bytes bytes;         ///< of memory; whole bytes of the printed figure
    double number = 0;   ///< of counts and ratios
    qint32 repeated = 0; ///< > 0: the line stands for that many ranks, of which it names one
    qint32 start = 0;    ///< of the engine, counted from 0
    qint32 model = 0;    ///< 0 = the first that is loaded; drafts and projectors follow
    QString detail;      ///< class of the model, kind of buffer, tokens a request: what the line says besides
    qint64 line = 0;     ///< counted from 1
};

/// Something that a log says of the plan: "tensorParallel" = "4".
struct LogSetting {
    QString key;
    QString value;
    qint32 start = 0;
    bool fromArguments = false; ///< of what was typed; the engine's own configuration is surer
    qint64 line = 0;
};

/// A log, read to its end.
struct LogReading {
    QString engine; ///< "vllm", "sglang", "llama.cpp", "ollama", "tensorrt-llm"; empty = no known one
    std::vector<LogFigure> figures;
    std::vector<LogSetting> settings;
    qint32 starts = 0; ///< of the engine, 0 where nothing was recognised
    qint64 lines = 0, bytes = 0;
    bool tooMany = false; ///< more figures than are kept: what follows was left out
    bool dryRun = false;  ///< llama.cpp planned its buffers and allocated none

    /// True where a figure of memory was measured, or free memory from which one follows.
    bool hasMemory() const;
    /// What a start of the engine says under a key: its own configuration first, then what was typed. The last start
    /// by default.
    std::optional<QString> setting(const char *key, qint32 start = -1) const;
    /// Every value of a key, in the order of the log.
    QStringList allSettings(const char *key) const;
    std::vector<LogFigure> figuresOf(Measured what, qint32 start = -1) const;
};

} // namespace plimsoll
