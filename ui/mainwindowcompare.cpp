// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planning/pinedits.h"
#include "core/planning/plancomparison.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"

#include <QStatusBar>

namespace plimsoll {

namespace {

constexpr int kMessageMs = 6000;

} // namespace

void MainWindow::connectComparing()
{
    connect((*m_actions)[ActionId::Pin], &QAction::triggered, this, &MainWindow::pinPlan);
    connect(m_tabs, &AnswerTabs::pinAsked, this, &MainWindow::pinPlan);
    connect(m_tabs, &AnswerTabs::pinsChanged, m_document, [this](const Pins &pins, const QString &undoText) {
        Plan plan = m_document->plan();
        plan.pins = pins;
        m_document->setPlan(plan, undoText);
    });
    connect(m_tabs, &AnswerTabs::pinChosen, m_document, [this](int pin) {
        const Plan &plan = m_document->plan();
        if (pin < 0 || size_t(pin) >= plan.pins.size())
            return;
        const QString name = pinName(plan.pins.list()[size_t(pin)], size_t(pin));
        m_document->setPlan(backToPin(plan, size_t(pin)), tr("Go back to \"%1\"").arg(name));
    });
}

void MainWindow::pinPlan()
{
    m_document->flush();
    const Plan &plan = m_document->plan();
    const QString name = proposedPinName(plan, m_document->valid() ? &m_document->resolved() : nullptr, plan.pins);
    m_document->setPlan(withPin(plan, name), tr("Pin for comparison"));
    statusBar()->showMessage(tr("Pinned as \"%1\": the page Compare has it").arg(name), kMessageMs);
}

} // namespace plimsoll
