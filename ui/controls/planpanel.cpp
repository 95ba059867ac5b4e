// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/planpanel.h"

#include "ui/controls/besidefield.h"
#include "ui/controls/combobox.h"
#include "ui/controls/countbox.h"
#include "ui/controls/engineoptionsform.h"
#include "ui/controls/enginepanel.h"
#include "ui/controls/fieldslider.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/precisionpanel.h"
#include "ui/controls/precisionslider.h"
#include "ui/controls/quantityfield.h"
#include "ui/controls/searchpicker.h"
#include "ui/controls/slider.h"
#include "ui/controls/workloadpanel.h"
#include "ui/plandocument.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace plimsoll {

PlanPanel::PlanPanel(PlanDocument *document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
{
    auto *contents = new QWidget(this);
    m_model = new ModelPanel(document, contents);
    m_precision = new PrecisionPanel(document, contents);
    m_workload = new WorkloadPanel(document, contents);
    m_engine = new EnginePanel(document, contents);
    m_gpu = new GpuPanel(document, contents);

    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(7);
    for (QWidget *panel : QList<QWidget *>{m_model, m_precision, m_workload, m_engine, m_gpu})
        column->addWidget(panel);
    column->addStretch();

    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("What you choose"));
    setWidget(contents);
    viewport()->setAutoFillBackground(false);
    contents->setAutoFillBackground(false);
    contents->installEventFilter(this);
    fitWidth();
}

void PlanPanel::showPlan()
{
    m_model->show(*m_document);
    m_precision->show(*m_document);
    m_workload->show(*m_document);
    m_engine->show(*m_document);
    m_gpu->show(*m_document);
}

void PlanPanel::showAnswer(SizeUnit unit)
{
    m_gpu->showAnswer(*m_document, unit);
}

QList<QWidget *> PlanPanel::tabOrder() const
{
    QList<QWidget *> order{m_model->picker(),      m_model->parameters()->field(),  m_model->parameters()->slider(),
                           m_precision->weights(), m_precision->slider()->slider(), m_precision->kvCache(),
                           m_precision->apart(),   m_precision->kvValues()};
    order += m_workload->tabOrder();
    order += {m_engine->engine(), m_engine->version(), m_engine->optionsButton()};
    order += m_engine->options()->editors();
    order += m_gpu->tabOrder();
    return order;
}

QSize PlanPanel::sizeHint() const
{
    return {minimumWidth(), widget()->sizeHint().height()};
}

bool PlanPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fitWidth();
    return QScrollArea::eventFilter(watched, event);
}

void PlanPanel::fitWidth()
{
    constexpr int kGap = 4;
    const int bar = verticalScrollBar()->sizeHint().width();
    const int wanted = qMax(widget()->minimumSizeHint().width(), fontMetrics().averageCharWidth() * 44);
    setMinimumWidth(wanted + bar + kGap);
    // The room of the scroll bar is kept, so that nothing moves sideways when it comes.
    widget()->layout()->setContentsMargins(0, 0, kGap, 0);
}

} // namespace plimsoll
