// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/unsavedquestion.h"

namespace plimsoll {

UnsavedQuestion::UnsavedQuestion(const QString &name, QWidget *parent)
    : QMessageBox(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name),
                  QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent)
{
    setTextFormat(Qt::PlainText);
    setInformativeText(tr("Without saving they are lost."));
    setDefaultButton(QMessageBox::Save);
    setEscapeButton(QMessageBox::Cancel);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(this, &QDialog::finished, this, [this](int button) {
        if (button == QMessageBox::Save)
            Q_EMIT saveChosen();
        else if (button == QMessageBox::Discard)
            Q_EMIT discardChosen();
    });
}

} // namespace plimsoll
