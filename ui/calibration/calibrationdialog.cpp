// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calibration/calibrationdialog.h"

#include "core/calibration/calibratedplan.h"
#include "core/planning/explain/calculation.h"
#include "core/planning/sentences.h"
#include "ui/calibration/calibrationbook.h"
#include "ui/controls/problemlabel.h"
#include "ui/plandocument.h"
#include "ui/views/roomydelegate.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plimsoll {

CalibrationDialog::CalibrationDialog(PlanDocument *document, CalibrationBook *book, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_book(book)
    , m_switch(new QCheckBox(tr("&Use my calibration"), this))
    , m_list(new QTreeWidget(this))
    , m_empty(new QLabel(this))
    , m_problem(new ProblemLabel(this))
    , m_remove(new QPushButton(tr("&Remove"), this))
{
    setWindowTitle(tr("Calibration"));
    arrange();
    connectParts();
    fill();
}

void CalibrationDialog::arrange()
{
    auto *intro = new QLabel(tr("What your own start-up logs measured beside the estimate. Answers to plans with the "
                                "same engine, version, GPU and layout take it over: activations, CUDA graphs and what "
                                "is outside PyTorch; weights and KV cache are arithmetic and stay."),
                             this);
    intro->setWordWrap(true);
    m_switch->setToolTip(tr("Off: answers follow the engines' rules alone; the records stay"));
    m_list->setAccessibleName(tr("Records of your calibration"));
    m_list->setColumnCount(ColumnCount);
    QStringList heads{tr("Measured on"), tr("Model")};
    for (const Item item : kCalibratedItems)
        heads << itemName(item);
    m_list->setHeaderLabels(heads << tr("Log"));
    for (int column = FirstResidual; column < Log; ++column) {
        m_list->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        m_list->headerItem()->setToolTip(column, tr("Measured beside the estimate, on each GPU"));
    }
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setIndentation(0);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(true);
    m_empty->setText(tr("There is no record. A log makes one: choose Calibrate beside it, or run "
                        "\"plimsoll measure LOG --calibrate\"."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_remove->setAutoDefault(false);
    m_remove->setToolTip(tr("Take the chosen record back: answers are as they were without it"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_remove);
    bottom->addStretch(1);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_switch);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_problem);
    column->addLayout(bottom);
    const int letter = fontMetrics().averageCharWidth();
    resize(155 * letter, 20 * fontMetrics().height());
}

void CalibrationDialog::connectParts()
{
    connect(m_switch, &QCheckBox::clicked, this, [this](bool on) {
        m_problem->setProblem({});
        if (!m_book->setOn(on))
            fill(); // the box goes back to what holds
    });
    connect(m_remove, &QPushButton::clicked, this, &CalibrationDialog::removeCurrent);
    auto *erase = new QShortcut(QKeySequence::Delete, m_list);
    erase->setContext(Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &CalibrationDialog::removeCurrent);
    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem *current) { m_remove->setEnabled(current != nullptr); });
    connect(m_book, &CalibrationBook::problem, m_problem, &ProblemLabel::setProblem);
    connect(m_document, &PlanDocument::catalogChanged, this, &CalibrationDialog::fill);
}

void CalibrationDialog::setUnit(SizeUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    fill();
}

void CalibrationDialog::fill()
{
    const Calibration calibration = m_book->calibration();
    const int row = m_list->currentItem() ? m_list->indexOfTopLevelItem(m_list->currentItem()) : 0;
    m_shown = calibration.records;
    m_switch->setChecked(calibration.isOn);
    m_list->clear();
    for (const auto &record : m_shown)
        addRow(*record);
    fitColumns();
    m_list->setCurrentItem(m_list->topLevelItem(std::min(row, m_list->topLevelItemCount() - 1)));
    m_remove->setEnabled(m_list->currentItem() != nullptr);
    m_list->setVisible(!m_shown.empty());
    m_empty->setVisible(m_shown.empty());
}

void CalibrationDialog::addRow(const CalibrationRecord &record)
{
    QStringList cells{recordTitle(record, m_document->catalog()), record.modelName};
    for (const std::optional<Bytes> &residual : record.residuals)
        cells << (residual ? formatChange(*residual, m_unit, QLocale()) : tr("not measured"));
    auto *item = new QTreeWidgetItem(m_list, cells << record.source);
    for (int column = 0; column < ColumnCount; ++column) {
        item->setToolTip(column, item->text(column));
        if (column >= FirstResidual && column < Log)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

/// Names of models may be long; the numbers are what one looks for.
void CalibrationDialog::fitColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < Log; ++column) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, m_list->columnWidth(column) + 2 * letter);
    }
    m_list->setColumnWidth(Model, std::min(24 * letter, m_list->columnWidth(Model)));
}

void CalibrationDialog::removeCurrent()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || size_t(row) >= m_shown.size())
        return;
    m_problem->setProblem({});
    const std::shared_ptr<const CalibrationRecord> gone = m_shown[size_t(row)]; // the list is filled anew meanwhile
    m_book->remove(*gone);
}

} // namespace plimsoll
