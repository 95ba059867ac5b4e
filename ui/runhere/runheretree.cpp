// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runhere/runheretree.h"

#include "core/planning/speed/speedtext.h"

#include <QDir>

#include <algorithm>

namespace plimsoll {
namespace {

/// An index of a format has the row of its model plus one as its id, one of a model zero.
constexpr quintptr kNoParent = 0;

} // namespace

void RunHereTree::setModels(const std::vector<RunnableModel> &models)
{
    beginResetModel();
    m_models = models;
    endResetModel();
}

void RunHereTree::setUnit(SizeUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    if (!m_models.empty())
        Q_EMIT dataChanged(index(0, ToSpare), index(rowCount() - 1, ToSpare), {Qt::DisplayRole});
}

const RunnableModel &RunHereTree::model(const QModelIndex &index) const
{
    return m_models[index.internalId() == kNoParent ? size_t(index.row()) : size_t(index.internalId() - 1)];
}

const RunnableFormat &RunHereTree::format(const QModelIndex &index) const
{
    const RunnableModel &of = model(index);
    return index.internalId() == kNoParent ? of.best() : of.formats[size_t(index.row()) + 1];
}

QModelIndex RunHereTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kNoParent);
}

QModelIndex RunHereTree::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kNoParent)
        return {};
    return createIndex(int(index.internalId() - 1), 0, kNoParent);
}

int RunHereTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_models.size());
    const bool isModel = parent.internalId() == kNoParent && parent.column() == 0;
    return isModel ? int(m_models[size_t(parent.row())].formats.size()) - 1 : 0;
}

int RunHereTree::columnCount(const QModelIndex &) const
{
    return int(ColumnCount);
}

QString RunHereTree::text(const QModelIndex &index) const
{
    const RunnableModel &of = model(index);
    const RunnableFormat &as = format(index);
    const bool isOther = index.internalId() != kNoParent;
    const QLocale locale;
    switch (index.column()) {
    case Name:
        return isOther ? tr("as %1").arg(as.name) : of.name;
    case Weights:
        return as.keepsQuality ? as.name : tr("%1, loses quality").arg(as.name);
    case Speed:
        if (as.decodeTokensPerSecond < 0)
            return tr("not known");
        return as.isSlow() ? tr("%1, slow").arg(speedNumber(as.decodeTokensPerSecond, locale))
                           : speedNumber(as.decodeTokensPerSecond, locale);
    case Context:
        return formatCount(as.longestContext, locale);
    case ToSpare: {
        const QString size = formatSize(as.headroom, m_unit, locale);
        return as.isTight ? tr("%1, tight").arg(size) : size;
    }
    case Place:
        return of.isLocal() ? of.store : tr("Catalog");
    default:
        return {};
    }
}

QString RunHereTree::tip(const QModelIndex &index) const
{
    const RunnableModel &of = model(index);
    const RunnableFormat &as = format(index);
    QStringList lines{tr("%1, %2 parameters, as %3 with %4")
                          .arg(of.name, formatParameters(of.parameters, QLocale()), as.name, as.engineName)};
    if (of.isShort)
        lines << tr("It is made for %1 tokens, fewer than was asked for.").arg(formatCount(of.contextLimit, QLocale()));
    if (!as.keepsQuality)
        lines << tr("So few bits cost quality: below 4 bits a weight, or measured to.");
    if (as.isSlow())
        lines << tr("Slower than people read.");
    if (as.speedIsBound && as.decodeTokensPerSecond >= 0)
        lines << tr("The speed is at most this: nothing was measured on such hardware.");
    if (as.isTight)
        lines << tr("What is to spare is less than the estimate may be off.");
    if (of.isLocal())
        lines << QDir::toNativeSeparators(of.model);
    return lines.join(QLatin1Char('\n'));
}

QVariant RunHereTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return tip(index);
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() >= Speed && index.column() <= ToSpare;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

QVariant RunHereTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section >= Speed && section <= ToSpare;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Model");
    case Weights:
        return tr("Weights");
    case Speed:
        return tr("Tokens/s");
    case Context:
        return tr("Context up to");
    case ToSpare:
        return tr("To spare");
    case Place:
        return tr("Found in");
    default:
        return {};
    }
}

RunHereFilter::RunHereFilter(RunHereTree *tree, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_tree(tree)
{
    setSourceModel(tree);
}

void RunHereFilter::setTyped(const QString &typed)
{
    m_words = typed.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunHereFilter::setOnlyLocal(bool only)
{
    m_onlyLocal = only;
    invalidateFilter();
}

bool RunHereFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return true;
    const RunnableModel &model = m_tree->model(m_tree->index(row, 0));
    if (m_onlyLocal && !model.isLocal())
        return false;
    QString all = model.name + QLatin1Char(' ') + model.model + QLatin1Char(' ') + model.store;
    for (const RunnableFormat &format : model.formats)
        all += QLatin1Char(' ') + format.name;
    all = all.toLower();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return all.contains(word); });
}

} // namespace plimsoll
