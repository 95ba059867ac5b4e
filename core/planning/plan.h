// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/pins.h"
#include "core/units/bytes.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace plimsoll {

/// A model of the catalog, or a path to a file or folder.
struct NamedModel {
    QString id;
    friend bool operator==(const NamedModel &, const NamedModel &) = default;
};

/// A model that does not exist yet: only its size is known.
struct FreeSize {
    qint64 parameters = 0;
    friend bool operator==(const FreeSize &, const FreeSize &) = default;
};

/// An architecture given in the plan itself: the content of a config.json.
struct InlineConfig {
    QJsonObject config;
    friend bool operator==(const InlineConfig &, const InlineConfig &) = default;
};

using ModelChoice = std::variant<NamedModel, FreeSize, InlineConfig>;

struct GpuChoice {
    QString id;
    qint32 count = 1;
    friend bool operator==(const GpuChoice &, const GpuChoice &) = default;
};

/// Ranks in each dimension; tensor x pipeline x data is the number of GPUs.
struct Parallel {
    qint32 tensor = 1, pipeline = 1, data = 1, expert = 1;
    friend bool operator==(const Parallel &, const Parallel &) = default;
};

/// How long requests are, where a person knows it: what a paged KV cache holds at once follows from it.
struct Requests {
    std::optional<qint64> averageContext; ///< tokens that a sequence holds on average
    std::optional<qint64> promptTokens, answerTokens;
    std::optional<qint64> sharedPrefix; ///< tokens with which all prompts begin alike
    friend bool operator==(const Requests &, const Requests &) = default;

    bool isEmpty() const { return *this == Requests{}; }
    /// What a sequence holds on average: as said, or the prompt and half of the answer; 0 = not said.
    qint64 average() const
    {
        if (averageContext)
            return *averageContext;
        return promptTokens || answerTokens ? promptTokens.value_or(0) + (answerTokens.value_or(0) + 1) / 2 : 0;
    }
    /// The longest that prompt and answer make; 0 = not said.
    qint64 longest() const { return promptTokens.value_or(0) + answerTokens.value_or(0); }
};

/// What a person chose; absent things take the defaults of cli.md when the plan is resolved.
/// Also the plan document: unknown fields are kept in `unknown` and written back.
struct Plan {
    QString name;
    ModelChoice model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B")};
    QString weights;          ///< format id, "native"; empty = default
    QString kvKeys, kvValues; ///< format id, "auto"; empty = auto
    QString engine;           ///< empty = rule-of-thumb for a FreeSize, else vllm
    QString engineVersion;    ///< empty = newest known
    QJsonObject engineOptions;
    std::optional<qint64> contextLength; ///< tokens a sequence
    std::optional<qint64> sequences;     ///< at once
    Requests requests;
    std::vector<GpuChoice> gpus;
    std::optional<Parallel> parallel;
    Bytes reserve;            ///< taken on every GPU by others
    std::vector<Plan> beside; ///< plans that run on the first of these GPUs and start before this one, in this order
    Pins pins;                ///< what it is compared with; no answer depends on them
    QJsonObject unknown;

    qint64 gpuCount() const
    {
        qint64 count = 0;
        for (const GpuChoice &gpu : gpus)
            count += gpu.count;
        return count;
    }
    friend bool operator==(const Plan &, const Plan &) = default;
};

} // namespace plimsoll
