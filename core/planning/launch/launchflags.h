// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <span>

namespace plimsoll {

/// What a flag of an engine's command says of a plan.
enum class Carries {
    Model,
    Alias, ///< the name that clients use: the model's id where the model is a file
    Tensor,
    Pipeline,
    Data,
    DataAttention, ///< data parallel ranks share the attention of one replica: the engine option of that key
    Expert,        ///< ranks that share the experts
    ExpertSwitch,  ///< experts over all ranks
    Context,       ///< tokens of the longest request
    TotalContext,  ///< tokens of all sequences
    Sequences,
    KvCache,
    KvKeys,
    KvValues,
    DataType,     ///< weights in 16 or 32 bits
    Quantization, ///< weights quantised while they are loaded
    Speculative,  ///< vLLM's JSON object of a draft
    Option,       ///< the engine option of that key
    Implied,      ///< there whenever `option` is: says nothing by itself
};

/// How a flag is written.
enum class FlagShape {
    Value,  ///< --flag 3
    Switch, ///< --flag where true
    Off,    ///< --no-flag where false
    OnOff,  ///< --flag on
};

struct LaunchFlag {
    Carries carries;
    std::array<const char *, 4> names; ///< the first is written, all are read; null where there are fewer
    FlagShape shape = FlagShape::Value;
    const char *option = nullptr; ///< key of the engine option
};

/// A format of Plimsoll's catalog and what an engine calls it.
struct FormatName {
    const char *format;
    const char *name;
};

/// The command that starts an engine.
struct LaunchDialect {
    const char *engine;                  ///< id
    std::array<const char *, 3> program; ///< "vllm", "serve"; null where there are fewer
    bool modelIsPositional;              ///< right after the program
    std::span<const LaunchFlag> flags;   ///< in the order of writing
    std::span<const FormatName> kvFormats;
    std::span<const FormatName> dataTypes;
    std::span<const FormatName> quantizations; ///< that the engine makes itself of a 16-bit checkpoint
    const char *image;                         ///< container image, %1 = version
    const char *source;                        ///< where the flags are documented
};

/// Null for engines that no command starts.
const LaunchDialect *launchDialect(const QString &engine);
std::span<const LaunchDialect> launchDialects();

} // namespace plimsoll
