// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/breakdowninput.h"

#include "core/planning/sentences.h"
#include "ui/itemmodels/breakdownmodel.h"

#include <QCoreApplication>
#include <QLocale>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BreakdownChart)
};

BreakdownRow::Kind kindOf(BreakdownModel::RowKind kind)
{
    switch (kind) {
    case BreakdownModel::RowKind::Total:
        return BreakdownRow::Kind::Total;
    case BreakdownModel::RowKind::RuleOfThumb:
        return BreakdownRow::Kind::RuleOfThumb;
    case BreakdownModel::RowKind::Item:
    case BreakdownModel::RowKind::Explanation: // the model has those below its rows only
        break;
    }
    return BreakdownRow::Kind::Item;
}

BreakdownRow rowOf(const BreakdownModel &model, int row)
{
    const auto cell = [&](BreakdownModel::Column column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role);
    };
    BreakdownRow found;
    found.kind = kindOf(BreakdownModel::RowKind(cell(BreakdownModel::Name, BreakdownModel::RowKindRole).toInt()));
    if (const QVariant item = cell(BreakdownModel::Name, BreakdownModel::ItemRole); item.isValid())
        found.item = Item(item.toInt());
    found.label = cell(BreakdownModel::Name).toString();
    found.perGpu = cell(BreakdownModel::PerGpu).toString();
    found.all = cell(BreakdownModel::All).toString();
    found.share = cell(BreakdownModel::Share).toString();
    found.why = cell(BreakdownModel::Why).toString();
    found.bytes = Bytes(cell(BreakdownModel::All, BreakdownModel::BytesRole).toLongLong());
    return found;
}

} // namespace

QString BreakdownInput::description() const
{
    QStringList sentences{title};
    for (const BreakdownRow &row : rows) {
        QStringList parts;
        for (const auto &[head, text] :
             {std::pair(perGpuHead, row.perGpu), {allHead, row.all}, {shareHead, row.share}}) {
            if (!text.isEmpty())
                parts << Text::tr("%1 %2", "a column and its number: \"Share 34 %\"").arg(head, text);
        }
        if (!row.why.isEmpty())
            parts << row.why;
        sentences << Text::tr("%1: %2").arg(row.label, parts.join(QLatin1String(", ")));
    }
    return sentences.join(QLatin1String(". ")) + QLatin1Char('.');
}

BreakdownInput breakdownInput(const ChartValues &values)
{
    BreakdownModel model;
    model.setAnswer(values.plan, values.estimate, values.unit);
    const auto head = [&](BreakdownModel::Column column) {
        return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    BreakdownInput input;
    input.title = Text::tr("Memory by item: %1").arg(planTitle(values.plan, QLocale()));
    if (values.estimate.hasGpus)
        input.perGpuHead = head(BreakdownModel::PerGpu);
    input.allHead = head(BreakdownModel::All);
    input.shareHead = head(BreakdownModel::Share);
    input.total = values.estimate.total;
    for (int row = 0; row < model.rowCount(); ++row) {
        input.rows.push_back(rowOf(model, row));
        if (input.rows.back().kind == BreakdownRow::Kind::Total)
            input.rows.back().why = intervalText(values.plan, values.estimate, values.unit, QLocale());
    }
    return input;
}

} // namespace plimsoll
