// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/controlgroup.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace plimsoll {

namespace {

constexpr int kPadding = 12;
constexpr int kLabelLetters = 11; ///< the width that labels share, so that controls line up across cards

} // namespace

ControlGroup::ControlGroup(const QString &title, QWidget *parent)
    : Card(parent)
    , m_title(new QLabel(title.toUpper(), this))
    , m_rows(new QGridLayout(this))
{
    m_title->setAccessibleName(title);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_rows->setContentsMargins(kPadding, kPadding - 4, kPadding, kPadding - 2);
    m_rows->setHorizontalSpacing(8);
    m_rows->setVerticalSpacing(5);
    m_rows->setColumnStretch(1, 1);
    m_rows->addWidget(m_title, 0, 0, 1, 2);
    setAccessibleName(title);
    takeFont();
}

QLabel *ControlGroup::addRow(const QString &text, QWidget *control, QWidget *buddy)
{
    auto *label = new QLabel(text, this);
    label->setBuddy(buddy ? buddy : control);
    const int row = m_rows->rowCount();
    m_rows->addWidget(label, row, 0);
    m_rows->addWidget(control, row, 1);
    return label;
}

void ControlGroup::addRow(QWidget *control)
{
    m_rows->addWidget(control, m_rows->rowCount(), 0, 1, 2);
}

void ControlGroup::addRow(QLayout *controls)
{
    m_rows->addLayout(controls, m_rows->rowCount(), 0, 1, 2);
}

void ControlGroup::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeFont();
}

void ControlGroup::takeFont()
{
    if (m_takingFont)
        return;
    m_takingFont = true;
    QFont small = font();
    small.setBold(true);
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    m_title->setFont(small);
    m_rows->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * kLabelLetters);
    m_takingFont = false;
}

} // namespace plimsoll
