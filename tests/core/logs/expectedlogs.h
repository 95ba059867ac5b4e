// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logreading.h"

#include <QJsonObject>
#include <QStringList>

namespace plimsoll::test {

/// What one file was checked against.
struct ExpectedCheck {
    int figures = 0;  ///< that the expectation has
    int settings = 0; ///< that the expectation has
    int further = 0;  ///< figures that the file has and the expectation lacks
    QStringList mistakes;
};

/// Compares a reading with the expectations of a file: every figure as it is printed, in its order, with its rank.
/// `further` names lists ("usable_gib.value") of which the file has figures though the expectation has none.
ExpectedCheck checkAgainst(const LogReading &reading, const QJsonObject &expected, const QStringList &further);

} // namespace plimsoll::test
