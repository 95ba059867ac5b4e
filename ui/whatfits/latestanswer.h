// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace plimsoll {

/// Works one question out in the background; a newer one makes the older be given up, and only the answer to the last
/// is ever told. Whoever owns it may go away at any time: the work is not waited for.
template <typename Answer>
class LatestAnswer
{
public:
    using Stopped = std::function<bool()>;
    using Work = std::function<Answer(const Stopped &)>;

    /// `tell` runs in the thread of `context`, and never after it is gone.
    LatestAnswer(QObject *context, std::function<void(const Answer &)> tell)
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, context, [this, tell = std::move(tell)] {
            if (!m_watcher.isCanceled() && m_watcher.future().resultCount() > 0)
                tell(*m_watcher.result());
        });
    }
    ~LatestAnswer() { m_watcher.cancel(); }
    Q_DISABLE_COPY_MOVE(LatestAnswer)

    bool isRunning() const { return m_watcher.isRunning(); }

    /// Gives the question up: it is never answered.
    void stop() { m_watcher.cancel(); }

    /// What `work` uses must belong to it: it may outlive the owner.
    void ask(Work work)
    {
        m_watcher.cancel();
        const auto promise = std::make_shared<QPromise<std::shared_ptr<const Answer>>>();
        m_watcher.setFuture(promise->future());
        promise->start();
        QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
            promise->addResult(std::make_shared<const Answer>(work([&promise] { return promise->isCanceled(); })));
            promise->finish();
        });
    }

private:
    QFutureWatcher<std::shared_ptr<const Answer>> m_watcher;
};

} // namespace plimsoll
