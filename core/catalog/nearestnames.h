// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plimsoll {

/// The names nearest to what was typed, at most three, best first. Words that both have count most
/// ("llama 3.1 8b" finds "meta-llama/Llama-3.1-8B"), then the distance by edits.
QStringList nearestNames(const QString &typed, const QStringList &known);

} // namespace plimsoll
