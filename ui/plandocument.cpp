// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plandocument.h"

#include "core/engines/enginerules.h"
#include "core/planning/planning.h"
#include "core/units/quantity.h"
#include "ui/documents/edittexts.h"
#include "ui/planedit.h"

#include <QTimer>

namespace plimsoll {

namespace {

constexpr int kMostSteps = 1000; ///< more than anybody goes back; a window may stay open for weeks

qint64 ranksOf(const Parallel &parallel)
{
    return qint64(parallel.tensor) * parallel.pipeline * parallel.data;
}

void dropStaleLayout(Plan &plan)
{
    if (plan.parallel && ranksOf(*plan.parallel) != plan.gpuCount())
        plan.parallel.reset();
}

} // namespace

PlanDocument::PlanDocument(const std::shared_ptr<const Catalog> &catalog, const Plan &plan, QObject *parent)
    : QObject(parent)
    , m_catalog(std::make_unique<Catalog>(*catalog))
    , m_plan(plan)
{
    m_undoStack.setUndoLimit(kMostSteps);
    answer();
}

PlanDocument::~PlanDocument() = default;

Plan PlanDocument::startPlan()
{
    Plan plan;
    plan.engine = QStringLiteral("vllm");
    plan.gpus = {GpuChoice{QStringLiteral("nvidia-rtx-4090-24gb"), 1}};
    return plan;
}

Plan PlanDocument::effectivePlan() const
{
    Plan plan = m_plan;
    const Plan &known = m_resolved.plan;
    if (!hasAnswer())
        return plan;
    if (plan.weights.isEmpty())
        plan.weights = known.weights;
    if (plan.kvKeys.isEmpty())
        plan.kvKeys = known.kvKeys;
    if (plan.kvValues.isEmpty())
        plan.kvValues = known.kvValues;
    if (plan.engine.isEmpty())
        plan.engine = known.engine;
    if (plan.engineVersion.isEmpty() && plan.engine == known.engine)
        plan.engineVersion = m_resolved.engineVersion;
    if (!plan.contextLength)
        plan.contextLength = m_resolved.workload.contextLength;
    if (!plan.sequences)
        plan.sequences = m_resolved.workload.sequences;
    if (!plan.parallel) {
        const qint64 count = plan.gpuCount();
        if (count > 0 && ranksOf(m_resolved.layout.parallel) == count)
            plan.parallel = m_resolved.layout.parallel;
        else
            plan.parallel = Parallel{qint32(qMax<qint64>(1, count)), 1, 1, 1};
    }
    return plan;
}

template <typename Change>
void PlanDocument::edit(Field field, const QString &undoText, Change change)
{
    const Edit::Change before{m_plan, effectivePlan()};
    Edit::Change after = before;
    change(after.said);
    change(after.effective);
    if (after.said == before.said || after.effective == before.effective)
        return;
    m_undoStack.push(new Edit(this, field, undoText, before, after));
}

void PlanDocument::setModel(const QString &id)
{
    edit(Field::Model, editModelText(NamedModel{id}, *m_catalog), [&](Plan &plan) { plan.model = NamedModel{id}; });
}

void PlanDocument::setFreeSize(qint64 parameters)
{
    edit(Field::Model, editModelText(FreeSize{parameters}, *m_catalog),
         [&](Plan &plan) { plan.model = FreeSize{parameters}; });
}

void PlanDocument::setWeights(const QString &format)
{
    edit(Field::Weights, editWeightsText(format, *m_catalog), [&](Plan &plan) { plan.weights = format; });
}

void PlanDocument::setKvCache(const QString &keys, const QString &values)
{
    edit(Field::KvCache, editKvCacheText(keys, values, *m_catalog), [&](Plan &plan) {
        plan.kvKeys = keys;
        plan.kvValues = values;
    });
}

void PlanDocument::setContextLength(qint64 tokens)
{
    edit(Field::Context, editContextText(tokens), [&](Plan &plan) { plan.contextLength = tokens; });
}

void PlanDocument::setSequences(qint64 sequences)
{
    edit(Field::Sequences, editUsersText(sequences), [&](Plan &plan) { plan.sequences = sequences; });
}

void PlanDocument::setEngine(const QString &id, const QString &version)
{
    edit(Field::Engine, editEngineText(id, version, *m_catalog), [&](Plan &plan) {
        if (plan.engine != id)
            plan.engineOptions = {};
        plan.engine = id;
        plan.engineVersion = version;
    });
}

void PlanDocument::setEngineOption(const QString &key, const QJsonValue &value)
{
    edit(Field::EngineOption, editOptionText(key, value), [&](Plan &plan) {
        if (value.isNull() || value.isUndefined())
            plan.engineOptions.remove(key);
        else
            plan.engineOptions.insert(key, value);
    });
}

void PlanDocument::setGpu(const QString &id)
{
    edit(Field::Gpu, editGpuText(id, *m_catalog), [&](Plan &plan) {
        if (plan.gpus.size() == 1 && plan.gpus.front().id == id)
            return;
        const qint32 count = qint32(qBound<qint64>(1, plan.gpuCount(), kMaxGpus));
        plan.gpus.clear();
        if (!id.isEmpty())
            plan.gpus.push_back(GpuChoice{id, count});
        dropStaleLayout(plan);
    });
}

void PlanDocument::setGpuCount(int count)
{
    if (m_plan.gpus.empty() || count < 1)
        return;
    edit(Field::Layout, editGpuCountText(count), [&](Plan &plan) {
        plan.gpus.front().count = count;
        dropStaleLayout(plan);
    });
}

void PlanDocument::setParallel(const Parallel &parallel)
{
    edit(Field::Layout, editLayoutText(parallel), [&](Plan &plan) {
        plan.parallel = parallel;
        if (plan.gpus.size() == 1)
            plan.gpus.front().count = qint32(qBound<qint64>(1, ranksOf(parallel), kMaxGpus));
    });
}

void PlanDocument::setRequests(const plimsoll::Requests &requests)
{
    edit(Field::Requests, editRequestsText(requests), [&](Plan &plan) { plan.requests = requests; });
}

void PlanDocument::setReserve(Bytes reserve)
{
    edit(Field::Reserve, editReserveText(reserve), [&](Plan &plan) { plan.reserve = reserve; });
}

void PlanDocument::setBeside(const std::vector<plimsoll::Plan> &plans)
{
    edit(Field::Beside, editBesideText(plans, *m_catalog), [&](Plan &plan) { plan.beside = plans; });
}

void PlanDocument::takeOver(const Plan &wanted, const QString &undoText)
{
    const Plan &now = m_resolved.plan;
    Plan plan = m_plan;
    const auto take = [&](auto Plan::*field) {
        if (wanted.*field != now.*field)
            plan.*field = wanted.*field;
    };
    take(&Plan::model);
    take(&Plan::weights);
    take(&Plan::contextLength);
    take(&Plan::sequences);
    take(&Plan::parallel);
    take(&Plan::gpus);
    setPlan(plan, undoText);
}

void PlanDocument::setPlan(const Plan &plan, const QString &undoText)
{
    if (plan == m_plan)
        return;
    m_undoStack.push(new Edit(this, Field::Whole, undoText, {m_plan, m_plan}, {plan, plan}));
}

void PlanDocument::startWith(const Plan &plan)
{
    restore({{plan}, {}, 0});
}

void PlanDocument::beginDrag()
{
    if (m_session == 0)
        m_session = ++m_lastSession;
}

void PlanDocument::endDrag()
{
    m_session = 0;
}

void PlanDocument::apply(const Plan &plan)
{
    m_plan = plan;
    m_dirty = true;
    schedule();
}

void PlanDocument::refreshModel()
{
    m_resolvedFrom.model = FreeSize{}; // that of no plan, so the cheap way is not taken
    m_dirty = true;
    schedule();
}

void PlanDocument::setCatalog(const Catalog &catalog)
{
    const std::shared_ptr<const Calibration> calibration = m_catalog->calibration();
    m_formerCatalogs.push_back(*m_catalog);
    *m_catalog = catalog;
    m_catalog->setCalibration(calibration);
    Q_EMIT catalogChanged();
    refreshModel();
}

void PlanDocument::setCalibration(std::shared_ptr<const Calibration> calibration)
{
    m_catalog->setCalibration(std::move(calibration));
    Q_EMIT catalogChanged(); // pages have copies of it
    refreshModel();
}

void PlanDocument::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_scheduled = false;
        flush();
    });
}

void PlanDocument::flush()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    answer();
    Q_EMIT planChanged();
    Q_EMIT estimateChanged();
}

void PlanDocument::answer()
{
    if (answerWorkload())
        return;
    const Result<ResolvedPlan> resolved = resolve(m_plan, *m_catalog);
    if (!resolved)
        return fail(resolved.error());
    const Result<Estimate> estimated = checkedEstimate(*resolved);
    if (!estimated)
        return fail(estimated.error());
    m_resolved = *resolved;
    succeed(*estimated);
}

/// The cheap way, where only the workload differs from the last good plan.
bool PlanDocument::answerWorkload()
{
    if (!hasAnswer() || (!m_plan.contextLength && m_resolvedFrom.contextLength)
        || (!m_plan.sequences && m_resolvedFrom.sequences)) {
        return false;
    }
    const Workload before = m_resolved.workload;
    const Workload workload{m_plan.contextLength.value_or(before.contextLength),
                            m_plan.sequences.value_or(before.sequences)};
    if (workload.contextLength < 1 || workload.contextLength > kMaxTokens || workload.sequences < 1
        || workload.sequences > kMaxSequences) {
        return false;
    }
    if (!m_plan.requests.isEmpty()) // their lengths are checked against the context
        return false;
    Plan other = m_resolvedFrom;
    other.contextLength = m_plan.contextLength;
    other.sequences = m_plan.sequences;
    other.pins = m_plan.pins;
    if (other != m_plan)
        return false;

    setWorkload(m_resolved, workload);
    const Result<Estimate> estimated = checkedEstimate(m_resolved);
    if (!estimated) {
        setWorkload(m_resolved, before);
        fail(estimated.error());
        return true;
    }
    m_resolved.plan.contextLength = workload.contextLength;
    m_resolved.plan.sequences = workload.sequences;
    succeed(*estimated);
    return true;
}

void PlanDocument::succeed(const Estimate &estimate)
{
    m_resolvedFrom = m_plan;
    m_estimate = estimate;
    m_comparison = compare(m_resolved);
    m_valid = true;
    m_error = {};
    m_nearestLayout.reset();
}

void PlanDocument::fail(const Error &error)
{
    m_valid = false;
    m_error = error;
    findNearestLayout();
}

void PlanDocument::findNearestLayout()
{
    m_nearestLayout.reset();
    if (!m_error.field.startsWith(QLatin1String("parallel")) || m_plan.gpus.size() != 1)
        return;
    Plan one = m_plan; // the same on one GPU, for its model and engine
    one.gpus.front().count = 1;
    one.parallel.reset();
    const Result<ResolvedPlan> resolved = resolve(one, *m_catalog);
    if (!resolved)
        return;
    const Parallel wanted = m_plan.parallel.value_or(Parallel{qint32(m_plan.gpuCount()), 1, 1, 1});
    Parallel nearest;
    if (!resolved->engine->whyIllegal(*resolved->model, wanted, &nearest).isEmpty() && nearest != wanted)
        m_nearestLayout = nearest;
}

} // namespace plimsoll
