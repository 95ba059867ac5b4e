// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/controlgroup.h"

#include <QString>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace plimsoll {

struct Plan;
class ComboBox;
class ElidedLabel;
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
    /// Of the whole cache, or of its keys where the values have a format of their own.
    ComboBox *kvCache() const { return m_kvCache; }
    ComboBox *kvValues() const { return m_kvValues; }
    QToolButton *apart() const { return m_apart; }
    /// What was measured of the plan's model and precision; hidden where nothing was.
    ElidedLabel *quality() const { return m_quality; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void list();
    void clear();
    void showWeights(const PlanDocument &document, const Plan &plan);
    void showQuality(const PlanDocument &document, const Plan &plan);
    void markMeasured(const Plan &plan);
    void showKvCache(const PlanDocument &document);
    void setApart(bool apart);

    PlanDocument *m_document;
    bool m_isListed = false;  ///< all formats, not only what a plan is without a choice
    bool m_isPainted = false; ///< once
    ComboBox *m_weights;
    PrecisionSlider *m_slider;
    ElidedLabel *m_quality;
    std::optional<QString> m_measuredModel; ///< whose figures stand in the rows; none yet
    ComboBox *m_kvCache;
    ComboBox *m_kvValues;
    QToolButton *m_apart;
    QLabel *m_kvLabel = nullptr;
    QLabel *m_valuesLabel = nullptr;
};

} // namespace plimsoll
