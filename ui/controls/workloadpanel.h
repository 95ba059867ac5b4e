// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/controlgroup.h"

namespace plimsoll {

class FieldSlider;
class PlanDocument;

/// How long the sequences are, and how many run at once.
class WorkloadPanel : public ControlGroup
{
    Q_OBJECT

public:
    explicit WorkloadPanel(PlanDocument *document, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const PlanDocument &document);

    FieldSlider *context() const { return m_context; }
    FieldSlider *users() const { return m_users; }

private:
    FieldSlider *m_context;
    FieldSlider *m_users;
    qint64 m_modelLimit = -1;
};

} // namespace plimsoll
