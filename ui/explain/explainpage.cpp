// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/explainpage.h"

#include "ui/charts/chartview.h"
#include "ui/controls/menubutton.h"
#include "ui/explain/explainview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace plimsoll {

ExplainPage::ExplainPage(const QList<QAction *> &copies, QAction *present, QWidget *parent)
    : QWidget(parent)
    , m_view(new ExplainView(this))
    , m_copy(new MenuButton(this))
    , m_present(new QToolButton(this))
{
    auto *menu = new QMenu(m_copy);
    menu->addActions(copies);
    m_copy->setChoice(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the calculation"));
    m_copy->setToolTip(tr("Copy the calculation as Markdown, LaTeX or plain text"));
    m_copy->setMenu(menu);
    m_copy->setWhatsThis(
        tr("Puts the whole calculation on the clipboard: as Markdown for a document, as LaTeX that needs "
           "no package, or as plain text."));
    m_present->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_present->setFocusPolicy(Qt::TabFocus);
    m_present->setAutoRaise(true);
    m_present->setDefaultAction(present);
    m_present->setAccessibleName(tr("Present the calculation step by step"));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 4, 10, 0);
    row->addWidget(m_copy);
    row->addWidget(m_present);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
}

QList<QWidget *> ExplainPage::tabOrder() const
{
    return {m_copy, m_present, m_view->chart(), m_view};
}

} // namespace plimsoll
