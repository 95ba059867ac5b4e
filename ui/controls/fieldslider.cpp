// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/fieldslider.h"

#include "ui/controls/problemlabel.h"
#include "ui/controls/slider.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace plimsoll {

FieldSlider::FieldSlider(const QString &label, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_label(new QLabel(label, this))
    , m_field(new QuantityField(this))
    , m_slider(new Slider(this))
    , m_problem(new ProblemLabel(this))
{
    m_label->setBuddy(m_field);
    m_field->setAccessibleName(name);
    m_slider->setAccessibleName(tr("%1, slider").arg(name));

    auto *row = new QHBoxLayout;
    row->addWidget(m_label, 1);
    row->addWidget(m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_slider);
    column->addWidget(m_problem);

    connect(m_slider, &QSlider::valueChanged, this, &FieldSlider::takeSlider);
    connect(m_slider, &Slider::dragStarted, this, &FieldSlider::dragStarted);
    connect(m_slider, &Slider::dragFinished, this, &FieldSlider::dragFinished);
    connect(m_field, &QuantityField::valueEdited, this, &FieldSlider::edit);
    connect(m_field, &QuantityField::problemChanged, m_problem, &ProblemLabel::setProblem);
    connect(m_field, &QuantityField::stepped, this, [this](int steps) { edit(m_scale.stepped(m_value, steps)); });
    setScale(m_scale);
}

void FieldSlider::setWording(QuantityField::Reader reader, QuantityField::Writer writer, QuantityField::Writer inWords)
{
    m_field->setReader(std::move(reader));
    m_field->setWriter(std::move(writer));
    m_inWords = std::move(inWords);
}

void FieldSlider::setUnit(const QString &unit)
{
    m_field->setUnit(unit);
}

void FieldSlider::setScale(const LogScale &scale)
{
    m_scale = scale;
    m_slider->setSingleStep(1);
    m_slider->setPageStep(qMax(1, m_scale.positions() / 12));
    m_slider->setRange(0, m_scale.last());
    m_slider->setValue(m_scale.position(m_value));
}

void FieldSlider::setValue(qint64 value)
{
    m_value = value;
    m_field->setValue(value);
    m_slider->setValue(m_scale.position(value));
    describe();
}

void FieldSlider::takeSlider(int position)
{
    // Where code put the handle it stands at the value's own position; anything else is an edit.
    if (position != m_scale.position(m_value))
        edit(m_scale.value(position));
}

void FieldSlider::edit(qint64 value)
{
    if (value == m_value)
        return;
    setValue(value);
    Q_EMIT valueEdited(value);
}

void FieldSlider::describe()
{
    const QString words = m_inWords ? m_inWords(m_value) : QString::number(m_value);
    m_slider->setAccessibleDescription(words);
    m_slider->setToolTip(words);
}

} // namespace plimsoll
