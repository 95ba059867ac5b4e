// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/quality.h"
#include "core/planning/plan.h"

#include <QJsonArray>
#include <QLocale>
#include <QStringList>

namespace plimsoll {

/// What was measured of a plan's model in one format (an id; empty = the plan's own). Empty where nothing was, and for
/// a model that is not one of the catalog.
std::vector<MeasuredQuality> qualityOf(const Plan &plan, const Catalog &catalog, const QString &format = {});

/// "perplexity +2.8 % (WikiText-2 test)".
QString qualityPhrase(const MeasuredQuality &quality, const QLocale &locale = QLocale::c());
/// The figure that says most in little room: perplexity before recovery and accuracy, one against a baseline before one
/// without. Empty where there is none.
QString qualitySummary(const std::vector<MeasuredQuality> &all, const QLocale &locale = QLocale::c());
/// Every figure with its source, a line each.
QStringList qualityDetails(const std::vector<MeasuredQuality> &all, const QLocale &locale = QLocale::c());

/// The array "quality" of plimsoll.estimate/1; empty where nothing was measured.
QJsonArray qualityToJson(const std::vector<MeasuredQuality> &all);

} // namespace plimsoll
