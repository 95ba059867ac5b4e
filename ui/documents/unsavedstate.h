// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/documents/planhistory.h"

#include <QByteArray>
#include <QString>

namespace plimsoll {

/// What is lost when the program ends without saving: enough to go on as if it had not.
struct UnsavedState {
    QString path; ///< of the plan's file; empty before it has one
    Plan saved;   ///< what that file says, or what an unnamed plan began with
    PlanHistory history;

    friend bool operator==(const UnsavedState &, const UnsavedState &) = default;
};

/// A plimsoll.unsaved/1 document. Of a long history it has the steps around the plan that is shown.
QByteArray unsavedToBytes(const UnsavedState &state);

/// `place` names the file in errors, which are of kind File.
Result<UnsavedState> unsavedFromBytes(const QByteArray &json, const QString &place);

} // namespace plimsoll
