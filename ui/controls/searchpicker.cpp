// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/searchpicker.h"

#include "ui/controls/pickerpopup.h"

#include <QKeyEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace plimsoll {

SearchPicker::SearchPicker(const QString &name, const QString &hint, CatalogModel *model, QWidget *parent)
    : QPushButton(parent)
    , m_name(name)
    , m_hint(hint)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAutoDefault(false);
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
        connect(m_popup, &PickerPopup::chosen, this, &SearchPicker::chosen);
    }
    return m_popup;
}

void SearchPicker::open(const QString &typed)
{
    popup()->openBelow(this, m_id, typed);
}

QSize SearchPicker::sizeHint() const
{
    const QSize contents(fontMetrics().averageCharWidth() * 22, fontMetrics().height());
    QStyleOptionComboBox option;
    option.initFrom(this);
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, contents, this);
}

QSize SearchPicker::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

void SearchPicker::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.subControls = QStyle::SC_ComboBoxFrame | QStyle::SC_ComboBoxArrow;
    if (isDown()) {
        option.state |= QStyle::State_Sunken;
        option.activeSubControls = QStyle::SC_ComboBoxArrow;
    }
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(text(), Qt::ElideRight, field.width() - 4);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
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
