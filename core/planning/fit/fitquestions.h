// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/cost.h"
#include "core/planning/resolvedplan.h"
#include "core/result.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace plimsoll {

/// The reverse questions. Every answer is looked for with estimate(), never with a second formula.
/// All take a plan as a person left it; errors are those of resolve().

/// The fewest GPUs of the plan's first kind that carry it, and their layout: tensor parallel within a node, then whole
/// nodes as pipeline stages. Nothing where no legal count does.
struct GpuCountAnswer {
    qint32 count = 0;
    Parallel parallel;
};
std::optional<GpuCountAnswer> fewestGpus(const ResolvedPlan &resolved);

/// One weight format of the engine on the plan's GPUs.
struct FormatFit {
    QString format;
    bool fits = false;
    Bytes total;           ///< of all devices
    Bytes headroom;        ///< of the fullest device; negative = missing
    qint32 gpusNeeded = 0; ///< 0 = none found
};
/// Every format of the engine, most bits first.
Result<std::vector<FormatFit>> fitOfFormats(const Plan &plan, const Catalog &catalog);

/// The format that keeps the most bytes of the weights and fits, but none with more bits than the checkpoint has: those
/// are no better. Mixes of one block type differ in how many tensors they keep in a better one.
Result<std::optional<FormatFit>> bestFormat(const Plan &plan, const Catalog &catalog);

/// One legal layout of the plan's GPUs.
struct LayoutFit {
    Parallel parallel;
    bool fits = false;
    Bytes headroom;
    double decodeTokensPerSecondTotal = -1; ///< all sequences; below 0 = not known
};
/// Every legal layout: tensor x pipeline x data over all the GPUs, and where the model has experts each with those
/// whole on the tensor parallel, or on the tensor x data parallel ranks; the one with the most room first.
Result<std::vector<LayoutFit>> legalLayouts(const Plan &plan, const Catalog &catalog);

/// A GPU of the catalog with the fewest of it that carry the plan.
struct GpuFit {
    QString gpu, name;
    qint32 count = 0; ///< 0 = no count up to the largest layout does
    Parallel parallel;
    bool fits = false;
    Bytes headroom;
    Bytes total;              ///< of all of them; of one where no count carries the plan
    qint32 watts = 0;         ///< of all of them, the boards' limit; 0 = not known
    double pricePerHour = -1; ///< US dollars for all of them, the cheapest dated offer; below 0 = not known
    QString priceAsOf;
    double decodeTokensPerSecond = -1;      ///< what one sequence sees; below 0 = not known, or not asked for
    double decodeTokensPerSecondTotal = -1; ///< all sequences
    bool speedIsBound = false;              ///< nothing was measured on such hardware: the roofline

    /// US dollars for a million tokens of all sequences together; below 0 = not known.
    double pricePerMillionTokens() const
    {
        return plimsoll::pricePerMillionTokens(pricePerHour, decodeTokensPerSecondTotal);
    }
};
/// Every whole GPU that the engine runs on, those that carry the plan first: by count, then by memory. With speed,
/// which takes about a millisecond for each GPU that carries the plan. `stopped` is asked between GPUs; true ends with
/// what is there.
Result<std::vector<GpuFit>> fitOfGpus(const Plan &plan, const Catalog &catalog,
                                      const std::function<bool()> &stopped = {});

/// The GPU with the least memory of which one carries the plan.
Result<std::optional<GpuFit>> smallestGpu(const Plan &plan, const Catalog &catalog);

/// The model with the most parameters of the catalog that the plan's GPUs carry, all else as it is.
struct ModelFit {
    QString model, name;
    qint64 parameters = 0;
    bool fits = false;
    Bytes headroom;                    ///< of the fullest GPU; negative = missing
    double decodeTokensPerSecond = -1; ///< what one sequence sees; below 0 = not known, or not asked for
    bool speedIsBound = false;
};
Result<std::optional<ModelFit>> largestModel(const Plan &plan, const Catalog &catalog);

/// Every model of the catalog that the engine serves in the plan's layout, on the plan's GPUs: those that fit first,
/// the largest first. With speed.
Result<std::vector<ModelFit>> fitOfModels(const Plan &plan, const Catalog &catalog);

} // namespace plimsoll
