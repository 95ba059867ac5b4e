// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/workloadpanel.h"

#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "ui/controls/fieldslider.h"
#include "ui/plandocument.h"

#include <algorithm>

namespace plimsoll {

namespace {

constexpr qint64 kUnknownLimit = qint64(1) << 19;
constexpr qint64 kMostTokens = 10'000'000;
constexpr qint64 kMostUsers = 1024;

/// From 1k (less for a model that ends early) to twice the model's limit: beyond it there is still an answer.
LogScale contextScale(qint64 modelLimit)
{
    const qint64 limit = modelLimit > 0 ? modelLimit : kUnknownLimit;
    const qint64 high = std::clamp<qint64>(limit * 2, 1024, kMostTokens);
    return LogScale::binary(std::min<qint64>(1024, high / 16), high);
}

} // namespace

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
    m_users->setScale(LogScale::binary(1, kMostUsers));
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
