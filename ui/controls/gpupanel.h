// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/plan.h"
#include "core/result.h"
#include "core/units/sizeformat.h"
#include "ui/controls/controlgroup.h"

#include <vector>

QT_FORWARD_DECLARE_CLASS(QGraphicsOpacityEffect)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace plimsoll {

class BesideField;
class CatalogModel;
class ComboBox;
class ComputerSection;
class CountBox;
class FoldButton;
class GpuStrip;
class PlanDocument;
class ProblemLabel;
class QuantityField;
class SearchPicker;

/// On which GPUs, how many, and how the model is laid out over them.
class GpuPanel : public ControlGroup
{
    Q_OBJECT

public:
    explicit GpuPanel(PlanDocument *document, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const PlanDocument &document);
    /// The picture of the GPUs and what each holds; comes with the answer, not with the plan.
    void showAnswer(const PlanDocument &document, SizeUnit unit);

    /// The picture is of an older plan, as the plan of now has no answer.
    void setStale(bool stale);

    SearchPicker *picker() const { return m_picker; }
    CountBox *count() const { return m_count; }
    /// Folds out the GPUs of this computer; hidden where nobody can ask for them.
    FoldButton *computerButton() const { return m_computer; }
    /// Takes its place below that button. Null: there is none any more.
    void setComputerSection(ComputerSection *section);
    ComboBox *layoutBox() const { return m_layout; }
    /// Folds out what few plans need: slice, reserved memory and models beside it.
    FoldButton *moreButton() const { return m_more; }
    /// Which MIG slice of the GPU; hidden for a GPU that has none.
    ComboBox *slice() const { return m_slice; }
    QuantityField *reserve() const { return m_reserve; }
    BesideField *beside() const { return m_beside; }

    /// Its controls in tab order.
    QList<QWidget *> tabOrder() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeSmallFont();
    void showLayouts(const Plan &plan, bool offered);
    void showMore();
    void showGpu(const QString &id);
    Result<qint64> readReserve(const QString &text) const;

    CatalogModel *m_gpus;
    SearchPicker *m_picker;
    FoldButton *m_computer;
    QVBoxLayout *m_computerPlace;
    ComputerSection *m_section = nullptr;
    CountBox *m_count;
    ComboBox *m_layout;
    FoldButton *m_more;
    ComboBox *m_slice;
    QuantityField *m_reserve;
    BesideField *m_beside;
    QLabel *m_sliceLabel = nullptr;
    QLabel *m_reserveLabel = nullptr;
    QLabel *m_besideLabel = nullptr;
    ProblemLabel *m_problem;
    QLabel *m_capacity = nullptr;
    GpuStrip *m_strip;
    QGraphicsOpacityEffect *m_dimming = nullptr;
    std::vector<Parallel> m_layouts;            ///< those of the box, in its order
    const std::vector<CatalogEntry> *m_entries; ///< of the document's catalog
    QString m_whole;                            ///< the GPU whose slices the box has
    SizeUnit m_unit = SizeUnit::GiB;
};

/// Every way to lay ranks out over so many GPUs, tensor parallel first.
std::vector<Parallel> layoutsFor(qint64 gpus);

} // namespace plimsoll
