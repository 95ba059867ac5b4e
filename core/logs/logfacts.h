// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logplan.h"
#include "core/logs/logreading.h"

namespace plimsoll {

/// Something that was recognised in a log, and where it stands.
struct LogFact {
    QString name;              ///< translated: "Engine"
    QString value;             ///< as the log prints it: "vLLM 0.11.0 (V1)"
    std::vector<qint64> lines; ///< counted from 1, ascending, each once; empty where no line says it
};

/// Engine, version and generation of a start, the last by default: "vLLM 0.11.0 (V1)". Empty where none is known.
QString engineOfLog(const LogReading &reading, qint32 start = -1);

/// Engine, model, GPU, layout, formats, context and options of a start, the last by default, with their lines. Engine,
/// model and GPU are there also where the log lacks them, which the value then says.
std::vector<LogFact> factsOfLog(const LogReading &reading, const LogPlan &logPlan, qint32 start = -1);

} // namespace plimsoll
