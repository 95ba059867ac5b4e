// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/planpanel.h"
#include "ui/mainwindow.h"
#include "ui/preferences/ownrecords.h"
#include "ui/preferences/preferences.h"
#include "ui/settings.h"
#include "ui/thiscomputer/gpuprobing.h"
#include "ui/thiscomputer/thiscomputer.h"

namespace plimsoll {

void MainWindow::connectComputer()
{
    m_computer = new ThisComputer(m_document, m_planPanel->gpu(), this);
    connect((*m_actions)[ActionId::RunHere], &QAction::triggered, m_computer, &ThisComputer::showRunHere);
    connect(m_computer, &ThisComputer::sectionMade, this, &MainWindow::chainTabOrder);
    auto *records = new OwnRecords(this);
    connect(records, &OwnRecords::failed, this,
            [this](const Error &error) { m_fileNotice->setNotice(error.text, tr("D&ismiss")); });
    connect(m_computer, &ThisComputer::kindAdded, this, [this, records](const GpuKind &kind) {
        if (m_settings && kind.record) // without settings nothing is written
            records->addGpu(m_preferences->catalogFile, *kind.record);
    });
}

void MainWindow::setGpuProbing(std::unique_ptr<GpuProbing> probing)
{
    m_computer->setProbing(std::move(probing));
}

} // namespace plimsoll
