// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/localmodels/localmodelssearch.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace plimsoll {
namespace {

/// Carries what is found over to the thread of the window.
class Carrier final : public LocalSearch
{
public:
    explicit Carrier(QPromise<LocalModel> &promise)
        : m_promise(promise)
    {
    }

    bool stopped() override { return m_promise.isCanceled(); }
    void entered(const QString &folder) override { m_promise.setProgressValueAndText(++m_folders, folder); }
    void found(const LocalModel &model) override { m_promise.addResult(model); }

private:
    QPromise<LocalModel> &m_promise;
    int m_folders = 0;
};

} // namespace

LocalModelsSearch::LocalModelsSearch(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::resultsReadyAt, this, [this](int begin, int end) {
        for (int i = begin; i < end; ++i)
            Q_EMIT found(m_watcher.resultAt(i));
    });
    connect(&m_watcher, &QFutureWatcherBase::progressTextChanged, this, &LocalModelsSearch::entered);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(m_watcher.isCanceled()); });
}

/// Not waited for: a disk that does not answer must not keep the window open.
LocalModelsSearch::~LocalModelsSearch()
{
    m_watcher.cancel();
}

void LocalModelsSearch::start(const QProcessEnvironment &environment, const QString &home)
{
    m_watcher.cancel();
    const auto promise = std::make_shared<QPromise<LocalModel>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    promise->setProgressRange(0, 0); // how many folders there are shows only at the end
    QThreadPool::globalInstance()->start([promise, environment, home] {
        Carrier carrier(*promise);
        findLocalModels(localStores(environment, home), carrier);
        promise->finish();
    });
}

void LocalModelsSearch::stop()
{
    m_watcher.cancel();
}

} // namespace plimsoll
