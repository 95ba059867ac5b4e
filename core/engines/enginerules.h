// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/memory/kvcache.h"
#include "core/planning/draftmodel.h"
#include "core/planning/explanation.h"
#include "core/planning/resolvedplan.h"
#include "core/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <array>
#include <memory>
#include <span>

namespace plimsoll {

/// An option of an engine, as the plan document and the window name it.
struct EngineOption {
    enum class Type { Number, Integer, Boolean, Choice, Shares, Model };
    QString key; ///< "gpuMemoryUtilization"
    Type type = Type::Number;
    QJsonValue defaultValue; ///< null: follows from the plan, `defaultText` says how
    QString defaultText;
    double low = 0, high = 0; ///< of numbers and of each share, inclusive
    QStringList choices;
    QString effect; ///< what it does to memory, one translated sentence
};

/// One of the four precisions as an engine means it.
struct ComparisonFormat {
    QString format; ///< catalog format id
    QString as;     ///< "W4A16"
};

/// What an engine needs to know to sum up one layout.
struct EngineInput {
    const ModelArchitecture &model;
    const std::array<Format, kFormatSlots> &formats;
    const std::array<KvFormats, kFormatSlots> &kv;
    qint64 contextLength; ///< tokens
    QJsonObject options;  ///< validated, only what the plan says
    QString version;      ///< normalised, "0.19.0"
    Bytes reserve;
    const StoredTensors *tensors = nullptr; ///< of the model's file, where it lists them
    bool isStored = false;                  ///< the plan's own format is that of the file
    QString kvKeys, kvValues;               ///< ids of formats, or "auto"
    const DraftModel *draft = nullptr;      ///< of speculative decoding; null = none
    std::shared_ptr<const EngineData> data; ///< of prepare()
    std::span<const std::shared_ptr<const CalibrationRecord>> calibration; ///< of this engine and version
};

/// The rules by which an inference engine spends GPU memory. Stateless but for its constants.
/// An engine is a folder in core/engines and one line in registry.cpp.
class EngineRules
{
public:
    virtual ~EngineRules() = default;

    virtual QString id() const = 0;
    virtual QString name() const = 0;
    /// Known versions, oldest first; empty where the engine has none.
    virtual QStringList versions() const = 0;
    virtual QList<EngineOption> options() const = 0;
    virtual std::array<ComparisonFormat, kComparisonFormats> comparisonFormats() const = 0;
    virtual QString defaultKvFormat(const ModelArchitecture &model, const Format &weights) const = 0;

    /// Why this layout is not legal for this model, or an empty string. `nearest` gets the nearest legal one.
    virtual QString whyIllegal(const ModelArchitecture &model, const Parallel &parallel, Parallel *nearest) const = 0;

    /// Why an option of `options` that divides ranks does not go with this layout: its key and a sentence that names
    /// what would. Both empty where all do.
    struct OptionClash {
        QString key, why;
    };
    virtual OptionClash optionClash(const Parallel &, const QJsonObject &) const { return {}; }

    /// True where the engine documents tensor parallelism over several computers as the way to larger models.
    virtual bool tensorAcrossNodes() const { return false; }

    /// What almost no measured deployment stands behind under this version with these options: the engine, one of its
    /// versions or one of its presets, as a person reads it. Empty where there are rows.
    virtual QString hardlyMeasured(const QString &, const QJsonObject &) const { return {}; }

    /// True where measured deployments stand behind the rules for the kind of recurrent state that this model has.
    virtual bool measuresRecurrentState(const ModelArchitecture &) const { return false; }

    /// True where the rule needs no layout: any number of GPUs carries an equal share.
    virtual bool dividesFreely() const { return false; }

    /// True where GPUs take layers one after another and every count is legal; the layout stays 1 x 1 x 1.
    virtual bool splitsLayers() const { return false; }

    /// True where the cache is given out in pages as sequences grow: a plan needs what is in use, not what could be.
    virtual bool pagesCache() const { return false; }

    /// True where blocks of finished requests stay in the pool for requests that begin alike.
    virtual bool cachesPrefixes(const ResolvedPlan &) const { return false; }

    /// The version that a build number of the engine stands for ("b4567"); empty where it has none.
    virtual QString versionOfBuild(qint64) const { return {}; }

    /// A version as people write it: "b6975" for that build, else what it is.
    virtual QString versionName(const QString &version) const { return version; }

    /// What an option of `options` that stands for several (a preset) says about `key`; undefined where none does.
    virtual QJsonValue impliedOption(const QString &, const QJsonObject &) const { return QJsonValue::Undefined; }

    /// What all layouts of a plan share. Handed to load() as EngineInput::data.
    virtual std::shared_ptr<const EngineData> prepare(const EngineInput &) const { return nullptr; }

    /// Sums up one layout. `gpus` has one entry a rank in rank order, or is empty: one device as large as it must be.
    virtual LayoutLoad load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                            std::span<const qint32> gpuIndices) const = 0;

    /// GPUs of one class differ, for this engine, in nothing but what moveTo() sets. The id where every GPU is its own.
    virtual QString gpuClass(const Gpu &gpu, const EngineInput &) const { return gpu.id; }

    /// Makes a layout whose GPUs are all `from` what it is on as many of `to`, of the same class: what the card holds
    /// and what its driver takes.
    virtual void moveTo(LayoutLoad &, const Gpu &from, const Gpu &to, const EngineInput &) const
    {
        Q_UNUSED(from)
        Q_UNUSED(to)
    }

    /// Sets what follows from context and sequences in a way that chargeRank() cannot sum up. Runs for every step of a
    /// slider, so it is to take some tens of microseconds.
    virtual void applyWorkload(LayoutLoad &, Workload) const { }

    /// Gives a layout what applyWorkload() worked out for `known`, the same layout of the same plan with weights in
    /// other formats, so that it need not be worked out again.
    virtual void takeWorkload(LayoutLoad &, const LayoutLoad &known) const { Q_UNUSED(known) }

    /// Adds what one rank carries under this workload to `device` (items, charged, pool, headroom, fits). Hot path.
    virtual void chargeRank(const RankLoad &rank, int format, Workload workload, qint32 dataParallel,
                            DeviceEstimate &device) const;

    /// The share of an item that counts against the budget: what a correction of it takes from the pool.
    virtual double chargedShare(Item item, const EngineInput &input) const
    {
        Q_UNUSED(item)
        Q_UNUSED(input)
        return 1;
    }

    /// Tokens and concurrency of the pool as the engine prints them, from the rank that limits.
    virtual void describePool(const ResolvedPlan &resolved, Estimate &estimate) const = 0;

    virtual Explanation explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                                const QLocale &locale) const = 0;

    /// The 90 % interval of a total, and what it rests on.
    struct Interval : Spread {
        QString basis;
    };
    /// Called once a plan, when model, formats, version and options of `resolved` are there.
    virtual Interval interval(const ResolvedPlan &resolved) const = 0;
};

/// The engine of that id with its constants from the catalog; error "unknown-engine" names the known ones.
Result<std::shared_ptr<const EngineRules>> findEngine(const QString &id, const Catalog &catalog, const QString &field);

/// Ids of all engines, in the order pickers show them.
QStringList engineIds();

/// As people write it: "vLLM". The id itself where no engine has it.
QString engineName(const QString &id);

/// The part of a version by which the rules differ, for headings and pickers: "0.19" of "0.19.2", or a build.
QString shortVersionName(const EngineRules &engine, const QString &version);

/// The versions that a measurement of one of them speaks for, by the name that they share: "0.11" of 0.11.2, of builds
/// the known one whose rules they take. Empty where it is no version, or the engine has none.
QString releaseOf(const EngineRules &engine, const QString &version);

/// Checks options against the engine's list: error "unknown-option" or "bad-option" with field engine.options.KEY.
Result<QJsonObject> checkedOptions(const EngineRules &engine, const QJsonObject &options);

/// A version a person typed against the known ones. Compared numerically; rc, dev, post and +hash are ignored.
/// Newer than known: the newest. A build older than known: the oldest; an older version: error "unknown-version". Not a
/// version: error "bad-version".
enum class VersionAge { Known, Newer, Older };
Result<QString> checkedVersion(const EngineRules &engine, const QString &version, VersionAge *age);

} // namespace plimsoll
