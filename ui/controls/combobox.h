// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace plimsoll {

/// A combo box in the look of the left-hand side. It takes the wheel only where the keyboard is, so that
/// scrolling past changes nothing.
class ComboBox : public QComboBox
{
    Q_OBJECT

public:
    /// As wide as so many letters at least; longer texts are elided.
    explicit ComboBox(int letters, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace plimsoll
