// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace plimsoll {

/// Writes figures and reports, and says of each file what became of it. A file is up to date where it carries the
/// fingerprint of what it would be made from and was not changed since; its time does not count.
class DocumentWriter
{
public:
    enum class Mode : quint8 {
        All,     ///< writes every file and prints its name
        Changed, ///< writes what is not up to date and says which was
        Forced,  ///< writes every file and says so
        Check,   ///< writes nothing and says what is not up to date
    };
    explicit DocumentWriter(Mode mode)
        : m_mode(mode)
    {
    }

    /// `content` is only asked for where the file is to be written. False where that fails.
    bool put(const QString &path, const QByteArray &fingerprint, const std::function<QByteArray()> &content);

    /// For content that carries no fingerprint: it is up to date where the file has just these bytes.
    bool put(const QString &path, const QByteArray &content);

    /// Complains; the other files are still written.
    void fail(const Error &error);

    /// The exit status: that of the gravest error, ExitDoesNotFit where Mode::Check found something, or ExitAnswered.
    int status() const;

private:
    bool put(const QString &path, const QString &whyOutdated, const std::function<QByteArray()> &content);
    bool write(const QString &path, const QByteArray &content);
    bool looks() const { return m_mode == Mode::Changed || m_mode == Mode::Check; }

    Mode m_mode;
    int m_failed = 0; ///< exit status of the gravest error
    bool m_isOutdated = false;
};

} // namespace plimsoll
