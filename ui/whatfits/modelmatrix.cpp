// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/modelmatrix.h"

#include <algorithm>

namespace plimsoll {

ModelMatrix::ModelMatrix(const Catalog &catalog, QObject *parent)
    : CellMatrix(parent)
    , m_catalog(catalog)
    , m_latest(this, [this](const Result<Answer> &answer) { take(m_answer, answer, &hasSameCells); })
{
}

QStringList ModelMatrix::columnsFor(const Plan &plan) const
{
    QStringList ids = m_own;
    if (m_onlyOwn && !m_own.isEmpty())
        return ids;
    for (const GpuChoice &gpu : plan.gpus)
        ids << gpu.id.section(QLatin1Char('/'), 0, 0).toLower();
    ids += commonGpus();
    ids.removeDuplicates();
    return ids;
}

void ModelMatrix::ask(const Plan &plan)
{
    Question question{plan, columnsFor(plan)};
    question.plan.gpus.clear();
    question.plan.parallel.reset();
    question.plan.model = NamedModel();
    if (m_asked == question)
        return;
    m_asked = question;
    m_latest.ask([question, catalog = m_catalog](const LatestAnswer<Result<Answer>>::Stopped &stopped) {
        Answer answer;
        answer.gpus = gpusToAskAbout(question.plan, catalog, question.gpus);
        Result<std::vector<ModelRow>> rows = fitOfModelsOn(question.plan, catalog, answer.gpus, stopped);
        if (!rows)
            return Result<Answer>(rows.error());
        answer.rows = std::move(rows).value();
        return Result<Answer>(std::move(answer));
    });
    Q_EMIT started();
}

void ModelMatrix::setOwn(const QStringList &gpus)
{
    m_own = gpus;
}

void ModelMatrix::setOnlyOwn(bool only)
{
    m_onlyOwn = only;
}

FitChoice ModelMatrix::choice(const QModelIndex &index) const
{
    return {fitOf(index.row(), index.column()), {}, rowId(index.row())};
}

QString ModelMatrix::subject(int row, int column) const
{
    return tr("%1 with %2").arg(gpuAt(row, column).name, rowName(row));
}

bool ModelMatrix::hasSameCells(const Answer &a, const Answer &b)
{
    const auto sameNames = [](const auto &some, const auto &others) {
        return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                          [](const auto &x, const auto &y) { return x.name == y.name; });
    };
    return sameNames(a.gpus, b.gpus) && sameNames(a.rows, b.rows);
}

int ModelMatrix::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answer.rows.size());
}

int ModelMatrix::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answer.gpus.size());
}

QVariant ModelMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isGpu = orientation == Qt::Horizontal;
    if (section < 0 || section >= (isGpu ? columnCount() : rowCount()))
        return {};
    if (role == Qt::TextAlignmentRole)
        return isGpu ? QVariant(int(Qt::AlignCenter)) : QVariant(int(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (!isGpu)
        return rowName(section);
    const Gpu &gpu = m_answer.gpus[size_t(section)];
    return m_own.contains(gpu.id) ? tr("\u2713 %1").arg(gpu.name) : gpu.name;
}

} // namespace plimsoll
