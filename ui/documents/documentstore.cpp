// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/documentstore.h"

#include "ui/plandocument.h"
#include "ui/planfiles.h"

#include <QFileInfo>

namespace plimsoll {

DocumentStore::DocumentStore(PlanDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_saved(document->plan())
{
    connect(document, &PlanDocument::started, this, [this] { setFile({}, m_document->plan()); });
}

bool DocumentStore::isModified() const
{
    return m_document->plan() != m_saved;
}

std::optional<Error> DocumentStore::open(const QString &path)
{
    const Result<LoadedPlan> loaded = loadPlanOrFigure(path);
    if (!loaded)
        return loaded.error();
    m_document->startWith(loaded->plan);
    if (!loaded->fromFigure)
        setFile(QFileInfo(path).absoluteFilePath(), loaded->plan);
    return std::nullopt;
}

void DocumentStore::startNew(const Plan &plan)
{
    m_document->startWith(plan);
}

std::optional<Error> DocumentStore::save(const QString &path)
{
    const Plan plan = m_document->plan();
    if (const std::optional<Error> error = savePlanFile(path, plan))
        return error;
    m_document->undoStack()->setClean();
    setFile(QFileInfo(path).absoluteFilePath(), plan);
    return std::nullopt;
}

void DocumentStore::continueFrom(const DocumentStore &other)
{
    setFile(other.m_path, other.m_saved);
}

UnsavedState DocumentStore::state() const
{
    return {m_path, m_saved, m_document->history()};
}

void DocumentStore::restore(const UnsavedState &state)
{
    m_document->restore(state.history);
    // The file may have been written by another program since.
    const Result<Plan> there = state.path.isEmpty() ? Result<Plan>(state.saved) : loadPlanFile(state.path);
    setFile(state.path, there ? *there : state.saved);
}

void DocumentStore::discardChanges()
{
    m_document->setPlan(m_saved, tr("Discard changes"));
}

void DocumentStore::setFile(const QString &path, const Plan &saved)
{
    m_path = path;
    m_saved = saved;
    Q_EMIT fileChanged();
}

} // namespace plimsoll
