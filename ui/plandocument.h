// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/estimate.h"
#include "core/planning/plan.h"
#include "core/planning/resolvedplan.h"
#include "core/result.h"
#include "ui/documents/planhistory.h"

#include <QJsonValue>
#include <QObject>
#include <QUndoStack>

#include <memory>
#include <optional>

namespace plimsoll {

/// The plan that a window shows, and the only writer of it. Every edit is an undo step; what follows
/// from the plan is worked out once per turn of the event loop.
class PlanDocument : public QObject
{
    Q_OBJECT

public:
    /// What an edit changes; edits of one drag merge only within one field.
    enum class Field {
        Model,
        Weights,
        KvCache,
        Context,
        Sequences,
        Requests,
        Engine,
        EngineOption,
        Gpu,
        Layout,
        Reserve,
        Beside,
        Whole
    };

    explicit PlanDocument(const std::shared_ptr<const Catalog> &catalog, const Plan &plan = startPlan(),
                          QObject *parent = nullptr);
    ~PlanDocument() override;

    /// The plan that a fresh window opens with: one that says something.
    static Plan startPlan();

    /// The same object as long as the document lives; setCatalog() changes what is in it.
    const Catalog &catalog() const { return *m_catalog; }
    /// Other models, GPUs and formats from now on. What points into the former ones stays valid.
    void setCatalog(const Catalog &catalog);
    /// The person's own measurements, which answers take over at once; null = none are used or kept. They stay when the
    /// catalog becomes another.
    void setCalibration(std::shared_ptr<const Calibration> calibration);
    QUndoStack *undoStack() { return &m_undoStack; }
    PlanHistory history() const;

    /// What the person said, at once.
    const Plan &plan() const { return m_plan; }
    /// The plan with every absent field as it takes effect: what controls show.
    Plan effectivePlan() const;

    /// As of the last estimateChanged(): whether the plan has an answer, and if not, why.
    bool valid() const { return m_valid; }
    const Error &error() const { return m_error; }
    /// False only until the first plan that could be answered.
    bool hasAnswer() const { return m_resolved.model != nullptr; }
    /// The last good answer; it stays while the plan has none.
    const ResolvedPlan &resolved() const { return m_resolved; }
    const Estimate &estimate() const { return m_estimate; }
    const Comparison &comparison() const { return m_comparison; }
    /// Where the engine refused the layout: the nearest that it takes.
    const std::optional<Parallel> &nearestLayout() const { return m_nearestLayout; }

    // Each returns early when nothing would change.
    void setModel(const QString &id);
    void setFreeSize(qint64 parameters);
    void setWeights(const QString &format);
    void setKvCache(const QString &keys, const QString &values);
    void setContextLength(qint64 tokens);
    void setSequences(qint64 sequences);
    void setRequests(const Requests &requests);
    /// Another engine drops the options of the old one. An empty version is the newest known.
    void setEngine(const QString &id, const QString &version = {});
    /// Null takes the option back to its default.
    void setEngineOption(const QString &key, const QJsonValue &value);
    /// One kind of GPU, as many as there were; an empty id is none.
    void setGpu(const QString &id);
    /// Of the first kind. A layout that no longer multiplies to the number is dropped.
    void setGpuCount(int count);
    /// Tensor x pipeline x data also becomes the number of GPUs, where there is one kind.
    void setParallel(const Parallel &parallel);
    void setReserve(Bytes reserve);
    void setBeside(const std::vector<plimsoll::Plan> &plans);
    void setPlan(const Plan &plan, const QString &undoText);
    /// Takes over what differs between the plan in effect and `wanted`; defaults that the person left stay defaults.
    void takeOver(const Plan &wanted, const QString &undoText);

    /// Reads the model again, which has changed outside the plan.
    void refreshModel();

    /// A plan to start from: no undo step, and none before it.
    void startWith(const Plan &plan);
    /// The same with what can be undone and done again.
    void restore(const PlanHistory &history);

    /// Between these, edits of one field are one undo step; one that ends where it began is none.
    void beginDrag();
    void endDrag();

    /// Works out what follows now instead of at the end of this turn of the event loop.
    void flush();

Q_SIGNALS:
    /// The plan is another one to start from, and not an edited one. Followed by planChanged().
    void started();
    void planChanged();
    void estimateChanged();
    void catalogChanged();

private:
    class Edit;

    template <typename Change>
    void edit(Field field, const QString &undoText, Change change);
    void apply(const Plan &plan);
    void schedule();
    void answer();
    bool answerWorkload();
    void succeed(const Estimate &estimate);
    void fail(const Error &error);
    void findNearestLayout();

    std::unique_ptr<Catalog> m_catalog;
    std::vector<Catalog> m_formerCatalogs;
    QUndoStack m_undoStack;
    Plan m_plan;
    Plan m_resolvedFrom; ///< the plan that m_resolved stands for
    ResolvedPlan m_resolved;
    Estimate m_estimate;
    Comparison m_comparison;
    Error m_error;
    std::optional<Parallel> m_nearestLayout;
    bool m_valid = false;
    bool m_dirty = false;
    bool m_scheduled = false;
    int m_session = 0; ///< of the drag under way; 0 = none
    int m_lastSession = 0;
};

} // namespace plimsoll
