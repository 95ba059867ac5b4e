// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/calibration/calibrationbook.h"
#include "ui/calibration/calibrationdialog.h"
#include "ui/controls/noticebar.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

namespace plimsoll {

void MainWindow::connectCalibration()
{
    m_calibrationBook = new CalibrationBook(m_document, this);
    connect((*m_actions)[ActionId::Calibration], &QAction::triggered, this, [this] {
        calibrationDialog()->show();
        calibrationDialog()->raise();
        calibrationDialog()->activateWindow();
    });
    connect(m_calibrationBook, &CalibrationBook::problem, this, [this](const QString &text) {
        if (!m_calibrationDialog || !m_calibrationDialog->isVisible()) // which says it itself
            m_fileNotice->setNotice(text, tr("D&ismiss"));
    });
}

CalibrationDialog *MainWindow::calibrationDialog()
{
    if (!m_calibrationDialog)
        m_calibrationDialog = new CalibrationDialog(m_document, m_calibrationBook, this);
    m_calibrationDialog->setUnit(m_unit);
    return m_calibrationDialog;
}

} // namespace plimsoll
