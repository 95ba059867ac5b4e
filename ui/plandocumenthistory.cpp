// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plandocument.h"
#include "ui/planedit.h"

namespace plimsoll {

PlanHistory PlanDocument::history() const
{
    PlanHistory history{{m_plan}, {}, 0};
    for (int i = 0; i < m_undoStack.count(); ++i) {
        const auto *edit = dynamic_cast<const Edit *>(m_undoStack.command(i));
        if (!edit) // somebody else's step leads to no plan of ours
            return {{m_plan}, {}, 0};
        if (i == 0)
            history.plans = {edit->before()};
        history.plans.push_back(edit->after());
        history.steps += edit->text();
    }
    history.index = m_undoStack.index();
    return history;
}

void PlanDocument::restore(const PlanHistory &history)
{
    endDrag();
    m_undoStack.clear();
    for (qsizetype i = 0; i < history.steps.size(); ++i) {
        const Plan &before = history.plans[size_t(i)];
        const Plan &after = history.plans[size_t(i) + 1];
        m_undoStack.push(new Edit(this, Field::Whole, history.steps.at(i), {before, before}, {after, after}));
    }
    m_undoStack.setIndex(history.index);
    apply(history.plan());
    Q_EMIT started();
    flush();
}

} // namespace plimsoll
