// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runhere/runherechoice.h"

namespace plimsoll {
namespace {

class Collected final : public LocalSearch
{
public:
    explicit Collected(const std::function<bool()> &stopped)
        : m_stopped(stopped)
    {
    }

    bool stopped() override { return m_stopped(); }
    void entered(const QString &) override { }
    void found(const LocalModel &model) override { models.push_back(model); }

    std::vector<LocalModel> models;

private:
    const std::function<bool()> &m_stopped;
};

} // namespace

Plan runHereQuestion(const Plan &plan)
{
    Plan asked = plan;
    asked.name.clear();
    asked.model = NamedModel();
    asked.weights.clear();
    asked.parallel.reset();
    asked.pins = {};
    asked.unknown = {};
    return asked;
}

Plan withRunnable(const Plan &plan, const RunnableFormat &format)
{
    Plan wanted = plan;
    const Plan &row = format.plan;
    wanted.model = row.model;
    wanted.weights = row.weights;
    wanted.gpus = row.gpus;
    wanted.reserve = row.reserve;
    wanted.parallel = row.parallel;
    wanted.contextLength = row.contextLength;
    if (wanted.engine != row.engine) {
        wanted.engine = row.engine;
        wanted.engineVersion = row.engineVersion;
        wanted.engineOptions = row.engineOptions;
    }
    return wanted;
}

std::vector<LocalModel> modelsOfDisk(const QProcessEnvironment &environment, const QString &home,
                                     const std::function<bool()> &stopped)
{
    Collected search(stopped);
    findLocalModels(localStores(environment, home), search);
    return search.models;
}

} // namespace plimsoll
