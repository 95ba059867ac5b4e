// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logcalibrator.h"

#include "core/calibration/calibratedplan.h"
#include "core/calibration/logcalibration.h"
#include "ui/calibration/calibrationbook.h"
#include "ui/logs/logdialog.h"
#include "ui/logs/logview.h"
#include "ui/plandocument.h"

#include <algorithm>

namespace plimsoll {

LogCalibrator::LogCalibrator(PlanDocument *document, CalibrationBook *book, LogDialog *dialog)
    : QObject(dialog)
    , m_document(document)
    , m_book(book)
    , m_dialog(dialog)
{
    connect(dialog, &LogDialog::calibrateAsked, this, &LogCalibrator::keepOrTakeBack);
    connect(dialog, &LogDialog::readingStarted, this, &LogCalibrator::forget);
    connect(dialog->view(), &LogView::startChosen, this, &LogCalibrator::forget);
    connect(document, &PlanDocument::catalogChanged, this, &LogCalibrator::follow);
    connect(book, &CalibrationBook::problem, dialog, &LogDialog::refuse);
}

void LogCalibrator::keepOrTakeBack()
{
    if (!m_kept) {
        keep();
        return;
    }
    if (m_book->remove(CalibrationRecord(*m_kept)))
        m_dialog->say(tr("The calibration with %1 is taken back.").arg(m_dialog->logName()));
}

void LogCalibrator::keep()
{
    const LogReading *reading = m_dialog->reading();
    const LogAnswer *answer = m_dialog->view()->answer();
    if (!reading || !answer || !answer->answer)
        return;
    const Result<CalibrationRecord> record = calibrationFromLog(
        *reading, answer->log, answer->answer->plan, m_dialog->logName(), QDate::currentDate(), answer->start);
    if (!record.ok()) {
        m_dialog->refuse(record.error().text);
        return;
    }
    m_kept = *record;
    if (!m_book->add(*record)) { // which has said why
        m_kept.reset();
        return;
    }
    m_dialog->setCalibrated(true);
    const QString learnt = tr("Calibrated %1: %2.")
                               .arg(recordTitle(*record, m_document->catalog()),
                                    residualsText(*record, m_dialog->view()->unit(), QLocale()));
    m_dialog->say(m_book->calibration().isOn
                      ? learnt + QLatin1Char(' ') + tr("Every answer about such a system has it from now on.")
                      : learnt + QLatin1Char(' ') + tr("It is kept, and not used: Edit > Calibration turns it on."));
}

void LogCalibrator::follow()
{
    if (!m_kept)
        return;
    const CalibrationRecords records = m_book->calibration().records;
    if (std::none_of(records.begin(), records.end(), [&](const auto &each) { return *each == *m_kept; }))
        forget();
}

void LogCalibrator::forget()
{
    m_kept.reset();
    m_dialog->setCalibrated(false);
}

} // namespace plimsoll
