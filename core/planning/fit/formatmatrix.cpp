// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/formatmatrix.h"

#include "core/planning/fit/formatchoices.h"
#include "core/planning/planning.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FormatMatrix)
};

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
    answer.formatNames << Text::tr("As published");
    for (const QString &id : others) {
        const Format *format = catalog.findFormat(id);
        answer.formatNames << (format ? format->name : id);
    }
    return answer;
}

} // namespace plimsoll
