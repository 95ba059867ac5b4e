// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/gpukinds.h"
#include "core/units/sizeformat.h"

#include <QObject>

#include <memory>

namespace plimsoll {

class ComputerSection;
class GpuPanel;
class GpuProbing;
class PlanDocument;
class RunHereDialog;

/// The GPUs of this computer in a window: the section of the GPU panel, and the list of what runs on them. Both are
/// made when they are first asked for, and no driver is asked before.
class ThisComputer : public QObject
{
    Q_OBJECT

public:
    /// `window` is what the list belongs to.
    ThisComputer(PlanDocument *document, GpuPanel *panel, QWidget *window);
    ~ThisComputer() override;

    /// Without one there is no section, and the list is about the GPUs of the plan.
    void setProbing(std::unique_ptr<GpuProbing> probing);
    std::unique_ptr<GpuProbing> takeProbing();
    void setUnit(SizeUnit unit);

    /// Null until it was opened.
    ComputerSection *section() const { return m_section; }
    /// The list of what runs; made when first asked for.
    RunHereDialog *runHere();
    void showRunHere();

Q_SIGNALS:
    /// The panel has more controls than before.
    void sectionMade();
    /// A kind that no catalog had was taken into the document's.
    void kindAdded(const plimsoll::GpuKind &kind);

private:
    void open(bool isOpen);

    PlanDocument *m_document;
    GpuPanel *m_panel;
    QWidget *m_window;
    std::unique_ptr<GpuProbing> m_probing;
    ComputerSection *m_section = nullptr;
    RunHereDialog *m_runHere = nullptr;
    SizeUnit m_unit = SizeUnit::GiB;
};

} // namespace plimsoll
