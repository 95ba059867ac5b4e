// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/controlgroup.h"

namespace plimsoll {

class ComboBox;
class EngineOptionsForm;
class EngineRules;
class FoldButton;
class PlanDocument;

/// Which engine runs the model, in which version, with which of its own options.
class EnginePanel : public ControlGroup
{
    Q_OBJECT

public:
    explicit EnginePanel(PlanDocument *document, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const PlanDocument &document);

    ComboBox *engine() const { return m_engine; }
    ComboBox *version() const { return m_version; }
    FoldButton *optionsButton() const { return m_optionsButton; }
    EngineOptionsForm *options() const { return m_options; }

private:
    void showVersions(const EngineRules *rules, const QString &chosen);

    ComboBox *m_engine;
    ComboBox *m_version;
    FoldButton *m_optionsButton;
    EngineOptionsForm *m_options;
    QStringList m_versions;
};

} // namespace plimsoll
