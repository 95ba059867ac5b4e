// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/pagetable.h"

#include "core/tables/tableregistry.h"
#include "core/tables/tablewriters.h"
#include "ui/charts/chartview.h"
#include "ui/charts/speedchart.h"
#include "ui/charts/sweepchart.h"
#include "ui/views/answertabs.h"
#include "ui/whatfits/fitmatrix.h"
#include "ui/whatfits/fittable.h"
#include "ui/whatfits/fitview.h"
#include "ui/whatfits/limitsview.h"
#include "ui/whatfits/matrixview.h"
#include "ui/whatfits/modelmatrix.h"

#include <QCoreApplication>
#include <QMimeData>
#include <QTreeView>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PageTable)
};

Error notReady()
{
    return {QStringLiteral("not-ready"),
            {},
            Text::tr("The page is still being worked out: try again in a moment."),
            ErrorKind::Typed};
}

/// The rows of a model as a filter before it shows them.
std::vector<int> shownRows(const QAbstractItemModel *shown)
{
    const auto *filter = qobject_cast<const QSortFilterProxyModel *>(shown);
    std::vector<int> rows;
    for (int row = 0; filter && row < filter->rowCount(); ++row)
        rows.push_back(filter->mapToSource(filter->index(row, 0)).row());
    return rows;
}

Result<Table> gpuList(const FitView &view, const TableValues &values)
{
    const QAbstractItemModel *shown = view.list()->model();
    const auto *table = static_cast<const FitTable *>(static_cast<const FitFilter *>(shown)->sourceModel());
    if (table->rowCount() == 0)
        return notReady();
    std::vector<GpuFit> fits;
    for (const int row : shownRows(shown))
        fits.push_back(table->pricedFit(row));
    return whatFitsTable(fits, values);
}

Result<Table> fitPage(const FitView &view, const TableValues &values)
{
    if (view.isRunning())
        return notReady();
    const auto isEmpty = [](const MatrixView *matrix) { return matrix->matrix()->rowCount() == 0; };
    if (view.shown() == view.matrix()) {
        if (isEmpty(view.matrix()))
            return notReady();
        const auto *matrix = static_cast<const FitMatrix *>(view.matrix()->matrix());
        return formatsTable(matrix->answer(), shownRows(view.matrix()->filter()), values);
    }
    if (view.shown() != view.models())
        return gpuList(view, values);
    if (isEmpty(view.models()))
        return notReady();
    const auto *matrix = static_cast<const ModelMatrix *>(view.models()->matrix());
    std::vector<ModelRow> rows;
    for (const int row : shownRows(view.models()->filter()))
        rows.push_back(matrix->rows()[size_t(row)]);
    return modelsTable(matrix->gpus(), rows, values);
}

Result<Table> limitsPage(const LimitsView &view, const TableValues &values)
{
    if (view.isRunning() || view.table()->rows().empty())
        return notReady();
    return limitsTable(view.table()->rows(), values);
}

Table comparison(const AnswerTabs &tabs, const Plan &plan, const TableValues &values)
{
    std::vector<ComparedPlan> plans = tabs.pinnedAnswers();
    plans.insert(plans.begin(),
                 comparedPlan(thisPlanName(), plan, PlanAnswer{values.plan, values.estimate, values.comparison}));
    return compareTable(plans, values);
}

/// Where the curve is there nothing has to be worked out again.
std::optional<Table> curveTable(const AnswerTabs &tabs, const TableValues &values)
{
    const ChartView *view = tabs.currentChart();
    if (!view)
        return std::nullopt;
    if (const auto *speed = qobject_cast<const SpeedChart *>(view->panel()); speed && speed->curve())
        return speedTable(*speed->curve(), values);
    const auto *sweep = qobject_cast<const SweepChart *>(view->panel());
    if (!sweep || !sweep->curve() || sweep->curve()->points.empty())
        return std::nullopt;
    const QString id = sweep->id();
    return id == QLatin1String("context") ? contextTable(*sweep->curve(), values)
           : id == QLatin1String("users") ? usersTable(*sweep->curve(), values)
                                          : parametersTable(*sweep->curve(), values);
}

} // namespace

Result<Table> pageTable(const AnswerTabs &tabs, const Plan &plan, const ChartValues &shown)
{
    const TableValues values{shown.plan, shown.estimate, shown.comparison, shown.unit, QLocale()};
    const QString page = tabs.currentId();
    const auto named = [&](Result<Table> table) {
        if (table && table.value().id.isEmpty())
            table.value().id = page;
        return table;
    };
    if (tabs.whatFits() && tabs.currentPage() == tabs.whatFits())
        return named(fitPage(*tabs.whatFits(), values));
    if (tabs.limits() && tabs.currentPage() == tabs.limits())
        return named(limitsPage(*tabs.limits(), values));
    if (page == QLatin1String("compare"))
        return named(comparison(tabs, plan, values));
    if (std::optional<Table> curve = curveTable(tabs, values))
        return named(std::move(*curve));
    return makeTable(page == QLatin1String("explain") ? QStringLiteral("waterfall") : page, plan, values,
                     *shown.catalog);
}

QMimeData *tableMimeData(const Table &table, const TableLook &look)
{
    auto *content = new QMimeData;
    content->setText(tableLines(table, look));
    content->setHtml(tableElement(table, look));
    return content;
}

} // namespace plimsoll
