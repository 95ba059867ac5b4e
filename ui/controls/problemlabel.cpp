// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/problemlabel.h"

#include <QAccessible>
#include <QEvent>

namespace plimsoll {

ProblemLabel::ProblemLabel(QWidget *parent, ThemeColor color)
    : SelectableLabel(parent)
    , m_color(color)
{
    setWhatsThis(tr("A warning: what is wrong with what was typed, or what a reader should know about the answer."));
    takeColor();
    hide();
}

void ProblemLabel::setProblem(const QString &problem)
{
    setProblems(problem.isEmpty() ? QStringList() : QStringList(problem));
}

void ProblemLabel::setProblems(const QStringList &problems)
{
    QStringList lines;
    for (const QString &problem : problems)
        lines += QStringLiteral("\u26a0 ") + problem;
    const QString said = lines.join(QLatin1Char('\n'));
    if (said == text())
        return;
    setText(said);
    setVisible(!said.isEmpty());
    if (!said.isEmpty()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ProblemLabel::changeEvent(QEvent *event)
{
    SelectableLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && parentWidget())
        takeColor();
}

void ProblemLabel::takeColor()
{
    const QColor color = Theme::forPalette(palette()).color(m_color);
    QPalette own = palette();
    if (own.color(QPalette::WindowText) == color)
        return;
    own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

} // namespace plimsoll
