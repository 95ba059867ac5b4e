// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/neighbours.h"

#include "core/calibration/calibratedplan.h"
#include "core/engines/enginerules.h"
#include "core/planning/planning.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Neighbours)
};

/// The first `count` GPUs of a plan, by kind.
std::vector<GpuChoice> firstGpus(const std::vector<GpuChoice> &gpus, qint64 count)
{
    std::vector<GpuChoice> first;
    for (const GpuChoice &gpu : gpus) {
        if (count <= 0)
            break;
        first.push_back({gpu.id, qint32(std::min<qint64>(gpu.count, count))});
        count -= first.back().count;
    }
    return first;
}

/// What an engine that fills the card sets aside is gone for others, used or not.
Bytes takenOf(const DeviceEstimate &device, bool fillsPool)
{
    const Bytes cache = device.items[Item::KvCache] + device.items[Item::RecurrentState];
    const Bytes unused = fillsPool ? std::max(Bytes(), device.pool - cache) : Bytes();
    return device.items.total() + unused;
}

Error belowNeighbour(Error error, size_t index)
{
    const QString place = QStringLiteral("beside[%1]").arg(index);
    const QString prefix = error.field + QLatin1String(": ");
    const QString what = error.text.startsWith(prefix) ? error.text.mid(prefix.size()) : error.text;
    error.field = error.field.isEmpty() ? place : place + QLatin1Char('.') + error.field;
    error.text = Text::tr("%1: %2").arg(error.field, what);
    return error;
}

} // namespace

Result<Neighbours> neighboursOn(const Plan &plan, const Catalog &catalog)
{
    Neighbours neighbours;
    const qint64 there = plan.gpuCount();
    for (size_t i = 0; i < plan.beside.size(); ++i) {
        Plan other = plan.beside[i];
        const qint64 wanted = std::max<qint64>(1, other.gpuCount());
        if (there > 0 && wanted > there) {
            return belowNeighbour({QStringLiteral("too-few-gpus"), QStringLiteral("gpus"),
                                   Text::tr("it runs on %1 GPUs, but the plan has %2: give the plan more, or this one "
                                            "fewer")
                                       .arg(wanted)
                                       .arg(there),
                                   ErrorKind::Typed},
                                  i);
        }
        other.gpus = firstGpus(plan.gpus, wanted);
        if (other.gpus.empty())
            other.parallel.reset();
        other.beside.clear();
        other.reserve = plan.reserve + neighbours.taken;
        const Result<PlanAnswer> answer = answerPlan(other, catalog);
        if (!answer)
            return belowNeighbour(answer.error(), i);

        Neighbour neighbour;
        neighbour.name = other.name.trimmed().isEmpty() ? answer->plan.model->displayName : other.name.trimmed();
        neighbour.engine = answer->plan.engine->name();
        neighbour.gpus = qint32(wanted);
        for (qint32 d = 0; d < answer->estimate.deviceClasses; ++d) {
            const DeviceEstimate &device = answer->estimate.devices[size_t(d)];
            neighbour.taken = std::max(neighbour.taken, takenOf(device, answer->plan.engine->pagesCache()));
        }
        for (const auto &record : recordsUsed(answer->plan))
            neighbours.calibratedBy.push_back(record);
        neighbour.fits = there == 0 || answer->estimate.fits;
        if (there > 0)
            neighbours.taken += neighbour.taken;
        neighbours.gpus = std::max(neighbours.gpus, neighbour.gpus);
        neighbours.all.push_back(std::move(neighbour));
    }
    return neighbours;
}

} // namespace plimsoll
