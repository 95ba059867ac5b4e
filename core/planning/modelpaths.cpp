// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pinnedplan.h"
#include "core/planning/plandocumentjson.h"

#include <QDir>
#include <QFileInfo>

namespace plimsoll {

void anchorModelPath(Plan &plan, const QString &folder)
{
    for (Plan &other : plan.beside)
        anchorModelPath(other, folder);
    std::vector<PinnedPlan> pins = plan.pins.list();
    for (PinnedPlan &pin : pins)
        anchorModelPath(pin.plan, folder);
    plan.pins = Pins(std::move(pins));
    auto *named = std::get_if<NamedModel>(&plan.model);
    if (!named || QDir::isAbsolutePath(named->id))
        return;
    const QString beside = QDir(folder).filePath(named->id);
    if (QFileInfo::exists(beside))
        named->id = QDir::cleanPath(QFileInfo(beside).absoluteFilePath());
}

} // namespace plimsoll
