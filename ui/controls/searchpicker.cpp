// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/searchpicker.h"

#include "ui/controls/fieldframe.h"
#include "ui/controls/pickerpopup.h"

#include <QKeyEvent>

namespace plimsoll {

SearchPicker::SearchPicker(const QString &name, const QString &hint, CatalogModel *model, QWidget *parent)
    : QPushButton(parent)
    , m_name(name)
    , m_hint(hint)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    connect(this, &QPushButton::clicked, this, [this] { open(); });
}

void SearchPicker::setCurrent(const QString &id, const QString &text)
{
    m_id = id;
    const int row = m_model->rowOf(id);
    const QString shown = row >= 0 && (row > 0 || text.isEmpty()) ? m_model->entry(row).name : text;
    if (shown != this->text())
        setText(shown);
    setAccessibleName(tr("%1: %2").arg(m_name, shown));
    setToolTip(row >= 0 ? m_model->index(row).data(Qt::ToolTipRole).toString() : id);
}

PickerPopup *SearchPicker::popup()
{
    if (!m_popup) {
        m_popup = new PickerPopup(m_name, m_hint, m_model, this);
        m_popup->setOffer(m_offer);
        connect(m_popup, &PickerPopup::chosen, this, &SearchPicker::chosen);
        connect(m_popup, &PickerPopup::asked, this, &SearchPicker::asked);
    }
    return m_popup;
}

void SearchPicker::setOffer(const std::function<QString(const QString &typed)> &offer)
{
    m_offer = offer;
    if (m_popup)
        m_popup->setOffer(offer);
}

void SearchPicker::open(const QString &typed)
{
    popup()->openBelow(this, m_id, typed);
}

bool SearchPicker::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

QSize SearchPicker::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 26, fieldHeight(fontMetrics())};
}

QSize SearchPicker::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 14, fieldHeight(fontMetrics())};
}

void SearchPicker::paintEvent(QPaintEvent *)
{
    paintListField(this, text(), isDown() || isOpen());
}

void SearchPicker::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Down || event->key() == Qt::Key_F4 || event->key() == Qt::Key_Return
                       || event->key() == Qt::Key_Enter;
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (opens) {
        open();
        return;
    }
    if (plain && !event->text().isEmpty() && event->text().at(0).isLetterOrNumber()) {
        open(event->text());
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace plimsoll
