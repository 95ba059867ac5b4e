// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thiscomputer/thiscomputer.h"

#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/help/controlhelp.h"
#include "ui/runhere/runheredialog.h"
#include "ui/thiscomputer/computersection.h"
#include "ui/thiscomputer/gpuprobing.h"

namespace plimsoll {

ThisComputer::ThisComputer(PlanDocument *document, GpuPanel *panel, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_panel(panel)
    , m_window(window)
{
    connect(panel->computerButton(), &FoldButton::toggled, this, &ThisComputer::open);
}

ThisComputer::~ThisComputer() = default;

void ThisComputer::setProbing(std::unique_ptr<GpuProbing> probing)
{
    // What was made knows the former one.
    delete m_section;
    delete m_runHere;
    m_section = nullptr;
    m_runHere = nullptr;
    m_panel->setComputerSection(nullptr);
    m_probing = std::move(probing);
    m_panel->computerButton()->setChecked(false);
    m_panel->computerButton()->setVisible(m_probing != nullptr);
}

std::unique_ptr<GpuProbing> ThisComputer::takeProbing()
{
    std::unique_ptr<GpuProbing> probing = std::move(m_probing);
    setProbing(nullptr);
    return probing;
}

void ThisComputer::setUnit(SizeUnit unit)
{
    m_unit = unit;
    if (m_section)
        m_section->setUnit(unit);
    if (m_runHere)
        m_runHere->setUnit(unit);
}

void ThisComputer::open(bool isOpen)
{
    if (isOpen && !m_section && m_probing) {
        m_section = new ComputerSection(m_probing.get(), m_document, m_panel);
        m_section->setUnit(m_unit);
        setComputerHelp(*m_section);
        connect(m_section, &ComputerSection::kindAdded, this, &ThisComputer::kindAdded);
        connect(m_section, &ComputerSection::runHereAsked, this, &ThisComputer::showRunHere);
        connect(m_section, &ComputerSection::catalogAsked, m_panel->picker(), [this] { m_panel->picker()->open(); });
        m_panel->setComputerSection(m_section);
        Q_EMIT sectionMade();
    }
    if (m_section)
        m_section->setVisible(isOpen);
}

RunHereDialog *ThisComputer::runHere()
{
    if (!m_runHere) {
        m_runHere = new RunHereDialog(m_document, m_probing.get(), m_window);
        m_runHere->setUnit(m_unit);
        setRunHereHelp(*m_runHere);
        connect(m_runHere, &RunHereDialog::kindAdded, this, &ThisComputer::kindAdded);
    }
    return m_runHere;
}

void ThisComputer::showRunHere()
{
    RunHereDialog *dialog = runHere();
    if (m_section && m_section->isVisible())
        dialog->startWith(m_section->chosen());
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace plimsoll
