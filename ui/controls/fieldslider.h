// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/logscale.h"
#include "ui/controls/quantityfield.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace plimsoll {

class ProblemLabel;
class Slider;

/// A quantity on a logarithmic slider with the exact number beside it: label, field with unit, slider,
/// and below them what is wrong with typed text.
///
/// A change from a person, or from an assistive program on their behalf, is an edit and emits
/// valueEdited(); setValue() is not and emits nothing.
class FieldSlider : public QWidget
{
    Q_OBJECT

public:
    /// `label` may have a mnemonic. `name` is the same in full, for screen readers.
    FieldSlider(const QString &label, const QString &name, QWidget *parent = nullptr);

    /// How text becomes a value, a value text, and a value words ("8,192 tokens").
    void setWording(QuantityField::Reader reader, QuantityField::Writer writer, QuantityField::Writer inWords);
    void setUnit(const QString &unit);
    void setScale(const LogScale &scale);
    const LogScale &scale() const { return m_scale; }

    qint64 value() const { return m_value; }
    void setValue(qint64 value);

    QuantityField *field() const { return m_field; }
    Slider *slider() const { return m_slider; }

Q_SIGNALS:
    void valueEdited(qint64 value);
    /// Edits between these are one gesture.
    void dragStarted();
    void dragFinished();

private:
    void takeSlider(int position);
    void edit(qint64 value);
    void describe();

    QString m_name;
    QLabel *m_label;
    QuantityField *m_field;
    Slider *m_slider;
    ProblemLabel *m_problem;
    QuantityField::Writer m_inWords;
    LogScale m_scale;
    qint64 m_value = 0;
};

} // namespace plimsoll
