// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace plimsoll {

/// A spin box in the height of the other fields; the wheel turns it only where the keyboard is.
class CountBox : public QSpinBox
{
    Q_OBJECT

public:
    explicit CountBox(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace plimsoll
