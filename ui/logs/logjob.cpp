// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logjob.h"

#include "core/logs/logreader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QThread>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogJob)
};

constexpr qint64 kStep = 1024; ///< bytes of a step of progress, which is an int

/// Owns the bytes that it reads.
class TextDevice final : public QBuffer
{
public:
    explicit TextDevice(const QString &text)
    {
        setData(text.toUtf8());
        open(QIODevice::ReadOnly);
    }
};

Result<LogReading> readInput(const LogInput &input, QPromise<LogRead> &promise)
{
    const std::unique_ptr<QIODevice> device = input.open();
    if (!device->isOpen())
        return Error{QStringLiteral("cannot-read"),
                     {},
                     Text::tr("it cannot be read (%1)").arg(device->errorString()),
                     ErrorKind::File};
    promise.setProgressRange(0, device->isSequential() ? 0 : int(device->size() / kStep));
    return readLog(*device, [&promise](qint64 bytes) {
        promise.setProgressValue(int(bytes / kStep));
        return !promise.isCanceled();
    });
}

} // namespace

LogInput logOfFile(const QString &path)
{
    return {QFileInfo(path).fileName(), [path] {
                auto file = std::make_unique<QFile>(path);
                [[maybe_unused]] const bool opened = file->open(QIODevice::ReadOnly); // else it says why
                return file;
            }};
}

LogInput logOfText(const QString &name, const QString &text)
{
    return {name, [text] { return std::make_unique<TextDevice>(text); }};
}

LogJob::LogJob(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        if (m_running)
            Q_EMIT progressed(value * kStep, m_watcher.progressMaximum() * kStep);
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (!m_running || m_watcher.isCanceled())
            return;
        m_running = false;
        Q_EMIT finished(m_watcher.result());
    });
}

LogJob::~LogJob()
{
    m_watcher.cancel();
}

/// In a thread of its own: a pool that answers questions must not wait for a slow disk.
void LogJob::start(const LogInput &input)
{
    m_watcher.cancel();
    m_running = true;
    const auto promise = std::make_shared<QPromise<LogRead>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThread *thread = QThread::create([promise, input] {
        promise->addResult(std::make_shared<const Result<LogReading>>(readInput(input, *promise)));
        promise->finish();
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void LogJob::stop()
{
    m_running = false;
    m_watcher.cancel();
}

} // namespace plimsoll
