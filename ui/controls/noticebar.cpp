// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/noticebar.h"

#include "ui/controls/selectablelabel.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace plimsoll {

namespace {

constexpr int kSign = 20;
constexpr int kMargin = 10;

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new SelectableLabel(this))
    , m_first(new QPushButton(this))
    , m_second(new QPushButton(this))
{
    m_first->setAutoDefault(false);
    m_second->setAutoDefault(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSign + 2 * kMargin, 8, kMargin, 8);
    row->addWidget(m_text, 1);
    row->addWidget(m_second);
    row->addWidget(m_first);

    connect(m_first, &QPushButton::clicked, this, &NoticeBar::firstChosen);
    connect(m_second, &QPushButton::clicked, this, &NoticeBar::secondChosen);
    hide();
}

void NoticeBar::setNotice(const QString &text, const QString &firstAction, const QString &secondAction)
{
    const bool isNew = text != m_text->text() || isHidden();
    m_text->setText(text);
    m_first->setText(firstAction);
    m_first->setVisible(!firstAction.isEmpty());
    m_second->setText(secondAction);
    m_second->setVisible(!secondAction.isEmpty());
    setAccessibleName(text);
    show();
    if (isNew) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void NoticeBar::clear()
{
    hide();
    m_text->clear();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::forPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(ThemeColor::WarnEdge));
    painter.setBrush(theme.color(ThemeColor::WarnFill));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    const QRectF sign(kMargin, (height() - kSign) / 2.0, kSign, kSign);
    QPainterPath triangle(QPointF(sign.center().x(), sign.top() + 1));
    triangle.lineTo(sign.bottomRight());
    triangle.lineTo(sign.bottomLeft());
    triangle.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ThemeColor::WarnMark));
    painter.drawPath(triangle);
    painter.setBrush(theme.color(ThemeColor::OnMark));
    painter.drawRect(QRectF(sign.center().x() - 1, sign.top() + 7, 2, 6));
    painter.drawRect(QRectF(sign.center().x() - 1, sign.top() + 15, 2, 2));
}

} // namespace plimsoll
