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
    /// Of an item: what the closed field shows, where that is shorter than the row.
    static constexpr int kFieldTextRole = Qt::UserRole + 1;

    /// As wide as so many letters at least; longer texts are elided.
    explicit ComboBox(int letters, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The list is as wide as its longest row, whatever the width of the field.
    void showPopup() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    int m_letters;
    bool m_hasList = false; ///< view() would make it
};

} // namespace plimsoll
