// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planning/explain/calculationtext.h"
#include "ui/actions.h"
#include "ui/charts/chartpanel.h"
#include "ui/explain/presentation.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QStatusBar>

#include <array>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kMessageMs = 6000;

} // namespace

void MainWindow::connectExplaining()
{
    const Actions &actions = *m_actions;
    const std::array copies{std::pair(actions[ActionId::CopyCalculationMarkdown], &markdown),
                            std::pair(actions[ActionId::CopyCalculationLatex], &latex),
                            std::pair(actions[ActionId::CopyCalculationText], &plainText)};
    QList<QAction *> menu;
    for (const auto &[action, write] : copies) {
        menu += action;
        connect(action, &QAction::triggered, this, [this, write = write] {
            if (!m_document->hasAnswer())
                return;
            const ChartValues now = values();
            QGuiApplication::clipboard()->setText(
                write(calculation(now.plan, now.estimate, now.comparison, now.unit, QLocale())));
            statusBar()->showMessage(tr("The calculation is on the clipboard"), kMessageMs);
        });
    }
    m_tabs->setExplainActions(menu, actions[ActionId::Present]);
    connect(actions[ActionId::Present], &QAction::triggered, this, &MainWindow::present);
    connect(m_document, &PlanDocument::estimateChanged, this, [this] {
        if (m_presentation && m_document->hasAnswer())
            m_presentation->setValues(values());
    });
}

Presentation *MainWindow::present()
{
    if (!m_document->hasAnswer())
        return nullptr;
    if (!m_presentation) {
        m_presentation = new Presentation(this);
        m_presentation->setAttribute(Qt::WA_DeleteOnClose);
        m_presentation->setValues(values());
    }
    m_presentation->showFullScreen();
    m_presentation->activateWindow();
    m_presentation->setFocus();
    return m_presentation;
}

} // namespace plimsoll
