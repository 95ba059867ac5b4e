// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/autosave.h"

#include "ui/documents/documentstore.h"
#include "ui/plandocument.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>

namespace plimsoll {

namespace {

constexpr int kDelayMs = 150; ///< a drag makes a copy of every so often, not of every step

/// What went wrong; empty = nothing.
QString writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace

Autosave::Autosave(PlanDocument *document, DocumentStore *store, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    m_writer.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::keep);
    connect(document, &PlanDocument::planChanged, this, &Autosave::schedule);
    setStore(store);
}

Autosave::~Autosave()
{
    flush();
}

void Autosave::setStore(DocumentStore *store)
{
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    connect(store, &DocumentStore::fileChanged, this, &Autosave::schedule);
}

void Autosave::adopt(UnsavedWork work)
{
    forget();
    m_work = std::move(work);
    schedule();
}

void Autosave::flush()
{
    if (m_timer.isActive()) {
        m_timer.stop();
        keep();
    }
    m_writer.waitForDone();
}

void Autosave::forget()
{
    m_timer.stop();
    remove();
    m_writer.waitForDone();
}

/// Not put off by further changes, so that a long drag is kept as well.
void Autosave::schedule()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void Autosave::keep()
{
    if (m_store->isModified())
        write(m_store->state());
    else
        remove();
}

void Autosave::write(const UnsavedState &state)
{
    if (!m_work)
        m_work = newUnsavedWork(m_folder);
    if (!m_work)
        return tell(tr("the folder %1 cannot be written").arg(QDir::toNativeSeparators(m_folder)));
    m_writer.start([this, state, path = m_work->file] {
        const QString problem = writeFile(path, unsavedToBytes(state));
        QMetaObject::invokeMethod(
            this, [this, problem] { tell(problem); }, Qt::QueuedConnection);
    });
}

void Autosave::remove()
{
    if (m_work)
        m_writer.start([path = m_work->file] { QFile::remove(path); });
}

void Autosave::tell(const QString &problem)
{
    if (!problem.isEmpty() && !m_hasFailed) {
        Q_EMIT failed(
            {QStringLiteral("cannot-write"),
             {},
             tr("Unsaved changes are not kept in case the program ends unexpectedly: %1. Save the plan.").arg(problem),
             ErrorKind::File});
    }
    m_hasFailed = !problem.isEmpty();
}

} // namespace plimsoll
