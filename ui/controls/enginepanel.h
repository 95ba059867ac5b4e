// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/controlgroup.h"

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace plimsoll {

class EngineOptionsForm;
class PlanDocument;

/// Which engine runs the model, in which version, with which of its own options.
class EnginePanel : public ControlGroup
{
    Q_OBJECT

public:
    explicit EnginePanel(PlanDocument *document, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const PlanDocument &document);

    QComboBox *engine() const { return m_engine; }
    QComboBox *version() const { return m_version; }
    QToolButton *optionsButton() const { return m_optionsButton; }
    EngineOptionsForm *options() const { return m_options; }

private:
    void showVersions(const QStringList &versions, const QString &chosen);

    QComboBox *m_engine;
    QComboBox *m_version;
    QToolButton *m_optionsButton;
    EngineOptionsForm *m_options;
    QStringList m_versions;
};

} // namespace plimsoll
