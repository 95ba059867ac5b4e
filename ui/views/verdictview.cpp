// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/verdictview.h"

#include "core/planning/sentences.h"
#include "core/planning/speed/speedtext.h"
#include "ui/controls/selectablelabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace plimsoll {

namespace {

struct Colors {
    ThemeColor fill, edge;
};

Colors colorsOf(VerdictMark::Sign sign)
{
    switch (sign) {
    case VerdictMark::Sign::Fits:
        return {ThemeColor::OkFill, ThemeColor::OkEdge};
    case VerdictMark::Sign::Missing:
    case VerdictMark::Sign::Error:
        return {ThemeColor::BadFill, ThemeColor::BadEdge};
    case VerdictMark::Sign::Close:
        return {ThemeColor::WarnFill, ThemeColor::WarnEdge};
    case VerdictMark::Sign::NoGpu:
        break;
    }
    return {ThemeColor::NeutralFill, ThemeColor::NeutralEdge};
}

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new SelectableLabel(parent);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    return label;
}

void setTextColor(QWidget *widget, const QColor &color)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, color);
    widget->setPalette(palette);
}

} // namespace

VerdictView::VerdictView(QWidget *parent)
    : Card(parent)
    , m_mark(new VerdictMark(this))
    , m_sentence(makeLabel(this))
    , m_details(makeLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(14);
    row->addWidget(m_mark, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout;
    column->setSpacing(5);
    column->addStretch(1);
    column->addWidget(m_sentence);
    column->addWidget(m_details);
    column->addStretch(1);
    row->addLayout(column, 1);

    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    applyTheme();
}

void VerdictView::show(const ResolvedPlan &plan, const Estimate &estimate, const Comparison &comparison, SizeUnit unit)
{
    VerdictMark::Sign sign = VerdictMark::Sign::NoGpu;
    if (estimate.hasGpus) {
        if (estimate.certainty == Certainty::WithinError)
            sign = VerdictMark::Sign::Close;
        else
            sign = estimate.fits ? VerdictMark::Sign::Fits : VerdictMark::Sign::Missing;
    }
    const QString total = totalSentence(plan, estimate, unit, QLocale());
    QStringList details{total, nextStepSentence(plan, estimate, comparison, QLocale())};
    if (estimate.fits)
        details += speedSentence(speedOf(plan), QLocale());
    set(sign, verdictSentence(plan, estimate, unit, QLocale()), joinedSentences(details));
}

void VerdictView::showError(const Error &error)
{
    set(VerdictMark::Sign::Error, tr("This plan has no answer yet"), error.text);
}

void VerdictView::setBrief(bool brief)
{
    m_brief = brief;
    m_details->setVisible(!m_details->text().isEmpty() && !m_brief);
}

QString VerdictView::sentence() const
{
    return m_sentence->text();
}

QString VerdictView::details() const
{
    return m_details->text();
}

void VerdictView::set(VerdictMark::Sign sign, const QString &sentence, const QString &details)
{
    const bool changed = sentence != m_sentence->text();
    m_mark->setSign(sign);
    m_sentence->setText(sentence);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty() && !m_brief);
    const Colors colors = colorsOf(sign);
    setColors(colors.fill, colors.edge);
    setAccessibleName(sentence);
    setAccessibleDescription(details);
    if (changed) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void VerdictView::applyTheme()
{
    const Theme theme = Theme::forPalette(palette());
    QFont large = font();
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * 1.35);
    else
        large.setPixelSize(qRound(font().pixelSize() * 1.35));
    large.setWeight(QFont::DemiBold);
    m_sentence->setFont(large);
    setTextColor(m_sentence, theme.color(ThemeColor::Text));
    setTextColor(m_details, theme.color(ThemeColor::MutedText));
}

void VerdictView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    Card::changeEvent(event);
}

} // namespace plimsoll
