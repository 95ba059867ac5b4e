// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/controlgroup.h"

namespace plimsoll {

class Catalog;
class ComboBox;
class PlanDocument;
class PrecisionSlider;

/// How weights and cache are stored.
class PrecisionPanel : public ControlGroup
{
    Q_OBJECT

public:
    explicit PrecisionPanel(PlanDocument *document, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const PlanDocument &document);

    ComboBox *weights() const { return m_weights; }
    PrecisionSlider *slider() const { return m_slider; }
    ComboBox *kvCache() const { return m_kvCache; }

private:
    void fill(const Catalog &catalog);
    void showWeights(const PlanDocument &document);
    void showKvCache(const PlanDocument &document);

    ComboBox *m_weights;
    PrecisionSlider *m_slider;
    ComboBox *m_kvCache;
};

} // namespace plimsoll
