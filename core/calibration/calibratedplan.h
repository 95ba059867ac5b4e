// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"
#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"

#include <QStringList>

namespace plimsoll {

/// Those records of a catalog's calibration that speak of an engine in a version; none where it is off. A version
/// stands for its release (releaseOf()), for what an engine spends changes with that, not with every patch; a preset of
/// `options` only for itself, for Ollama allocates other buffers than llama.cpp's own server.
CalibrationRecords calibrationOf(const Catalog &catalog, const EngineRules &engine, const QString &version,
                                 const QJsonObject &options);

/// The preset that options choose, empty for the engine's usual one.
QString presetOf(const EngineRules &engine, const QJsonObject &options);

/// Gives every rank of a layout the corrections of its GPU; `gpus` are those that RankLoad::gpuIndex counts. A record
/// speaks of its own GPU and of layouts with as many GPUs to a copy of the model, for these decide what NCCL, the
/// activations of a rank and its graphs take.
void calibrate(LayoutLoad &layout, const EngineRules &engine, const EngineInput &input, std::span<const Gpu> gpus);

/// The records that correct the plan's own layout or plans beside it, each once.
CalibrationRecords recordsUsed(const ResolvedPlan &resolved);

/// The same plan as the rules alone have it.
ResolvedPlan withoutCalibration(const ResolvedPlan &resolved);

/// "vLLM 0.11 on H100 SXM 80 GB (2026-11-30)", and with several GPUs to a copy "on 4 x H100 SXM 80 GB". Names are those
/// of the catalog where it knows them.
QString recordTitle(const CalibrationRecord &record, const Catalog &catalog);

/// "Activations + 0.31 GiB, CUDA graphs − 0.10 GiB": what was measured beside the prediction on one GPU.
QString residualsText(const CalibrationRecord &record, SizeUnit unit, const QLocale &locale = QLocale::c());

/// What records of a plan are called in sentences: recordTitle() with the plan's own names. Empty where none is used.
QString calibrationNames(const ResolvedPlan &resolved);

} // namespace plimsoll
