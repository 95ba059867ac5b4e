// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/card.h"

QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace plimsoll {

/// One group of the left-hand side: a rounded panel with its name in small capitals and rows of
/// label and control below.
class ControlGroup : public Card
{
    Q_OBJECT

public:
    explicit ControlGroup(const QString &title, QWidget *parent = nullptr);

    /// A label (with a mnemonic for `buddy`) and its control in one row.
    QLabel *addRow(const QString &label, QWidget *control, QWidget *buddy = nullptr);
    void addRow(QWidget *control);
    void addRow(QLayout *controls);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeFont();

    QLabel *m_title;
    QGridLayout *m_rows;
    bool m_takingFont = false;
};

} // namespace plimsoll
