// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace plimsoll {

/// Asks what becomes of unsaved changes. The one question that cannot be put beside the work, since the work is what
/// would go away.
class UnsavedQuestion : public QMessageBox
{
    Q_OBJECT

public:
    /// `name` of the plan, as the title of the window has it.
    explicit UnsavedQuestion(const QString &name, QWidget *parent);

Q_SIGNALS:
    void saveChosen();
    void discardChosen();
};

} // namespace plimsoll
