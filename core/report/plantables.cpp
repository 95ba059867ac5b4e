// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plantables.h"

#include "core/engines/enginerules.h"
#include "core/planning/explanation.h"
#include "core/planning/sentences.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanTables)
};

QString percent(Bytes part, Bytes whole)
{
    const double share = whole.count() == 0 ? 0 : 100.0 * double(part.count()) / double(whole.count());
    return QString::number(share, 'f', 1) + QLatin1String(" %");
}

} // namespace

ReportTable breakdownTable(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit)
{
    const Bytes whole = estimate.total.total();
    const ItemBytes &fullest = estimate.devices[size_t(estimate.fullest)].items;
    ReportTable table;
    table.endsInTotal = true;
    table.head << Text::tr("Item");
    if (estimate.hasGpus)
        table.head << (estimate.deviceClasses > 1 ? Text::tr("Fullest GPU") : Text::tr("Per GPU"));
    table.head << Text::tr("In all") << Text::tr("Share") << Text::tr("Why");
    table.numbers = estimate.hasGpus ? QList<qsizetype>{1, 2, 3} : QList<qsizetype>{1, 2};
    const auto put = [&](const QString &name, Bytes each, Bytes all, const QString &why) {
        QStringList cells{name};
        if (estimate.hasGpus)
            cells << formatSize(each, unit);
        table.rows.push_back(cells << formatSize(all, unit) << percent(all, whole) << why);
    };
    for (int i = 0; i < kItemCount; ++i) {
        const Item item = Item(i);
        if (estimate.total[item] > Bytes()) {
            put(itemName(item), fullest[item], estimate.total[item],
                resolved.engine->explain(item, resolved, estimate, QLocale::c()).why);
        }
    }
    put(Text::tr("Total"), fullest.total(), whole, {});
    return table;
}

ReportTable precisionTable(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                           SizeUnit unit)
{
    static constexpr std::array<const char *, kComparisonFormats> names = {"FP32", "FP16", "INT8", "INT4"};
    const auto meanings = resolved.engine->comparisonFormats();
    ReportTable table;
    table.head = {Text::tr("Precision"), Text::tr("Stored as"), Text::tr("In all")};
    table.numbers = {2};
    if (estimate.hasGpus) {
        table.head << Text::tr("GPUs") << Text::tr("Fits");
        table.numbers << 3;
    }
    for (qint32 i = 0; i < comparison.count; ++i) {
        const ComparisonEntry &entry = comparison.entries[size_t(i)];
        const bool isOneOfFour = i < kComparisonFormats;
        const QString own = resolved.formats[size_t(kOwnFormat)].name;
        const QString name = isOneOfFour ? QString::fromLatin1(names[size_t(i)]) : own;
        QStringList row{i == comparison.chosen ? Text::tr("%1 (this plan)").arg(name) : name,
                        isOneOfFour ? QString(meanings[size_t(i)].as) : own, formatSize(entry.items.total(), unit)};
        if (estimate.hasGpus) {
            row << (entry.gpusNeeded > 0 ? QString::number(entry.gpusNeeded) : Text::tr("none"))
                << (entry.fits ? Text::tr("yes") : Text::tr("no"));
        }
        table.rows.push_back(row);
    }
    return table;
}

} // namespace plimsoll
