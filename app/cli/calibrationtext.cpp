// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibrationtext.h"

#include "app/cli/texttable.h"
#include "core/calibration/calibratedplan.h"
#include "core/calibration/calibrationfile.h"
#include "core/catalog/catalog.h"

#include <QCoreApplication>
#include <QDir>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CalibrationText)
};

const QString kLineEnd = QStringLiteral("\n");

} // namespace

QString calibrationText(const Calibration &calibration, const Catalog &catalog, SizeUnit unit)
{
    if (calibration.records.empty()) {
        return Text::tr("There is no record; plimsoll measure LOG --calibrate makes one of a start-up log.") + kLineEnd;
    }
    TextTable table({0});
    table.addRow(
        {Text::tr("No."), Text::tr("Measured on"), Text::tr("Model"), Text::tr("On each GPU"), Text::tr("Log")});
    for (size_t i = 0; i < calibration.records.size(); ++i) {
        const CalibrationRecord &record = *calibration.records[i];
        table.addRow({QString::number(i + 1), recordTitle(record, catalog), record.modelName,
                      residualsText(record, unit), record.source});
    }
    QString text = table.text() + kLineEnd;
    text += calibration.isOn ? Text::tr("Estimates use it; plimsoll calibration off or --no-calibration leaves it out.")
                             : Text::tr("Estimates do not use it; plimsoll calibration on does.");
    return text + kLineEnd;
}

QString storedText(const CalibrationRecord &record, const Calibration &calibration, const Catalog &catalog,
                   SizeUnit unit)
{
    QString text =
        Text::tr("Calibrated: %1: %2 on each GPU.").arg(recordTitle(record, catalog), residualsText(record, unit))
        + kLineEnd;
    text += calibration.isOn
                ? Text::tr("Estimates of this engine, version, GPU and layout use it from now on; plimsoll "
                           "calibration remove %1 takes it back.")
                      .arg(calibration.records.size())
                : Text::tr("It is kept, but estimates do not use it: plimsoll calibration on turns it on.");
    return text + kLineEnd;
}

QString setAsideText(const QString &path)
{
    return Text::tr("the calibration that was there could not be read; it lies at %1 now")
        .arg(QDir::toNativeSeparators(path));
}

} // namespace plimsoll
