// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/workloadpanel.h"

#include "core/planning/workloadscales.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "ui/controls/fieldslider.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/problemlabel.h"
#include "ui/controls/quantityfield.h"
#include "ui/controls/slider.h"
#include "ui/plandocument.h"

#include <QLabel>

#include <optional>

namespace plimsoll {

WorkloadPanel::WorkloadPanel(PlanDocument *document, QWidget *parent)
    : ControlGroup(tr("Workload"), parent)
    , m_document(document)
    , m_context(new FieldSlider(tr("&Context"), tr("Context"), this))
    , m_users(new FieldSlider(tr("&Users at once"), tr("Users at once"), this))
    , m_more(new FoldButton(tr("Promp&ts and answers"), this))
    , m_problem(new ProblemLabel(this))
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
    addRow(m_more);
    addLine(Prompt, tr("Prompt"), tr("Tokens of a prompt"), tr("How long a prompt is. Empty: not known."));
    addLine(Answer, tr("Answer"), tr("Tokens of an answer"), tr("How long an answer becomes. Empty: not known."));
    addLine(Average, tr("On average"), tr("Average context"),
            tr("Tokens that a sequence holds on average. Empty: the prompt and half of the answer.\n"
               "An engine with a paged KV cache is sized by what is in use."));
    addLine(Prefix, tr("Shared"), tr("Shared prefix"),
            tr("Tokens with which all prompts begin alike: kept once where the engine caches prefixes."));
    addRow(m_problem);
    showMore(false);
    connect(m_more, &FoldButton::toggled, this, &WorkloadPanel::showMore);

    connect(m_context, &FieldSlider::valueEdited, document, &PlanDocument::setContextLength);
    connect(m_users, &FieldSlider::valueEdited, document, &PlanDocument::setSequences);
    for (FieldSlider *slider : {m_context, m_users}) {
        connect(slider, &FieldSlider::dragStarted, document, &PlanDocument::beginDrag);
        connect(slider, &FieldSlider::dragFinished, document, &PlanDocument::endDrag);
    }
}

/// A length that may be left open: 0 stands for that.
void WorkloadPanel::addLine(int line, const QString &label, const QString &name, const QString &tip)
{
    auto *field = new QuantityField(this);
    field->setAccessibleName(name);
    field->setToolTip(tip);
    field->setPlaceholderText(tr("not known"));
    field->setUnit(tr("tokens"));
    field->setReader([name](const QString &text) {
        return text.trimmed().isEmpty() ? Result<qint64>(0) : parseTokens(asCore(text, QLocale()), name);
    });
    field->setWriter([](qint64 value) { return value > 0 ? formatCount(value, QLocale()) : QString(); });
    field->setValue(0);
    m_lines[size_t(line)] = {addRow(label, field), field};
    connect(field, &QuantityField::valueEdited, this, &WorkloadPanel::commit);
    connect(field, &QuantityField::problemChanged, m_problem, &ProblemLabel::setProblem);
}

void WorkloadPanel::showMore(bool open)
{
    for (const Line &line : m_lines) {
        line.label->setVisible(open);
        line.field->setVisible(open);
    }
}

void WorkloadPanel::commit()
{
    const auto said = [&](int line) {
        const qint64 value = m_lines[size_t(line)].field->value();
        return value > 0 ? std::optional(value) : std::nullopt;
    };
    Requests requests;
    requests.promptTokens = said(Prompt);
    requests.answerTokens = said(Answer);
    requests.averageContext = said(Average);
    requests.sharedPrefix = said(Prefix);
    m_document->setRequests(requests);
}

QList<QWidget *> WorkloadPanel::tabOrder() const
{
    QList<QWidget *> order{m_context->field(), m_context->slider(), m_users->field(), m_users->slider(), m_more};
    for (const Line &line : m_lines)
        order.append(line.field);
    return order;
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
    const Requests &requests = plan.requests;
    prompt()->setValue(requests.promptTokens.value_or(0));
    answer()->setValue(requests.answerTokens.value_or(0));
    average()->setValue(requests.averageContext.value_or(0));
    prefix()->setValue(requests.sharedPrefix.value_or(0));
    if (!requests.isEmpty())
        m_more->setChecked(true);
}

} // namespace plimsoll
