// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/fitview.h"

#include "ui/controls/elidedlabel.h"
#include "ui/views/roomydelegate.h"
#include "ui/whatfits/fitsearch.h"
#include "ui/whatfits/fittable.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace plimsoll {

FitView::FitView(const Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_search(new FitSearch(catalog, this))
    , m_table(new FitTable(this))
    , m_filter(new FitFilter(m_table, this))
    , m_line(new QLineEdit(this))
    , m_all(new QCheckBox(tr("Also those that do &not carry it"), this))
    , m_list(new QTreeView(this))
    , m_status(new ElidedLabel(this))
{
    arrange();
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_filter->setTyped(typed);
        showStatus();
    });
    connect(m_all, &QCheckBox::toggled, m_filter, &FitFilter::setShowsAll);
    connect(m_list, &QTreeView::activated, this, &FitView::choose);
    connect(m_search, &FitSearch::started, this, &FitView::showStatus);
    connect(m_search, &FitSearch::answered, this, [this](const std::vector<GpuFit> &fits) {
        m_problem.clear();
        m_table->setFits(fits);
        showStatus();
    });
    connect(m_search, &FitSearch::failed, this, [this](const QString &why) {
        m_problem = why;
        m_table->setFits({});
        showStatus();
    });
}

void FitView::arrange()
{
    m_line->setPlaceholderText(tr("Search: h100, radeon, 24gb ..."));
    m_line->setAccessibleName(tr("Search the GPUs that carry the plan"));
    m_line->setClearButtonEnabled(true);

    m_list->setModel(m_filter);
    m_list->setAccessibleName(tr("GPUs that carry the plan"));
    m_list->setAccessibleDescription(tr("Enter plans with the GPU of a row"));
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setIndentation(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(FitTable::Count, Qt::AscendingOrder);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(FitTable::Name, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] :
         {std::pair(int(FitTable::Count), 11), std::pair(int(FitTable::Headroom), 13),
          std::pair(int(FitTable::Speed), 12), std::pair(int(FitTable::Price), 12),
          std::pair(int(FitTable::TokenPrice), 19), std::pair(int(FitTable::Watts), 12)})
        header->resizeSection(column, letters * letter);

    m_status->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QHBoxLayout;
    top->addWidget(m_line, 1);
    top->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 8);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(m_status);
}

void FitView::show(const ChartValues &values)
{
    m_table->setUnit(values.unit);
    m_search->ask(values.plan.plan);
}

void FitView::showStatus()
{
    if (m_search->isRunning())
        m_status->setText(tr("Looking through the catalog ..."));
    else if (!m_problem.isEmpty())
        m_status->setText(m_problem);
    else
        m_status->setText(
            tr("%1 of %2 GPUs carry this plan. Enter or a double click plans with one. Prices are the cheapest "
               "dated offers of the catalog: indicative.")
                .arg(m_table->fitting())
                .arg(m_table->rowCount()));
}

void FitView::choose(const QModelIndex &index)
{
    const GpuFit &fit = m_table->fit(m_filter->mapToSource(index).row());
    if (fit.fits)
        Q_EMIT fitChosen(fit);
}

} // namespace plimsoll
