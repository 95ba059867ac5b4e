// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/pickerpopup.h"

QT_FORWARD_DECLARE_CLASS(QAction)

namespace plimsoll {

class PaletteModel;
class PlanDocument;

/// A list of everything that the window can do or plan with, to be searched by typing: an action is triggered, a model,
/// GPU, format or engine becomes that of the plan, which is an undo step.
class SearchPalette : public PickerPopup
{
    Q_OBJECT

public:
    SearchPalette(const QList<QAction *> &actions, PlanDocument *document, QWidget *parent);

    PaletteModel *model() const { return m_model; }

protected:
    bool event(QEvent *event) override;

private:
    SearchPalette(PaletteModel *model, PlanDocument *document, QWidget *parent);
    void take(const QString &id);

    PaletteModel *m_model;
    PlanDocument *m_document;
};

} // namespace plimsoll
