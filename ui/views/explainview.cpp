// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/explainview.h"

#include "ui/views/explainhtml.h"

#include <QEvent>
#include <QScrollBar>

namespace plimsoll {

ExplainView::ExplainView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setAccessibleName(tr("How the answer comes about"));
    document()->setDocumentMargin(12);
    viewport()->setBackgroundRole(QPalette::Base);
    setTabChangesFocus(true);
    // Readable with the keyboard alone: arrows scroll, Shift and arrows select.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void ExplainView::show(const ChartValues &values)
{
    const QString html = explainHtml(values, Theme::forPalette(palette()));
    const int place = verticalScrollBar()->value();
    setHtml(html);
    verticalScrollBar()->setValue(place);
}

void ExplainView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        Q_EMIT outdated();
}

} // namespace plimsoll
