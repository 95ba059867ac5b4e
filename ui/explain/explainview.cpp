// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/explainview.h"

#include "core/planning/explain/calculation.h"
#include "ui/charts/chartview.h"
#include "ui/charts/waterfallchart.h"
#include "ui/explain/explainhtml.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextFrame>

#include <cmath>

namespace plimsoll {

ExplainView::ExplainView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setAccessibleName(tr("How the answer comes about"));
    document()->setDocumentMargin(12);
    takeColors();
    setTabChangesFocus(true);
    // Readable with the keyboard alone: arrows scroll, Shift and arrows select.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto waterfall = std::make_unique<WaterfallChart>();
    m_waterfall = waterfall.get();
    m_waterfall->setTitleShown(false); // the page says what it is
    // A child of what scrolls moves with it.
    m_chart = new ChartView(std::move(waterfall), viewport());
    connect(m_waterfall, &WaterfallChart::stepChosen, this, [this](int, const QString &key) { scrollToAnchor(key); });
    connect(m_chart, &ChartView::currentChanged, this, &ExplainView::showStep);
}

void ExplainView::show(const ChartValues &values)
{
    m_chart->show(values);
    const QString html =
        explainHtml(calculation(values.plan, values.estimate, values.comparison, values.unit, QLocale()),
                    Theme::forPalette(palette()));
    const int place = verticalScrollBar()->value();
    setHtml(html);
    placeChart();
    verticalScrollBar()->setValue(place);
}

void ExplainView::placeChart()
{
    if (!m_chart)
        return;
    const int height = int(std::ceil(waterfallHeight(m_waterfall->targetCount(), font())));
    m_chart->setGeometry(0, -verticalScrollBar()->value(), viewport()->width(), height);
    QTextFrame *page = document()->rootFrame();
    QTextFrameFormat format = page->frameFormat();
    if (format.topMargin() == height)
        return;
    format.setTopMargin(height);
    page->setFrameFormat(format);
}

/// Where the keyboard is must be seen.
void ExplainView::showStep(int step)
{
    if (step < 0 || !m_chart->hasFocus())
        return;
    const QRect row = m_waterfall->targetRect(step).toRect().translated(m_chart->pos());
    QScrollBar *bar = verticalScrollBar();
    if (row.top() < 0)
        bar->setValue(bar->value() + row.top());
    else if (row.bottom() >= viewport()->height())
        bar->setValue(bar->value() + row.bottom() + 1 - viewport()->height());
}

/// The text lies on the panel as the chart above it does, not in a field.
void ExplainView::takeColors()
{
    const QColor panel = Theme::forPalette(palette()).color(ThemeColor::Panel);
    if (palette().color(QPalette::Base) == panel)
        return;
    QPalette colors; // of no other role, so that those follow the theme
    colors.setColor(QPalette::Base, panel);
    setPalette(colors);
}

void ExplainView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColors();
    if (event->type() == QEvent::FontChange)
        placeChart();
    if (event->type() == QEvent::PaletteChange && isVisible())
        Q_EMIT outdated();
}

/// Shown for the first time it would scroll to its text cursor, past the chart.
void ExplainView::showEvent(QShowEvent *event)
{
    const int place = verticalScrollBar()->value();
    QTextBrowser::showEvent(event);
    verticalScrollBar()->setValue(place);
}

void ExplainView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    placeChart();
}

} // namespace plimsoll
