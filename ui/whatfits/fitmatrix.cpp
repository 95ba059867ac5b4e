// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/fitmatrix.h"

#include "core/planning/fit/formatchoices.h"
#include "core/planning/planning.h"

#include <algorithm>

namespace plimsoll {
namespace {

const QLatin1String kNative("native");

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
