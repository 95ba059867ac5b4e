// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"

#include <QJsonObject>
#include <QStringList>

namespace plimsoll {

class Catalog;

/// The names of the reverse questions: "max-context", ...
QStringList fitQuestions();

/// The answer to a question and what a person reads of it.
struct FitAnswer {
    QJsonObject document; ///< plimsoll.fit/1
    QString sentence;     ///< "Up to 91,234 tokens a sequence."
    Plan plan;            ///< with the answer in it
    bool answered = false;
};

/// Errors are those of resolve(), and "no-gpus" where a question about the plan's GPUs finds none. A question that has
/// no answer is not an error: then `answer` is null and `reason` says why.
Result<FitAnswer> answerQuestion(const QString &question, const Plan &plan, const Catalog &catalog);

} // namespace plimsoll
