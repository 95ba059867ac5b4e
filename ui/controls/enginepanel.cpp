// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/enginepanel.h"

#include "core/engines/enginerules.h"
#include "ui/controls/combobox.h"
#include "ui/controls/engineoptionsform.h"
#include "ui/controls/foldbutton.h"
#include "ui/plandocument.h"

#include <QHBoxLayout>
#include <QVersionNumber>

#include <algorithm>

namespace plimsoll {

namespace {

/// The known version whose rules this one takes; the version itself where it is outside of all or is none.
QString recordOf(const EngineRules &rules, const QString &version)
{
    VersionAge age{};
    const Result<QString> checked = checkedVersion(rules, version, &age);
    if (!checked.ok() || age != VersionAge::Known)
        return version;
    QString record = *checked;
    for (const QString &known : rules.versions()) {
        if (QVersionNumber::fromString(known) <= QVersionNumber::fromString(*checked))
            record = known;
    }
    return record;
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
    for (const QString &id : engineIds())
        m_engine->addItem(engineName(id), id);
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
        showVersions(nullptr, {});
        return;
    }
    showVersions(rules->get(), plan.engineVersion);
    const QList<EngineOption> options = (*rules)->options();
    m_optionsButton->setVisible(!options.isEmpty());
    m_options->show(plan.engine, options, plan.engineOptions);
    m_options->setVisible(!options.isEmpty() && m_optionsButton->isChecked());
}

void EnginePanel::showVersions(const EngineRules *rules, const QString &chosen)
{
    const QStringList versions = rules ? rules->versions() : QStringList();
    if (versions != m_versions) {
        m_versions = versions;
        m_version->clear();
        for (auto version = versions.rbegin(); version != versions.rend(); ++version)
            m_version->addItem(shortVersionName(*rules, *version), rules->versionName(*version));
    }
    m_version->setVisible(!versions.isEmpty());
    m_version->setCurrentIndex(rules ? m_version->findText(shortVersionName(*rules, recordOf(*rules, chosen))) : -1);
}

} // namespace plimsoll
