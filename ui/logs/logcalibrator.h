// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"

#include <QObject>

#include <optional>

namespace plimsoll {

class CalibrationBook;
class LogDialog;
class PlanDocument;

/// Keeps what the log in a dialog measured as the person's calibration, and takes it back.
class LogCalibrator : public QObject
{
    Q_OBJECT

public:
    /// A child of the dialog; document and book live longer.
    LogCalibrator(PlanDocument *document, CalibrationBook *book, LogDialog *dialog);

private:
    void keepOrTakeBack();
    void keep();
    /// What was kept may have been removed elsewhere.
    void follow();
    void forget();

    PlanDocument *m_document;
    CalibrationBook *m_book;
    LogDialog *m_dialog;
    std::optional<CalibrationRecord> m_kept; ///< of the log that is shown
};

} // namespace plimsoll
