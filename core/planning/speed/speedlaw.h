// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/speed/speedterms.h"

#include <QString>

namespace plimsoll {

/// How far a measured speed may be from the estimate, 9 of 10 times: it lies between estimate x below and
/// estimate x above. From the residuals of the law on models (servers) or GPUs (llama.cpp) that it was not fitted on.
struct SpeedSpread {
    double below = 0, above = 0; ///< factors; above = 0: not known, the estimate is only a bound
};

/// What one unit of each term costs on a class of engine and hardware: a record of resources/catalog/speed.json.
/// The default is the roofline itself: bytes over bandwidth and FLOPs over peak, nothing else.
struct SpeedLaw {
    QString engine, hardware; ///< of the record; empty = nothing was measured
    DecodeTerms decode = {1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1};
    PromptTerms prompt = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1};
    SpeedSpread decodeSpread, promptSpread;
    int rows = 0, configurations = 0; ///< behind the decode law
    QString promptEngine;             ///< whose prompts were measured
    bool promptsOneGpuDense = false;  ///< and only of dense models on one GPU
    QString rowsName;                 ///< "servers on NVIDIA HBM"
    QString source;

    bool isMeasured() const { return !engine.isEmpty(); }
    bool hasPrompts() const { return promptSpread.above > 0; }
};

/// Names of the terms in speed.json.
const char *decodeTermKey(DecodeTerm term);
const char *promptTermKey(PromptTerm term);

/// The record for an engine on a class of hardware (see speedHardware()), or the roofline where there is none.
SpeedLaw speedLaw(const Catalog &catalog, const QString &engine, const QString &hardware);

} // namespace plimsoll
