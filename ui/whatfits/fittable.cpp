// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/fittable.h"

#include "core/planning/speed/speedtext.h"

#include <algorithm>

namespace plimsoll {
namespace {

QString dollars(double amount, int digits = 2)
{
    return FitTable::tr("$%1").arg(QLocale().toString(amount, 'f', digits));
}

QVariant known(double value)
{
    return value < 0 ? QVariant() : QVariant(value);
}

} // namespace

void FitTable::setFits(const std::vector<GpuFit> &fits)
{
    beginResetModel();
    m_fits = fits;
    endResetModel();
}

void FitTable::setUnit(SizeUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    if (!m_fits.empty())
        Q_EMIT dataChanged(index(0, Headroom), index(rowCount() - 1, Headroom), {Qt::DisplayRole});
}

void FitTable::setOwnPrice(std::optional<double> price)
{
    if (price == m_ownPrice)
        return;
    m_ownPrice = price;
    if (!m_fits.empty())
        Q_EMIT dataChanged(index(0, Price), index(rowCount() - 1, TokenPrice));
}

void FitTable::setOwn(const QStringList &gpus)
{
    if (gpus == m_own)
        return;
    m_own = gpus;
    if (!m_fits.empty())
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
}

GpuFit FitTable::priced(GpuFit fit) const
{
    if (m_ownPrice && fit.fits) {
        fit.pricePerHour = *m_ownPrice * fit.count;
        fit.priceAsOf.clear();
    }
    return fit;
}

Qt::ItemFlags FitTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Name ? flags | Qt::ItemIsUserCheckable : flags;
}

bool FitTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Name)
        return false;
    const QString &gpu = m_fits[size_t(index.row())].gpu;
    m_own.removeAll(gpu);
    if (value.toInt() == Qt::Checked)
        m_own.append(gpu);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ownEdited(m_own);
    return true;
}

int FitTable::fitting() const
{
    return int(std::count_if(m_fits.begin(), m_fits.end(), [](const GpuFit &fit) { return fit.fits; }));
}

int FitTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fits.size());
}

int FitTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString FitTable::text(const GpuFit &fit, int column) const
{
    const QLocale locale;
    switch (column) {
    case Name:
        return fit.name;
    case Count:
        return fit.fits ? tr("%1 ×").arg(fit.count) : tr("none");
    case Headroom:
        return formatSize(fit.headroom, m_unit, locale);
    case Speed: {
        if (fit.decodeTokensPerSecond < 0)
            return {};
        const QString speed = speedNumber(fit.decodeTokensPerSecond, locale);
        return fit.speedIsBound ? tr("≤ %1").arg(speed) : speed;
    }
    case Price:
        return fit.pricePerHour < 0 ? QString() : dollars(fit.pricePerHour);
    case MonthPrice:
        return fit.pricePerHour < 0 ? QString() : dollars(fit.pricePerHour * kHoursPerMonth, 0);
    case TokenPrice: {
        const double price = fit.pricePerMillionTokens();
        if (price < 0)
            return {};
        return fit.speedIsBound ? tr("≥ %1").arg(dollars(price)) : dollars(price);
    }
    case Watts:
        return fit.watts > 0 ? tr("%1 W").arg(locale.toString(fit.watts)) : QString();
    default:
        return {};
    }
}

QString FitTable::tip(const GpuFit &fit, int column) const
{
    switch (column) {
    case Name:
        return tr("%1. A check mark says that you have it.").arg(fit.name);
    case Count:
        return !fit.fits ? tr("No legal number of it carries this plan.")
               : fit.parallel.pipeline > 1
                   ? tr("Tensor parallel %1, pipeline parallel %2").arg(fit.parallel.tensor).arg(fit.parallel.pipeline)
                   : tr("Tensor parallel %1").arg(fit.parallel.tensor);
    case Speed:
    case TokenPrice:
        return fit.speedIsBound ? tr("A bound: nothing was measured on such hardware, it cannot be faster.")
                                : QString();
    case Price:
    case MonthPrice:
        if (m_ownPrice && fit.fits)
            return tr("%1 × your price of %2 an hour.").arg(fit.count).arg(dollars(*m_ownPrice));
        return fit.priceAsOf.isEmpty()
                   ? QString()
                   : tr("The cheapest offer of the catalog, as of %1; indicative.").arg(fit.priceAsOf);
    default:
        return {};
    }
}

QVariant FitTable::sortKey(const GpuFit &fit, int column) const
{
    switch (column) {
    case Count:
        return fit.fits ? QVariant(fit.count) : QVariant();
    case Headroom:
        return fit.headroom.count();
    case Speed:
        return known(fit.decodeTokensPerSecond);
    case Price:
    case MonthPrice:
        return known(fit.pricePerHour);
    case TokenPrice:
        return known(fit.pricePerMillionTokens());
    case Watts:
        return fit.watts > 0 ? QVariant(fit.watts) : QVariant();
    default:
        return fit.name;
    }
}

QVariant FitTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GpuFit fit = priced(m_fits[size_t(index.row())]);
    switch (role) {
    case Qt::CheckStateRole:
        return index.column() == Name ? QVariant(m_own.contains(fit.gpu) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DisplayRole:
        return text(fit, index.column());
    case Qt::ToolTipRole:
        return tip(fit, index.column());
    case Qt::AccessibleTextRole: {
        const QString shown = text(fit, index.column());
        return shown.isEmpty() ? tr("not known") : shown;
    }
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case FitsRole:
    case RowFitsRole:
        return fit.fits;
    case NameRole:
        return fit.name;
    case SortRole:
        return sortKey(fit, index.column());
    case GpuRole:
        return fit.gpu;
    default:
        return {};
    }
}

QVariant FitTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Count:
            return tr("The fewest that carry the plan in a legal layout");
        case Headroom:
            return tr("What is left on the fullest of them");
        case Speed:
            return tr("Tokens a second that one user sees, with all of the plan's users at its context");
        case Name:
            return tr("Check the ones that you have");
        case Price:
            return tr("Your price, or the cheapest dated offer of the catalog, for all of them; indicative");
        case MonthPrice:
            return tr("730 hours of that");
        case TokenPrice:
            return tr("Price an hour over the tokens of all users in an hour");
        case Watts:
            return tr("The limit of the boards, all of them");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("GPU");
    case Count:
        return tr("Needed");
    case Headroom:
        return tr("To spare");
    case Speed:
        return tr("Tokens/s");
    case Price:
        return tr("An hour");
    case MonthPrice:
        return tr("A month");
    case TokenPrice:
        return tr("1 M tokens");
    case Watts:
        return tr("Power");
    default:
        return {};
    }
}

FitFilter::FitFilter(QAbstractItemModel *table, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(table);
    setSortRole(FitTable::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void FitFilter::setTyped(const QString &typed)
{
    m_words = typed.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void FitFilter::setShowsAll(bool all)
{
    m_showsAll = all;
    invalidateFilter();
}

void FitFilter::setOwn(const QStringList &gpus, bool only)
{
    m_own = gpus;
    m_onlyOwn = only;
    invalidateFilter();
}

bool FitFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_showsAll && !index.data(FitTable::RowFitsRole).toBool())
        return false;
    const QString id = index.data(FitTable::GpuRole).toString();
    if (m_onlyOwn && !m_own.contains(id))
        return false;
    const QString words = index.data(FitTable::NameRole).toString().toLower() + QLatin1Char(' ') + id;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return words.contains(word); });
}

bool FitFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const bool leftFits = left.data(FitTable::FitsRole).toBool(), rightFits = right.data(FitTable::FitsRole).toBool();
    if (leftFits != rightFits)
        return leftFits == ascending;
    const bool leftKnown = left.data(FitTable::SortRole).isValid(),
               rightKnown = right.data(FitTable::SortRole).isValid();
    if (leftKnown != rightKnown)
        return leftKnown == ascending;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace plimsoll
