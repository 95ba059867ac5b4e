// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/planning.h"

namespace plimsoll {

/// The path of a model as a document in `folder` may say it to others: relative to that folder, or only the file's name
/// ("./name") where the way there would name folders outside of it and of the person's home, and where `folder` is
/// empty. What is no absolute path stays.
QString sharedPath(const QString &path, const QString &folder);

/// A path of a model that was typed is against the working directory, which no document knows: makes it whole, unless
/// it is an id of the catalog.
void anchorTypedModel(Plan &plan, const Catalog &catalog);

/// The same plan, those beside it and those pinned to it, with the paths of their models as a document in `folder` may
/// say them. From there anchorModelPath() finds them again; elsewhere the model has to be chosen again.
Plan sharedPlan(const Plan &plan, const QString &folder);

/// The same answer for a text in such a document.
PlanAnswer sharedAnswer(const PlanAnswer &answer, const QString &folder);

} // namespace plimsoll
