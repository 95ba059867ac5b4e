// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/controlgroup.h"

namespace plimsoll {

class CatalogModel;
class FieldSlider;
class PlanDocument;
class SearchPicker;

/// Which model, or how large one that does not exist yet.
class ModelPanel : public ControlGroup
{
    Q_OBJECT

public:
    explicit ModelPanel(PlanDocument *document, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const PlanDocument &document);

    SearchPicker *picker() const { return m_picker; }
    FieldSlider *parameters() const { return m_parameters; }

private:
    CatalogModel *m_models;
    SearchPicker *m_picker;
    FieldSlider *m_parameters;
};

} // namespace plimsoll
