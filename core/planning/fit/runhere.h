// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/plan.h"
#include "core/result.h"
#include "core/sources/local/localmodels.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace plimsoll {

/// Below this many tokens a second a person who reads along waits: about how fast people read.
inline constexpr double kReadingSpeed = 5;

/// A format in which a model fits.
struct RunnableFormat {
    QString format; ///< id; "native" = as it was published, or as the file stores it
    QString name;   ///< "Q4_K_M", "BF16"
    Plan plan;      ///< on the GPUs that were asked about, with the model in this format and the engine that runs it
    QString engineName;
    Bytes total;                       ///< of all devices
    Bytes headroom;                    ///< of the fullest device
    qint64 longestContext = 0;         ///< tokens a sequence that fit, no more than the model is made for
    double decodeTokensPerSecond = -1; ///< what one sequence sees; below 0 = not known
    bool speedIsBound = false;         ///< nothing was measured on such hardware: the roofline
    bool isTight = false;              ///< it fits by less than the estimate may be off
    bool keepsQuality = true;          ///< at least 4 bits a weight, or measured to lose little; as published: always

    bool isSlow() const { return decodeTokensPerSecond >= 0 && decodeTokensPerSecond < kReadingSpeed; }
};

/// A model that fits, in its formats: the one to take first, then the others from the most bits to the fewest.
struct RunnableModel {
    QString model, name;     ///< what a plan names, and what people call it
    QString store;           ///< the program in whose folder on this disk it lies; empty for one of the catalog
    qint64 parameters = 0;   ///< of the language model
    qint64 contextLimit = 0; ///< tokens that it is made for; 0 = not known
    bool isShort = false;    ///< that is less than was asked for
    std::vector<RunnableFormat> formats;

    bool isLocal() const { return !store.isEmpty(); }
    const RunnableFormat &best() const { return formats.front(); }
};

/// Formats that a person is offered for a model on an engine, from the most bits to the fewest: those of the engine; of
/// llama.cpp the mixes that most models are published in, and FP4 on servers only where the GPUs compute in it.
QStringList offeredFormats(const Catalog &catalog, const QString &engine, bool hasFp4);

/// Which models run on the plan's GPUs beside its reserve, with its context (less where a model is made for less) and
/// sequences; the plan's own model, weights and layout are of no account. Of the catalog every model as it was
/// published and in every offered format in which it is smaller, and the files of `local` as they are. The engine is
/// the plan's where it runs on such GPUs, else llama.cpp; for GGUF files always llama.cpp.
///
/// The format to take is the one with the most bits that keeps quality and is no slower than people read, where there
/// is one. Ranked: models whose format is both, then those made for a shorter context than was asked for, then slow
/// ones, then those that lose quality; the largest first. Every figure is that of estimate() on the row's plan. Works
/// on several threads; `stopped` is asked often and from any of them, one at a time; true ends it with no rows.
/// Errors are those of resolve() about something else than the model, and "no-gpus".
Result<std::vector<RunnableModel>> modelsThatRun(const Plan &plan, const Catalog &catalog,
                                                 const std::vector<LocalModel> &local,
                                                 const std::function<bool()> &stopped = {});

} // namespace plimsoll
