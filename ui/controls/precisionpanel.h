// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/controlgroup.h"

QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace plimsoll {

class Catalog;
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

    QComboBox *weights() const { return m_weights; }
    PrecisionSlider *slider() const { return m_slider; }
    QComboBox *kvCache() const { return m_kvCache; }

private:
    void fill(const Catalog &catalog);
    void showWeights(const PlanDocument &document);
    void showKvCache(const PlanDocument &document);

    QComboBox *m_weights;
    PrecisionSlider *m_slider;
    QComboBox *m_kvCache;
};

} // namespace plimsoll
