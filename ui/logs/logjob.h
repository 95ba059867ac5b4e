// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logreading.h"
#include "core/result.h"

#include <QFutureWatcher>
#include <QIODevice>
#include <QObject>

#include <functional>
#include <memory>

namespace plimsoll {

/// Where a log comes from.
struct LogInput {
    QString name; ///< for people: "serve.log"
    /// Called and read in a thread of its own, so it may block. A device that is not open says why in its
    /// errorString().
    std::function<std::unique_ptr<QIODevice>()> open;
};

LogInput logOfFile(const QString &path);
LogInput logOfText(const QString &name, const QString &text);

using LogRead = std::shared_ptr<const Result<LogReading>>;

/// Reads one log at a time in the background, in bounded memory. Another one takes the place of the one under way.
class LogJob : public QObject
{
    Q_OBJECT

public:
    explicit LogJob(QObject *parent = nullptr);
    /// Not waited for: a disk that does not answer must not keep the window open.
    ~LogJob() override;

    void start(const LogInput &input);
    /// Nothing of the log under way is told any more.
    void stop();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// `size` is 0 where it is not known.
    void progressed(qint64 bytes, qint64 size);
    void finished(const plimsoll::LogRead &read);

private:
    QFutureWatcher<LogRead> m_watcher;
    bool m_running = false;
};

} // namespace plimsoll
