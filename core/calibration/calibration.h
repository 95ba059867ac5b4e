// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/corrections.h"

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll {

/// What one start-up log measured beside the prediction of the same plan, and of what system it speaks.
struct CalibrationRecord {
    QString engine;        ///< id, "vllm"
    QString engineVersion; ///< that of the log, "0.11.2"; empty where the engine has none
    QString preset;        ///< of the engine, "ollama"; empty = its usual one
    QString gpu;           ///< id
    qint32 gpus = 1;       ///< that share one copy of the model
    qint32 tensor = 1;     ///< of them, tensor parallel ranks
    QString model;         ///< id; may be empty
    QString modelName;     ///< as a person reads it
    QDate date;            ///< when it was calibrated
    QString source;        ///< name of the log's file; may be empty
    /// Measured less predicted on one GPU, in the order of kCalibratedItems; empty = the log does not say.
    std::array<std::optional<Bytes>, kCalibratedCount> residuals;
    QJsonObject unknown; ///< fields of a newer program

    bool hasResiduals() const;
    friend bool operator==(const CalibrationRecord &, const CalibrationRecord &) = default;
};

using CalibrationRecords = std::vector<std::shared_ptr<const CalibrationRecord>>;

/// A person's own measurements, and whether answers use them.
struct Calibration {
    bool isOn = true;
    CalibrationRecords records; ///< in the order in which they were made
    QJsonObject unknown;        ///< fields of a newer program

    /// Puts a record behind the others, in the place of one of the same engine, version, preset, GPU, layout and
    /// model: a
    /// person can check the one log that an answer rests on, which a mean of several would not allow.
    void add(const CalibrationRecord &record);
    /// `index` from 0; false where there is none.
    bool remove(size_t index);
};

/// The record that speaks of GPUs and a layout: one of the same model before others, then the newest. Null = none.
/// `records` are of the engine and version at hand.
std::shared_ptr<const CalibrationRecord> recordFor(std::span<const std::shared_ptr<const CalibrationRecord>> records,
                                                   const QString &gpu, qint32 gpus, qint32 tensor,
                                                   const QString &model);

} // namespace plimsoll
