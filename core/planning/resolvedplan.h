// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"
#include "core/catalog/catalog.h"
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/planning/draftmodel.h"
#include "core/planning/estimate.h"
#include "core/planning/neighbours.h"
#include "core/planning/plan.h"

#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace plimsoll {

class EngineRules;
class StoredTensors;
struct SpeedLoad;

/// What an engine works out of a plan once, for all its layouts. Its own kind knows what is in it.
struct EngineData {
    virtual ~EngineData() = default;
};

/// What changes from one slider step to the next.
struct Workload {
    qint64 contextLength = 8192; ///< tokens a sequence
    qint64 sequences = 1;        ///< at once, over all data parallel replicas
    qint64 averageContext = 0;   ///< tokens a sequence holds on average; 0 = contextLength
    qint64 sharedPrefix = 0;     ///< of them, those that every sequence of a replica shares
};

/// Places of the weight formats in every table: the four of the comparison, then the plan's own.
inline constexpr int kComparisonFormats = 4;
inline constexpr int kOwnFormat = 4;
inline constexpr int kFormatSlots = 5;

/// A growing part of a rank's cache: ceil(min(tokens, window) / tokensPerUnit) units (blocks, or single
/// tokens), and `extraUnits` once the window is full, each of `bytesPerUnit`, for every sequence.
struct KvTerm {
    std::array<Bytes, kFormatSlots> bytesPerUnit{}; ///< of all layers of the term on this rank, by weight format
    qint64 tokensPerUnit = 1;
    qint64 window = 0;     ///< tokens kept at most; 0 = all
    qint64 extraUnits = 0; ///< the window slides through a block: one more is partly used
    qint64 prefillTokens =
        0;             ///< tokens of a prefill step that a window must hold besides, when the engine admits requests
    qint32 groups = 1; ///< page groups of the pool that this term takes
};
inline constexpr int kMaxKvTerms = 8;

/// What a document names within an item: the encoder, and what a person switched on.
enum class Part : quint8 { VisionEncoder, Lora, DraftModel, MtpModule };
inline constexpr int kPartCount = int(Part::MtpModule) + 1;

/// Everything that one kind of rank carries, for each weight format, summed up once.
struct RankLoad {
    qint32 gpuIndex = 0; ///< into Plan::gpus
    qint32 stage = 0;
    qint32 count = 0;                            ///< ranks like this one
    qint32 attentionReplicas = 1;                ///< data parallel attention: sequences are divided over these, too
    Bytes usable;                                ///< of the device, less the reserve; 0 = no device
    Bytes budget;                                ///< the engine's share
    std::array<ItemBytes, kFormatSlots> fixed{}; ///< items that the workload does not change
    std::array<Bytes, kFormatSlots> charged{};   ///< of those, what counts against the budget
    std::array<Bytes, kPartCount> parts{};       ///< of the plan's own format, each within an item of `fixed`
    std::array<KvTerm, kMaxKvTerms> kv{};
    qint32 kvTerms = 0;
    std::array<Bytes, kFormatSlots> statePerSequence{}; ///< recurrent state
    std::array<Bytes, kFormatSlots>
        kvUnitBytes{};       ///< one page of the pool on this rank (all layers of one group); 0 = no cache
    qint64 kvUnitTokens = 1; ///< tokens of a page
    qint32 kvGroups = 1;     ///< page groups that share the pool (vLLM's hybrid manager)
    qint32 stateGroups = 0;  ///< of those, groups that hold recurrent state: one page a sequence
    /// Of engines that run a whole prompt in one step: its activations are this much a token where that is more than
    /// the fixed ones. 0 = prompts are cut into steps.
    std::array<Bytes, kFormatSlots> activationPerToken{};
    qint64 wholePromptsUpTo = 0;            ///< tokens; longer prompts are cut into steps; 0 = none are
    bool activationsOfAllSequences = false; ///< all sequences run in that step, not one
    Corrections corrections;                ///< of the person's own calibration
};

/// How far a total may be off, 9 of 10 times: `below` and `above` are shares of what is uncertain in it, to which
/// every item contributes the share given here.
struct Spread {
    double below = 0, above = 0;
    std::array<double, kItemCount> shares = {1, 1, 1, 1, 1, 1, 1};

    /// `own` is what a calibration has changed in the items. One start of an engine says where a system lies, not how
    /// it scatters, so the interval moves with it and stays as wide as the rules alone have it.
    double uncertain(const ItemBytes &items, const CalibratedBytes &own = {}) const
    {
        double sum = 0;
        for (size_t i = 0; i < kItemCount; ++i)
            sum += shares[i] * double(items.bytes[i].count());
        for (size_t i = 0; i < kCalibratedCount; ++i)
            sum -= shares[size_t(kCalibratedItems[i])] * double(own[i].count());
        return sum;
    }
    Bytes low(const ItemBytes &items, const CalibratedBytes &own = {}) const
    {
        return items.total() - Bytes::rounded(below * uncertain(items, own));
    }
    Bytes high(const ItemBytes &items, const CalibratedBytes &own = {}) const
    {
        return items.total() + Bytes::rounded(above * uncertain(items, own));
    }
};

/// One layout over the GPUs: every kind of rank in it.
struct LayoutLoad {
    Parallel parallel;
    qint32 gpus = 1;
    std::vector<RankLoad> ranks;
    std::array<ItemBytes, kFormatSlots> host{}; ///< what the computer's own memory holds
    std::shared_ptr<const EngineData> detail;   ///< what applyWorkload() of the engine works on
    qint64 longestRequest = 0;                  ///< tokens that the engine admits; 0 = the plan's context
    bool tokensFollowConcurrency = false;       ///< the printed pool size is concurrency x longest request
};

/// A plan with everything looked up, checked and summed: estimate() is arithmetic on this.
struct ResolvedPlan {
    Plan plan; ///< with every default filled in, without pins
    Workload workload;
    std::shared_ptr<const ModelArchitecture> model;
    QStringList modelNotes;                            ///< what was assumed while a file was read: translated sentences
    std::shared_ptr<const StoredTensors> modelTensors; ///< of a file that lists them; may be null
    bool modelIsKnown = true; ///< false: a file of an architecture that was read as a plain transformer
    ParameterCounts parameters;
    std::shared_ptr<const EngineRules> engine;
    QString engineVersion;
    std::vector<Gpu> gpus; ///< parallel to plan.gpus
    Neighbours neighbours; ///< the plans beside it, on these GPUs
    std::array<Format, kFormatSlots> formats;
    qint32 ownSlot = kOwnFormat; ///< the slot that equals the plan's own format; kOwnFormat where it is another
    Format published;            ///< that of the checkpoint: what "native" means for this model
    QString nativeName;          ///< its name, "BF16"
    std::array<KvFormats, kFormatSlots> kv;  ///< by weight format: "auto" follows the weights
    QString kvKeysName, kvValuesName;        ///< format names in effect for the plan's own
    QJsonObject options;                     ///< the engine's options that the plan gives, checked
    std::shared_ptr<const DraftModel> draft; ///< of speculative decoding; null = none

    LayoutLoad layout;                  ///< the plan's own
    std::vector<LayoutLoad> candidates; ///< legal layouts of growing GPU count on the first GPU, for gpusNeeded
    bool memoryIsDivisible = false;     ///< rule of thumb: any count is legal
    CalibrationRecords calibration;     ///< of the person's own, those of this engine in this version

    std::shared_ptr<const SpeedLoad> speed; ///< what speedOf() works on, see core/planning/speed; null without GPUs
    Bytes kvBytesPerToken;
    Bytes ruleOfThumb; ///< P x Q/8 x 1.2 for the plan's own format
    Spread spread;
    std::bitset<kWarningCount> warnings;

    /// What others take of every GPU: the reserve and the plans beside it.
    Bytes reserved() const { return plan.reserve + neighbours.taken; }
};

} // namespace plimsoll
