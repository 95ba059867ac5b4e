// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace plimsoll {

/// Plain text that the mouse can select, wrapped. QLabel lays selectable text out as a document, again for every width
/// that a layout tries; this one is selectable from the moment that the mouse comes, so that opening the window does
/// not pay for it. The mouse changes neither its size nor where its words stand.
class SelectableLabel : public QLabel
{
    Q_OBJECT

public:
    explicit SelectableLabel(QWidget *parent = nullptr);

protected:
    void enterEvent(QEnterEvent *event) override;
};

} // namespace plimsoll
