// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace plimsoll {

/// The sign of a verdict. Each has a shape of its own, so that colour only repeats what the shape says.
class VerdictMark : public QWidget
{
    Q_OBJECT
public:
    enum class Sign {
        Fits,    ///< check
        Missing, ///< cross
        Close,   ///< "about equal": within the error of the estimate
        NoGpu,   ///< a Plimsoll mark: a size, nothing to compare it with
        Error,   ///< exclamation mark
    };

    explicit VerdictMark(QWidget *parent = nullptr);

    void setSign(Sign sign);
    Sign sign() const { return m_sign; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Sign m_sign = Sign::NoGpu;
};

} // namespace plimsoll
