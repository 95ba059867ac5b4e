// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/fitsearch.h"

namespace plimsoll {

FitSearch::FitSearch(const Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_answer(this, [this](const Answer &answer) {
        if (answer)
            Q_EMIT answered(answer.value());
        else
            Q_EMIT failed(answer.error().text);
    })
{
}

void FitSearch::ask(const Plan &plan)
{
    Plan question = plan;
    question.gpus.clear();
    question.parallel.reset();
    if (m_asked == question)
        return;
    m_asked = question;
    m_answer.ask([question, catalog = m_catalog](const LatestAnswer<Answer>::Stopped &stopped) {
        return fitOfGpus(question, catalog, stopped);
    });
    Q_EMIT started();
}

} // namespace plimsoll
