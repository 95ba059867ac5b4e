// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plandocument.h"

#include <QUndoCommand>

namespace plimsoll {

/// One undo step: the plan before and after. A plan is a few shared strings, so whole plans cost little
/// and an edit that touches several fields (engine and its options) undoes as one.
class PlanDocument::Edit : public QUndoCommand
{
public:
    struct Change {
        Plan said;      ///< as the person said it
        Plan effective; ///< with defaults, to see that a drag came back to a default
    };

    Edit(PlanDocument *document, Field field, const QString &undoText, Change before, Change after)
        : QUndoCommand(undoText)
        , m_document(document)
        , m_field(field)
        , m_session(document->m_session)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void undo() override { m_document->apply(m_before.said); }
    void redo() override { m_document->apply(m_after.said); }
    int id() const override { return m_session == 0 ? -1 : int(m_field); }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const Edit *>(other);
        if (next->m_session != m_session)
            return false;
        m_after = next->m_after;
        setText(next->text());
        if (m_after.said == m_before.said || m_after.effective == m_before.effective) {
            m_document->apply(m_before.said);
            setObsolete(true);
        }
        return true;
    }

    const Plan &before() const { return m_before.said; }
    const Plan &after() const { return m_after.said; }

private:
    PlanDocument *m_document;
    Field m_field;
    int m_session;
    Change m_before;
    Change m_after;
};

} // namespace plimsoll
