// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calibration/calibrationbook.h"

#include "core/calibration/calibrationfile.h"
#include "ui/plandocument.h"

#include <QDir>

namespace plimsoll {

CalibrationBook::CalibrationBook(PlanDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_file(document->catalog().calibration() ? calibrationFile() : QString())
{
}

Calibration CalibrationBook::calibration() const
{
    const auto &calibration = m_document->catalog().calibration();
    return calibration ? *calibration : Calibration();
}

bool CalibrationBook::add(const CalibrationRecord &record)
{
    return change([&](Calibration &all) { all.add(record); });
}

bool CalibrationBook::remove(const CalibrationRecord &record)
{
    return change(
        [&](Calibration &all) { std::erase_if(all.records, [&](const auto &each) { return *each == record; }); });
}

bool CalibrationBook::setOn(bool on)
{
    return change([&](Calibration &all) { all.isOn = on; });
}

bool CalibrationBook::change(const std::function<void(Calibration &)> &edit)
{
    Calibration after = calibration();
    if (m_file.isEmpty()) {
        edit(after);
    } else {
        // Of the file, not of what this window knows: another program may have added to it.
        Result<ChangedCalibration> changed = changeCalibration(edit, m_file);
        if (!changed.ok()) {
            Q_EMIT problem(changed.error().text);
            return false;
        }
        if (!changed->setAside.isEmpty()) {
            Q_EMIT problem(tr("The calibration that was there could not be read; it lies at %1 now.")
                               .arg(QDir::toNativeSeparators(changed->setAside)));
        }
        after = std::move(changed->calibration);
    }
    m_document->setCalibration(std::make_shared<const Calibration>(std::move(after)));
    return true;
}

} // namespace plimsoll
