// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/speed/speedload.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace accuracy {

/// One measured time of tests/data/speed beside what the plan's law is made of.
struct SpeedRow {
    QString row, engine, hardware; ///< of the law
    QString model, weights, gpu, layout;
    QString leftOut;         ///< rows with the same are not fitted on when this one is judged: a model, or a GPU
    bool isPrompt = false;   ///< seconds to prefill; else seconds of one step
    bool superseded = false; ///< of a build that later rows of the same GPU replace
    double measured = 0;     ///< seconds
    double tokens = 0;       ///< of the prompt
    double cached = 0;       ///< of the prompt, in the cache before; context of a step
    double sequences = 1;
    plimsoll::Traffic traffic;
    std::shared_ptr<const plimsoll::SpeedLoad> load;
};

struct SpeedRows {
    std::vector<SpeedRow> rows;
    std::vector<SpeedRow> heldOut; ///< of GPUs and models that no law was fitted on, nor chosen by
    QStringList unused;            ///< "S12: why"
};

SpeedRows readSpeedRows(const plimsoll::Catalog &catalog);

} // namespace accuracy
