// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/workloadpanel.h"

#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "ui/controls/fieldslider.h"
#include "ui/plandocument.h"
#include "ui/workloadscales.h"

namespace plimsoll {

WorkloadPanel::WorkloadPanel(PlanDocument *document, QWidget *parent)
    : ControlGroup(tr("Workload"), parent)
    , m_context(new FieldSlider(tr("&Context"), tr("Context"), this))
    , m_users(new FieldSlider(tr("&Users at once"), tr("Users at once"), this))
{
    m_context->setUnit(tr("tokens"));
    m_context->setScale(contextScale(0));
    m_context->setWording([](const QString &text) { return parseTokens(text, tr("Context")); },
                          [](qint64 value) { return formatCount(value, QLocale()); },
                          [](qint64 value) { return tr("%1 tokens").arg(formatCount(value, QLocale())); });
    m_users->setScale(sequencesScale());
    m_users->setWording([](const QString &text) { return parseInteger(text, tr("Users at once"), 1, kMaxSequences); },
                        [](qint64 value) { return formatCount(value, QLocale()); },
                        [](qint64 value) { return tr("%1 at once").arg(formatCount(value, QLocale())); });
    addRow(m_context);
    addRow(m_users);

    connect(m_context, &FieldSlider::valueEdited, document, &PlanDocument::setContextLength);
    connect(m_users, &FieldSlider::valueEdited, document, &PlanDocument::setSequences);
    for (FieldSlider *slider : {m_context, m_users}) {
        connect(slider, &FieldSlider::dragStarted, document, &PlanDocument::beginDrag);
        connect(slider, &FieldSlider::dragFinished, document, &PlanDocument::endDrag);
    }
}

void WorkloadPanel::show(const PlanDocument &document)
{
    if (document.valid() && document.resolved().model->contextLimit != m_modelLimit) {
        m_modelLimit = document.resolved().model->contextLimit;
        m_context->setScale(contextScale(m_modelLimit));
        m_context->setToolTip(
            m_modelLimit > 0 ? tr("The model was made for up to %1 tokens").arg(formatCount(m_modelLimit, QLocale()))
                             : QString());
    }
    const Plan plan = document.effectivePlan();
    if (plan.contextLength)
        m_context->setValue(*plan.contextLength);
    if (plan.sequences)
        m_users->setValue(*plan.sequences);
}

} // namespace plimsoll
