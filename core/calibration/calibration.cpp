// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibration.h"

namespace plimsoll {
namespace {

bool speaksOfTheSame(const CalibrationRecord &a, const CalibrationRecord &b)
{
    return a.engine == b.engine && a.engineVersion == b.engineVersion && a.preset == b.preset && a.gpu == b.gpu
           && a.gpus == b.gpus && a.tensor == b.tensor && a.model == b.model;
}

} // namespace

bool CalibrationRecord::hasResiduals() const
{
    return std::any_of(residuals.begin(), residuals.end(), [](const auto &each) { return each.has_value(); });
}

void Calibration::add(const CalibrationRecord &record)
{
    std::erase_if(records, [&](const auto &each) { return speaksOfTheSame(*each, record); });
    records.push_back(std::make_shared<const CalibrationRecord>(record));
}

bool Calibration::remove(size_t index)
{
    if (index >= records.size())
        return false;
    records.erase(records.begin() + std::ptrdiff_t(index));
    return true;
}

std::shared_ptr<const CalibrationRecord> recordFor(std::span<const std::shared_ptr<const CalibrationRecord>> records,
                                                   const QString &gpu, qint32 gpus, qint32 tensor, const QString &model)
{
    std::shared_ptr<const CalibrationRecord> best;
    for (const auto &each : records) {
        if (each->gpu != gpu || each->gpus != gpus || each->tensor != tensor)
            continue;
        const bool own = !model.isEmpty() && each->model == model;
        const bool bestIsOwn = best && !model.isEmpty() && best->model == model;
        if (!best || (own && !bestIsOwn) || (own == bestIsOwn && each->date >= best->date))
            best = each;
    }
    return best;
}

} // namespace plimsoll
