// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/fitmatrix.h"

#include "core/planning/fit/formatchoices.h"
#include "core/planning/planning.h"
#include "ui/whatfits/fittable.h"

#include <QFont>

#include <algorithm>

namespace plimsoll {
namespace {

const QLatin1String kNative("native");

bool anyFits(const FitMatrixAnswer &answer, int gpu)
{
    for (int format = 0; format < answer.formats.size(); ++format) {
        if (answer.cell(gpu, format).fits())
            return true;
    }
    return false;
}

} // namespace

Result<FitMatrixAnswer> fitMatrix(const Plan &plan, const Catalog &catalog, const std::function<bool()> &stopped)
{
    FitMatrixAnswer answer;
    // Asked apart: a file's own tensors stand for its own format alone.
    Plan native = plan;
    native.gpus.clear();
    native.parallel.reset();
    native.weights = kNative;
    const Result<ResolvedPlan> resolved = resolve(native, catalog);
    if (!resolved)
        return resolved.error();
    const QStringList others = formatChoices(catalog, resolved->plan.engine);
    Plan converted = native;
    converted.weights = others.front();

    std::vector<Gpu> gpus = wholeGpus(catalog);
    std::erase_if(gpus, [&](const Gpu &gpu) { return !runsOn(resolved->plan.engine, gpu); });
    std::stable_sort(gpus.begin(), gpus.end(),
                     [](const Gpu &a, const Gpu &b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    const Result<WhatFits> own = whatFits(native, catalog, gpus, {kNative}, stopped);
    if (!own)
        return own.error();
    const Result<WhatFits> rest = whatFits(converted, catalog, gpus, others, stopped);
    if (!rest)
        return rest.error();
    const size_t columns = size_t(others.size());
    if (own->cells.size() != gpus.size() || rest->cells.size() != gpus.size() * columns)
        return answer; // stopped
    for (size_t gpu = 0; gpu < gpus.size(); ++gpu) {
        answer.cells.push_back(own->cells[gpu]);
        const auto first = rest->cells.begin() + std::ptrdiff_t(gpu * columns);
        answer.cells.insert(answer.cells.end(), first, first + std::ptrdiff_t(columns));
    }
    answer.gpus = std::move(gpus);
    answer.formats = QStringList{kNative} + others;
    answer.formatNames << FitMatrix::tr("As published");
    for (const QString &id : others) {
        const Format *format = catalog.findFormat(id);
        answer.formatNames << (format ? format->name : id);
    }
    return answer;
}

void FitMatrix::setAnswer(FitMatrixAnswer answer)
{
    // Another workload leaves rows and columns as they are, and with them a person's place.
    const bool same = answer.formats == m_answer.formats && answer.gpus.size() == m_answer.gpus.size();
    if (same) {
        m_answer = std::move(answer);
        redraw({});
        return;
    }
    beginResetModel();
    m_answer = std::move(answer);
    endResetModel();
}

void FitMatrix::redraw(const QList<int> &roles)
{
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), roles);
}

void FitMatrix::setUnit(SizeUnit unit)
{
    m_unit = unit;
}

void FitMatrix::setTheme(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    redraw({Qt::BackgroundRole, Qt::ForegroundRole});
}

void FitMatrix::setOwn(const QStringList &gpus)
{
    m_own = gpus;
    if (rowCount() > 0)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

int FitMatrix::fitting() const
{
    int count = 0;
    for (int gpu = 0; gpu < rowCount(); ++gpu)
        count += anyFits(m_answer, gpu) ? 1 : 0;
    return count;
}

int FitMatrix::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answer.gpus.size());
}

int FitMatrix::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answer.formats.size());
}

bool FitMatrix::takesSeveralNodes(const QModelIndex &index) const
{
    return cell(index).count > std::max(1, m_answer.gpus[size_t(index.row())].maxPerNode);
}

QString FitMatrix::tip(const QModelIndex &index) const
{
    const FitCell &cell = this->cell(index);
    const QLocale locale;
    const QString what =
        tr("%1 in %2").arg(m_answer.gpus[size_t(index.row())].name, m_answer.formatNames.at(index.column()));
    if (!cell.fits())
        return tr("%1: no legal number of it carries this plan").arg(what);
    QStringList lines{tr("%1 × %2").arg(cell.count).arg(what),
                      tr("%1 to spare on the fullest").arg(formatSize(cell.headroom, m_unit, locale))};
    lines << (cell.parallel.pipeline > 1
                  ? tr("Tensor parallel %1, pipeline parallel %2").arg(cell.parallel.tensor).arg(cell.parallel.pipeline)
                  : tr("Tensor parallel %1").arg(cell.parallel.tensor));
    if (takesSeveralNodes(index))
        lines << tr("More than one machine");
    return lines.join(QLatin1Char('\n'));
}

QVariant FitMatrix::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FitCell &cell = this->cell(index);
    switch (role) {
    case Qt::DisplayRole:
        if (!cell.fits())
            return QString();
        return takesSeveralNodes(index) ? tr("%1× *").arg(cell.count) : tr("%1×").arg(cell.count);
    case Qt::ToolTipRole:
        return tip(index);
    case Qt::AccessibleTextRole:
        return tip(index).replace(QLatin1Char('\n'), QLatin1String(", "));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case Qt::BackgroundRole:
        if (!cell.fits())
            return m_theme.color(ThemeColor::Panel);
        return m_theme.color(cell.count == 1            ? ThemeColor::OkFill
                             : takesSeveralNodes(index) ? ThemeColor::WarnFill
                                                        : ThemeColor::NeutralFill);
    case Qt::ForegroundRole:
        return m_theme.color(ThemeColor::Text);
    case Qt::FontRole: {
        QFont font;
        font.setBold(cell.count == 1);
        return font;
    }
    case FitTable::FitsRole:
        return cell.fits();
    case FitTable::RowFitsRole:
        return anyFits(m_answer, index.row());
    case FitTable::SortRole:
        return cell.fits() ? QVariant(cell.count) : QVariant();
    case FitTable::GpuRole:
        return m_answer.gpus[size_t(index.row())].id;
    case FitTable::NameRole:
        return m_answer.gpus[size_t(index.row())].name;
    default:
        return {};
    }
}

QVariant FitMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (role == Qt::DisplayRole && section < m_answer.formatNames.size())
            return m_answer.formatNames.at(section);
        return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignCenter)) : QVariant();
    }
    if (size_t(section) >= m_answer.gpus.size())
        return {};
    const Gpu &gpu = m_answer.gpus[size_t(section)];
    if (role == Qt::DisplayRole)
        return m_own.contains(gpu.id) ? tr("\u2713 %1").arg(gpu.name) : gpu.name;
    return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter)) : QVariant();
}

} // namespace plimsoll
