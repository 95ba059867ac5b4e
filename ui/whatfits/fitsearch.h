// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/fit/fitquestions.h"
#include "ui/whatfits/latestanswer.h"

#include <QObject>

#include <optional>

namespace plimsoll {

/// Looks through the catalog for GPUs that carry a plan, in the background.
class FitSearch : public QObject
{
    Q_OBJECT

public:
    explicit FitSearch(const Catalog &catalog, QObject *parent = nullptr);

    /// A plan that was asked about last, whatever GPUs it has, is not asked about again.
    void ask(const Plan &plan);
    bool isRunning() const { return m_answer.isRunning(); }

Q_SIGNALS:
    void started();
    void answered(const std::vector<plimsoll::GpuFit> &fits);
    /// The plan has no answer, in one sentence.
    void failed(const QString &why);

private:
    using Answer = Result<std::vector<GpuFit>>;

    Catalog m_catalog;
    std::optional<Plan> m_asked;
    LatestAnswer<Answer> m_answer;
};

} // namespace plimsoll
