// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/sizeformat.h"

#include <QList>
#include <QScrollArea>

namespace plimsoll {

class EnginePanel;
class GpuPanel;
class ModelPanel;
class PlanDocument;
class PrecisionPanel;
class WorkloadPanel;

/// The left-hand side: everything that a person chooses, in reading order. It scrolls where the
/// window is low, and brings the focused control into view.
class PlanPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit PlanPanel(PlanDocument *document, QWidget *parent = nullptr);

    void showPlan();
    void showAnswer(SizeUnit unit);

    ModelPanel *model() const { return m_model; }
    PrecisionPanel *precision() const { return m_precision; }
    WorkloadPanel *workload() const { return m_workload; }
    EnginePanel *engine() const { return m_engine; }
    GpuPanel *gpu() const { return m_gpu; }

    /// Its controls in tab order.
    QList<QWidget *> tabOrder() const;

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitWidth();

    PlanDocument *m_document;
    ModelPanel *m_model;
    PrecisionPanel *m_precision;
    WorkloadPanel *m_workload;
    EnginePanel *m_engine;
    GpuPanel *m_gpu;
};

} // namespace plimsoll
