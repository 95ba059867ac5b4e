// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/speed/speed.h"

#include <QJsonValue>
#include <QLocale>
#include <QString>

namespace plimsoll {

/// A speed or a time with four digits, so that a document does not claim more; 0 of what is no figure.
double shortenedSpeed(double value);

/// The object "speed" of plimsoll.estimate/1; null where there is no speed.
QJsonValue speedToJson(const ResolvedPlan &resolved, const SpeedEstimate &speed);

/// What the interval rests on, or that the figure is only a bound: "139 measured rows of 9 models: vLLM, NVIDIA with
/// HBM".
QString speedBasis(const ResolvedPlan &resolved, const SpeedEstimate &speed);

/// Tokens a second as a reader wants them: whole, or with one decimal below ten.
QString speedNumber(double tokensPerSecond, const QLocale &locale);

/// "About 84 tokens/s for each user (70 to 99)." or "At most 84 tokens/s for each user."; empty where it is not known.
QString speedSentence(const SpeedEstimate &speed, const QLocale &locale = QLocale::c());

/// "Decode: 84.1 tokens/s a sequence ..." and "Prefill: ...", one line each; why there is none; empty without GPUs.
QString speedLines(const ResolvedPlan &resolved, const SpeedEstimate &speed);

} // namespace plimsoll
