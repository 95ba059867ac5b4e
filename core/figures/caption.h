// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"

#include <QLocale>
#include <QString>

namespace plimsoll {

/// Everything that an answer follows from, each in a few words: model, formats, workload, engine with its options,
/// GPUs and layout, what others take. Defaults are said as what they came to.
QStringList planInputs(const ResolvedPlan &resolved, const QLocale &locale = QLocale::c());

/// The program, its version and the date of its catalog, and that the person's own records are in it.
QString provenance(const Catalog &catalog);

/// What stands below a figure: the inputs and where the numbers are from.
QString figureCaption(const ResolvedPlan &resolved, const Catalog &catalog, const QLocale &locale = QLocale::c());

} // namespace plimsoll
