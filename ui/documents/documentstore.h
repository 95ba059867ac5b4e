// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/documents/unsavedstate.h"

#include <QObject>

#include <optional>

namespace plimsoll {

class PlanDocument;

/// Which file the plan of a window belongs to, and whether that file says the same.
class DocumentStore : public QObject
{
    Q_OBJECT

public:
    explicit DocumentStore(PlanDocument *document, QObject *parent = nullptr);

    /// Empty before the plan has a file.
    QString path() const { return m_path; }
    /// What the file says, or what a plan without one began with.
    const Plan &saved() const { return m_saved; }
    /// By what the plans say: a change that is taken back is none.
    bool isModified() const;

    /// Another plan takes the place of this one, with nothing to undo. On an error everything stays as it was. The plan
    /// of a figure begins without a file: saving it would put it in place of the picture.
    std::optional<Error> open(const QString &path);
    void startNew(const Plan &plan);

    /// Writes the plan, as a whole or not at all; from then on it belongs to that file.
    std::optional<Error> save(const QString &path);

    /// Of the same document: the file is that of the other store.
    void continueFrom(const DocumentStore &other);

    UnsavedState state() const;
    void restore(const UnsavedState &state);
    /// Back to what was saved, as an undo step.
    void discardChanges();

Q_SIGNALS:
    /// The file, or what it says. That the plan itself changed PlanDocument tells.
    void fileChanged();

private:
    void setFile(const QString &path, const Plan &saved);

    PlanDocument *m_document;
    QString m_path;
    Plan m_saved;
};

} // namespace plimsoll
