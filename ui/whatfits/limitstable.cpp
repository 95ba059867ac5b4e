// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/limitstable.h"

#include "core/planning/fit/fitjson.h"
#include "core/planning/fit/plansteps.h"
#include "core/planning/speed/speedtext.h"

namespace plimsoll {
namespace {

struct Asked {
    const char *question;
    const char *title;
};
constexpr Asked kAsked[] = {
    {"max-context", QT_TRANSLATE_NOOP("plimsoll::LimitsTable", "Longest context")},
    {"max-sequences", QT_TRANSLATE_NOOP("plimsoll::LimitsTable", "Most users at this context")},
    {"min-gpus", QT_TRANSLATE_NOOP("plimsoll::LimitsTable", "Fewest of these GPUs")},
    {"best-layout", QT_TRANSLATE_NOOP("plimsoll::LimitsTable", "Layout with the most room")},
    {"fastest-layout", QT_TRANSLATE_NOOP("plimsoll::LimitsTable", "Layout with the most speed")},
    {"best-format", QT_TRANSLATE_NOOP("plimsoll::LimitsTable", "Best precision that fits")},
    {"smallest-gpu", QT_TRANSLATE_NOOP("plimsoll::LimitsTable", "Smallest single GPU")},
    {"largest-model", QT_TRANSLATE_NOOP("plimsoll::LimitsTable", "Largest model on these GPUs")},
};

QString stepText(const PlanStep &step, bool hasGpus, SizeUnit unit)
{
    const QLocale locale;
    const auto size = [&](Bytes bytes) { return formatSize(bytes, unit, locale); };
    QString text = step.more < Bytes() ? LimitsTable::tr("%1 less in all").arg(size(Bytes() - step.more))
                                       : LimitsTable::tr("%1 more in all").arg(size(step.more));
    if (hasGpus) {
        text += step.fits ? LimitsTable::tr(", then %1 to spare").arg(size(step.headroom))
                          : LimitsTable::tr(", then %1 missing").arg(size(Bytes() - step.headroom));
    }
    if (step.fits && step.decodeTokensPerSecond > 0) {
        text += LimitsTable::tr(", %1 tokens/s for each user").arg(speedNumber(step.decodeTokensPerSecond, locale));
    }
    return text;
}

} // namespace

std::vector<LimitRow> limitRows(const Plan &plan, const ResolvedPlan &resolved, const Catalog &catalog, SizeUnit unit,
                                const std::function<bool()> &stopped)
{
    std::vector<LimitRow> rows;
    for (const Asked &each : kAsked) {
        if (stopped())
            return rows;
        const Result<FitAnswer> answer = answerQuestion(QLatin1String(each.question), plan, catalog);
        if (!answer) // without GPUs most have no answer
            continue;
        LimitRow row{LimitsTable::tr(each.title), answer->sentence, std::nullopt, false, answer->answered, false};
        if (answer->answered)
            row.plan = answer->plan;
        rows.push_back(row);
    }
    rows.push_back({LimitsTable::tr("What one step changes"), QString(), std::nullopt, true, true, true});
    for (const PlanStep &step : planSteps(plan, resolved, catalog, stopped))
        rows.push_back({step.name, stepText(step, !plan.gpus.empty(), unit), step.plan, true, step.fits, false});
    return rows;
}

void LimitsTable::setRows(const std::vector<LimitRow> &rows)
{
    // Kept where the rows are the same ones, so that a selection stays.
    const bool same = rows.size() == m_rows.size();
    if (same) {
        m_rows = rows;
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int LimitsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LimitsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LimitsTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LimitRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return index.column() == Question ? row.question : row.answer;
    case Qt::ToolTipRole:
        return row.plan ? tr("%1\nEnter or a double click takes this over").arg(row.answer) : row.answer;
    default:
        return {};
    }
}

Qt::ItemFlags LimitsTable::flags(const QModelIndex &index) const
{
    const bool isTitle = index.isValid() && m_rows[size_t(index.row())].isTitle;
    return isTitle ? Qt::NoItemFlags : QAbstractTableModel::flags(index);
}

QVariant LimitsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Question ? tr("Question") : tr("Answer");
}

} // namespace plimsoll
