// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/documents/unsavedwork.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace plimsoll {

class DocumentStore;
class PlanDocument;

/// Keeps a copy of unsaved changes on disk, so that a program that is killed loses nothing. Written in the background
/// shortly after a change; gone as soon as the plan is saved. A copy that is left when this is destroyed is taken up by
/// the next start.
class Autosave : public QObject
{
    Q_OBJECT

public:
    Autosave(PlanDocument *document, DocumentStore *store, const QString &folder, QObject *parent = nullptr);
    ~Autosave() override;

    /// Another store of the same document takes the place of the first.
    void setStore(DocumentStore *store);

    /// Goes on with a copy that was found.
    void adopt(UnsavedWork work);

    /// Writes now what is not yet written, and waits for it.
    void flush();
    /// Whoever asked said that the changes are not needed: removes the copy, and writes no other until the next change.
    void forget();

    /// Where the copy is; empty before there was one.
    QString file() const { return m_work ? m_work->file : QString(); }

Q_SIGNALS:
    /// Once, until a copy is written again.
    void failed(const plimsoll::Error &error);

private:
    void schedule();
    void keep();
    void write(const UnsavedState &state);
    void remove();
    void tell(const QString &problem);

    DocumentStore *m_store = nullptr;
    QString m_folder;
    std::optional<UnsavedWork> m_work;
    QTimer m_timer;
    QThreadPool m_writer; ///< of one thread, so writes stay in order
    bool m_hasFailed = false;
};

} // namespace plimsoll
