// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareparts.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CompareView)
};

} // namespace

QToolButton *toolOf(const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void arrangeTools(QWidget *row, const QList<QWidget *> &left, const QList<QWidget *> &right)
{
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : left)
        line->addWidget(widget);
    line->addStretch(1);
    for (QWidget *widget : right)
        line->addWidget(widget);
}

void arrangeEmptyState(QWidget *page, QPushButton *pin)
{
    auto *title = new QLabel(Text::tr("Nothing to compare yet"), page);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setAlignment(Qt::AlignHCenter);
    auto *how = new QLabel(Text::tr("Pin this plan, then change something: both stand here side by side, with what "
                                    "differs in memory, speed and price. Pinned plans are saved with the plan."),
                           page);
    how->setWordWrap(true);
    how->setAlignment(Qt::AlignHCenter);
    constexpr int letters = 66;
    how->setMinimumWidth(letters / 2 * how->fontMetrics().averageCharWidth());
    how->setMaximumWidth(letters * how->fontMetrics().averageCharWidth());
    auto *keys = new QLabel(Text::tr("Ctrl+D pins from every page."), page);
    keys->setForegroundRole(QPalette::PlaceholderText);
    keys->setAlignment(Qt::AlignHCenter);

    auto *column = new QVBoxLayout(page);
    column->addStretch(2);
    column->addWidget(title);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(how, 100);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(page->fontMetrics().height() / 2);
    column->addWidget(pin, 0, Qt::AlignHCenter);
    column->addSpacing(page->fontMetrics().height() / 2);
    column->addWidget(keys);
    column->addStretch(3);
}

} // namespace plimsoll
