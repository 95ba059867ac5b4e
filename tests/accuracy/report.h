// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/accuracy/observations.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace accuracy {

/// docs/ACCURACY.md: one section an engine.
QString markdown(const Measurements &measurements);

/// Every comparison, one line each.
QString csv(const Measurements &measurements);

/// The figures that a later run is compared with: errors by engine, item and version range, and coverage.
QJsonObject baselineOf(const Measurements &measurements);

/// What is worse in `now` than in `committed`, one line each; empty when nothing is.
QStringList whatGrew(const QJsonObject &committed, const QJsonObject &now);

} // namespace accuracy
