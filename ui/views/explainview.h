// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <QTextBrowser>

namespace plimsoll {

/// The whole calculation in words, to read, select and copy. It keeps its place while the numbers change.
class ExplainView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ExplainView(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const ChartValues &values);

Q_SIGNALS:
    /// The colours of its text are those of another theme: show() again.
    void outdated();

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace plimsoll
