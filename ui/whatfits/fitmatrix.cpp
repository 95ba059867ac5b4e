// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/fitmatrix.h"

namespace plimsoll {

FitMatrix::FitMatrix(const Catalog &catalog, QObject *parent)
    : CellMatrix(parent)
    , m_catalog(catalog)
    , m_latest(this, [this](const Result<FitMatrixAnswer> &answer) { take(m_answer, answer, &hasSameCells); })
{
}

void FitMatrix::ask(const Plan &plan)
{
    Plan question = plan;
    question.gpus.clear();
    question.parallel.reset();
    question.weights.clear();
    if (m_asked == question)
        return;
    m_asked = question;
    m_latest.ask([question, catalog = m_catalog](const LatestAnswer<Result<FitMatrixAnswer>>::Stopped &stopped) {
        return fitMatrix(question, catalog, stopped);
    });
    Q_EMIT started();
}

FitChoice FitMatrix::choice(const QModelIndex &index) const
{
    return {fitOf(index.row(), index.column()), m_answer.formats.at(index.column()), {}};
}

bool FitMatrix::hasSameCells(const FitMatrixAnswer &a, const FitMatrixAnswer &b)
{
    return a.formats == b.formats && a.gpus.size() == b.gpus.size();
}

void FitMatrix::setOwn(const QStringList &gpus)
{
    m_own = gpus;
    if (rowCount() > 0)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

QString FitMatrix::subject(int row, int column) const
{
    return tr("%1 in %2").arg(m_answer.gpus[size_t(row)].name, m_answer.formatNames.at(column));
}

int FitMatrix::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answer.gpus.size());
}

int FitMatrix::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answer.formats.size());
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
