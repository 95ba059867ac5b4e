// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/selectablelabel.h"
#include "ui/theme.h"

namespace plimsoll {

/// What is wrong or to be known about the thing above it, in words and with a sign; takes no room when
/// there is nothing to say.
class ProblemLabel : public SelectableLabel
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr, ThemeColor color = ThemeColor::BadMark);

    void setProblem(const QString &problem);
    void setProblems(const QStringList &problems);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeColor();

    ThemeColor m_color;
};

} // namespace plimsoll
