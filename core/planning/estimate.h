// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <QtGlobal>

#include <array>
#include <bitset>

namespace plimsoll {

/// What memory is spent on. The order is that of the document and of the stacked bars, bottom to top.
enum class Item : quint8 { Weights, KvCache, RecurrentState, Activations, Graphs, Runtime, Other };
inline constexpr int kItemCount = 7;

/// Bytes by item.
struct ItemBytes {
    std::array<Bytes, kItemCount> bytes{};

    Bytes &operator[](Item item) { return bytes[size_t(item)]; }
    Bytes operator[](Item item) const { return bytes[size_t(item)]; }
    Bytes total() const
    {
        Bytes sum;
        for (Bytes each : bytes)
            sum += each;
        return sum;
    }
    void add(const ItemBytes &other, qint64 times)
    {
        for (int i = 0; i < kItemCount; ++i)
            bytes[size_t(i)] += other.bytes[size_t(i)] * times;
    }
};

/// What a calibration corrects: what an engine spends by itself. Weights and cache are arithmetic; where those differ,
/// a log is of another model.
inline constexpr std::array<Item, 3> kCalibratedItems = {Item::Activations, Item::Graphs, Item::Runtime};
inline constexpr size_t kCalibratedCount = kCalibratedItems.size();
/// Bytes of each of them that the person's own measurements add; negative: take away.
using CalibratedBytes = std::array<Bytes, kCalibratedCount>;

/// Ranks that carry the same load on the same GPU.
struct DeviceEstimate {
    qint32 gpuIndex = 0; ///< into Plan::gpus
    qint32 stage = 0;    ///< pipeline stage
    qint32 count = 0;    ///< ranks like this one
    ItemBytes items;
    Bytes usable;                 ///< what the device can hold, less the reserve; 0 without GPUs
    Bytes budget;                 ///< the share the engine allows itself
    Bytes pool;                   ///< what an engine that fills the card sets aside for KV cache
    Bytes charged;                ///< the part of items the engine counts against its budget
    Bytes headroom;               ///< the smaller of budget - charged and usable - total; negative = missing
    CalibratedBytes calibrated{}; ///< within items
    bool fits = false;
};

/// Facts that a reader should know about an answer; the sentences are made when somebody asks.
enum class Warning : quint8 {
    BeyondModelContext,   ///< context longer than the model's limit
    AssumedShape,         ///< free size: layers and heads are typical values
    NoEngineKvFormat,     ///< the engine does not document this cache format
    EngineVersionNewer,   ///< newer than any known record
    EngineVersionOlder,   ///< a build older than any known record
    FewMeasurements,      ///< almost no measured rows behind this engine and kind of model
    GpuMemoryEstimated,   ///< usable memory of the GPU is estimated, not measured
    SharedMemory,         ///< unified memory: the default limit is assumed
    ShareNotFree,         ///< the engine refuses to start: others hold a part of its share of the card
    SharedGpu,            ///< plans beside it compute on the same GPUs: speeds are those of each alone
    SharedOnSome,         ///< of them, some take fewer GPUs than the plan; their memory is counted on every one
    NeighbourTooLarge,    ///< a plan beside it does not fit itself
    UserCatalog,          ///< records of the person's own were used
    Calibrated,           ///< measurements of the person's own correct the answer
    MtpNotLoaded,         ///< the checkpoint's MTP module is not counted
    VisionIncluded,       ///< the vision tower is counted
    WeightsFormatUnusual, ///< the engine does not load this weight format
};
inline constexpr int kWarningCount = int(Warning::WeightsFormatUnusual) + 1;

enum class Certainty : quint8 { Clear, WithinError };

/// The most distinct loads (GPU kind x pipeline stage) a plan may have.
inline constexpr int kMaxDeviceClasses = 32;

/// The answer to a plan. Plain numbers in fixed arrays: making one allocates nothing.
struct Estimate {
    std::array<DeviceEstimate, kMaxDeviceClasses> devices{}; ///< the first deviceClasses of them
    qint32 deviceClasses = 0;
    ItemBytes total;              ///< of all devices
    CalibratedBytes calibrated{}; ///< within total
    ItemBytes host;

    Bytes kvBytesPerToken;               ///< whole model, growing layers
    double kvBytesPerTokenAtContext = 0; ///< the plan's whole cache over its tokens
    Bytes poolBytes;                     ///< of the device that limits
    qint64 poolTokens = 0;               ///< as the engine prints it
    double maxConcurrency = 0;

    bool hasGpus = false;
    bool fits = false;
    Certainty certainty = Certainty::Clear;
    qint32 fullest = 0;      ///< index into devices
    Bytes headroom;          ///< of the fullest device
    qint32 gpusNeeded = 0;   ///< smallest legal count of this GPU; 0 = none found
    qint32 gpusByMemory = 0; ///< smallest count by memory alone; 0 = none
    Bytes low, high;         ///< 90 % interval of total
    Bytes ruleOfThumb;
    std::bitset<kWarningCount> warnings;
};

/// One bar of the comparison.
struct ComparisonEntry {
    ItemBytes items; ///< of all devices
    Bytes low, high;
    qint32 gpusNeeded = 0;
    bool fits = false;
    Bytes headroom;
};

/// fp32, fp16, int8, int4 in this order, then the plan's own format where it is another.
struct Comparison {
    std::array<ComparisonEntry, 5> entries;
    qint32 count = 0;
    qint32 chosen = -1; ///< the plan's own; -1 never happens after resolve
};

} // namespace plimsoll
