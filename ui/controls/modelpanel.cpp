// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/modelpanel.h"

#include "core/planning/workloadscales.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"
#include "ui/controls/fieldslider.h"
#include "ui/controls/searchpicker.h"
#include "ui/plandocument.h"

namespace plimsoll {

namespace {

CatalogEntry freeSizeRow()
{
    CatalogEntry row;
    row.name = ModelPanel::tr("Free size");
    row.detail = ModelPanel::tr("A model that does not exist yet: choose its parameters");
    row.searchText = QStringLiteral("free size custom parameters ") + row.name.toLower();
    return row;
}

/// What stands in the picker for a model that is not in its list: that of a file says its own name.
QString nameOf(const QString &id, const PlanDocument &document)
{
    const bool answered = document.valid() && document.resolved().model->id == id;
    return answered && !document.resolved().model->displayName.isEmpty() ? document.resolved().model->displayName : id;
}

} // namespace

ModelPanel::ModelPanel(PlanDocument *document, QWidget *parent)
    : ControlGroup(tr("Model"), parent)
    , m_models(new CatalogModel(freeSizeRow(), document->catalog().models(), this))
    , m_picker(new SearchPicker(tr("Model"), tr("Search: llama 70, moe, qwen 32 ..."), m_models, this))
    , m_parameters(new FieldSlider(tr("&Parameters"), tr("Parameters"), this))
{
    m_parameters->setScale(parametersScale());
    m_parameters->setWording([](const QString &text) { return parseParameters(text, tr("Parameters")); },
                             [](qint64 value) { return formatParameters(value, QLocale()); },
                             [](qint64 value) { return tr("%1 parameters").arg(formatCount(value, QLocale())); });
    addRow(tr("&Model"), m_picker);
    addRow(m_parameters);

    connect(m_picker, &SearchPicker::chosen, document, [this, document](const QString &id) {
        if (id.isEmpty())
            document->setFreeSize(m_parameters->value());
        else
            document->setModel(id);
    });
    connect(m_parameters, &FieldSlider::valueEdited, document, &PlanDocument::setFreeSize);
    connect(m_parameters, &FieldSlider::dragStarted, document, &PlanDocument::beginDrag);
    connect(document, &PlanDocument::catalogChanged, m_models,
            [this, document] { m_models->setEntries(document->catalog().models()); });
    connect(m_parameters, &FieldSlider::dragFinished, document, &PlanDocument::endDrag);
}

void ModelPanel::show(const PlanDocument &document)
{
    const ModelChoice &choice = document.plan().model;
    if (const auto *named = std::get_if<NamedModel>(&choice))
        m_picker->setCurrent(named->id, nameOf(named->id, document));
    else if (std::holds_alternative<FreeSize>(choice))
        m_picker->setCurrent({}, {});
    else
        m_picker->setCurrent({}, tr("From the plan"));

    if (const auto *freeSize = std::get_if<FreeSize>(&choice))
        m_parameters->setValue(freeSize->parameters);
    else if (document.hasAnswer())
        m_parameters->setValue(document.resolved().parameters.text);
}

} // namespace plimsoll
