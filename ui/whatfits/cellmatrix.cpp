// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/cellmatrix.h"

#include "ui/whatfits/fittable.h"

#include <QFont>

#include <algorithm>

namespace plimsoll {

bool CellMatrix::anyFits(int row) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (cellAt(row, column).fits())
            return true;
    }
    return false;
}

int CellMatrix::fitting() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += anyFits(row) ? 1 : 0;
    return count;
}

void CellMatrix::redraw(const QList<int> &roles)
{
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), roles);
}

void CellMatrix::setTheme(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    redraw({Qt::BackgroundRole, Qt::ForegroundRole});
}

bool CellMatrix::takesSeveralNodes(int row, int column) const
{
    return cellAt(row, column).count > std::max(1, gpuAt(row, column).maxPerNode);
}

GpuFit CellMatrix::fitOf(int row, int column) const
{
    const FitCell &cell = cellAt(row, column);
    const Gpu &gpu = gpuAt(row, column);
    GpuFit fit;
    fit.gpu = gpu.id;
    fit.name = gpu.name;
    fit.count = cell.count;
    fit.parallel = cell.parallel;
    fit.fits = cell.fits();
    fit.headroom = cell.headroom;
    fit.total = cell.total;
    return fit;
}

QString CellMatrix::tip(int row, int column) const
{
    const FitCell &cell = cellAt(row, column);
    const QString what = subject(row, column);
    if (!cell.fits())
        return tr("%1: no legal number of it carries this plan").arg(what);
    QStringList lines{tr("%1 × %2").arg(cell.count).arg(what),
                      tr("%1 to spare on the fullest").arg(formatSize(cell.headroom, m_unit, QLocale()))};
    lines << (cell.parallel.pipeline > 1
                  ? tr("Tensor parallel %1, pipeline parallel %2").arg(cell.parallel.tensor).arg(cell.parallel.pipeline)
                  : tr("Tensor parallel %1").arg(cell.parallel.tensor));
    if (takesSeveralNodes(row, column))
        lines << tr("More than one machine");
    return lines.join(QLatin1Char('\n'));
}

QVariant CellMatrix::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row(), column = index.column();
    const FitCell &cell = cellAt(row, column);
    switch (role) {
    case Qt::DisplayRole:
        if (!cell.fits())
            return QString();
        return takesSeveralNodes(row, column) ? tr("%1× *").arg(cell.count) : tr("%1×").arg(cell.count);
    case Qt::ToolTipRole:
        return tip(row, column);
    case Qt::AccessibleTextRole:
        return tip(row, column).replace(QLatin1Char('\n'), QLatin1String(", "));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case Qt::BackgroundRole:
        if (!cell.fits())
            return m_theme.color(ThemeColor::Panel);
        return m_theme.color(cell.count == 1                  ? ThemeColor::OkFill
                             : takesSeveralNodes(row, column) ? ThemeColor::WarnFill
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
        return anyFits(row);
    case FitTable::SortRole:
        return cell.fits() ? QVariant(cell.count) : QVariant();
    case FitTable::GpuRole:
        return rowId(row);
    case FitTable::NameRole:
        return rowName(row);
    default:
        return {};
    }
}

} // namespace plimsoll
