// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/enginepanel.h"

#include "core/engines/enginerules.h"
#include "ui/controls/combobox.h"
#include "ui/controls/engineoptionsform.h"
#include "ui/controls/foldbutton.h"
#include "ui/plandocument.h"

#include <QHBoxLayout>

#include <algorithm>

namespace plimsoll {

namespace {

/// "0.19" of "0.19.0": the part by which an engine's rules differ.
QString minorVersion(const QString &version)
{
    return version.section(QLatin1Char('.'), 0, 1);
}

} // namespace

EnginePanel::EnginePanel(PlanDocument *document, QWidget *parent)
    : ControlGroup(tr("Engine"), parent)
    , m_engine(new ComboBox(8, this))
    , m_version(new ComboBox(4, this))
    , m_optionsButton(new FoldButton(tr("&Options of the engine"), this))
    , m_options(new EngineOptionsForm(document, this))
{
    m_engine->setAccessibleName(tr("Engine"));
    m_version->setAccessibleName(tr("Version of the engine"));
    m_version->setToolTip(m_version->accessibleName());
    for (const QString &id : engineIds()) {
        const auto rules = findEngine(id, document->catalog(), {});
        m_engine->addItem(rules ? (*rules)->name() : id, id);
    }
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_engine, 1);
    row->addWidget(m_version);
    addRow(tr("&Engine"), both, m_engine);

    auto *fold = new QHBoxLayout;
    fold->addWidget(m_optionsButton);
    fold->addStretch();
    addRow(fold);
    addRow(m_options);
    m_options->hide();

    connect(m_engine, &QComboBox::activated, document,
            [this, document](int index) { document->setEngine(m_engine->itemData(index).toString()); });
    connect(m_version, &QComboBox::activated, document, [this, document](int index) {
        document->setEngine(m_engine->currentData().toString(), m_version->itemData(index).toString());
    });
    connect(m_optionsButton, &FoldButton::toggled, m_options, &QWidget::setVisible);
}

void EnginePanel::show(const PlanDocument &document)
{
    const Plan plan = document.effectivePlan();
    const int index = m_engine->findData(plan.engine);
    m_engine->setCurrentIndex(index);
    m_engine->setToolTip(index < 0 ? plan.engine : QString());
    const auto rules = findEngine(plan.engine, document.catalog(), {});
    if (!rules) {
        showVersions({}, {});
        return;
    }
    showVersions((*rules)->versions(), plan.engineVersion);
    const QList<EngineOption> options = (*rules)->options();
    m_optionsButton->setVisible(!options.isEmpty());
    m_options->show(plan.engine, options, plan.engineOptions);
    m_options->setVisible(!options.isEmpty() && m_optionsButton->isChecked());
}

void EnginePanel::showVersions(const QStringList &versions, const QString &chosen)
{
    if (versions != m_versions) {
        m_versions = versions;
        m_version->clear();
        for (auto version = versions.rbegin(); version != versions.rend(); ++version)
            m_version->addItem(minorVersion(*version), *version);
    }
    m_version->setVisible(!versions.isEmpty());
    const QString minor = minorVersion(chosen.isEmpty() && !versions.isEmpty() ? versions.last() : chosen);
    m_version->setCurrentIndex(m_version->findText(minor));
}

} // namespace plimsoll
