// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitquestions.h"

#include <QJsonObject>
#include <QString>

namespace plimsoll {

/// How the answers to reverse questions are put into words and documents.

QJsonObject layoutJson(const Parallel &parallel);
/// "tensor parallel 4, pipeline parallel 2": what is more than one, and tensor parallel always.
QString layoutWords(const Parallel &parallel);
QJsonValue countOrNull(qint32 count);
/// A row of the question "gpus".
QJsonObject gpuJson(const GpuFit &fit);
/// ", 43 tokens/s a sequence", to follow other words.
QString speedText(double tokensPerSecond, bool isBound);

} // namespace plimsoll
