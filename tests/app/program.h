// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>

namespace plimsoll::test {

/// One run of the program, to its end.
struct Run {
    bool ended = false; ///< in time, and not by a signal
    int status = -1;
    QByteArray out, err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// Exactly one line on standard error, and nothing on standard output.
    bool complainedOnce() const
    {
        return out.isEmpty() && err.startsWith("plimsoll: ") && err.endsWith('\n') && err.count('\n') == 1;
    }
    QByteArray described() const;
};

/// Runs the program with --no-user-data behind the arguments.
Run runPlimsoll(const QStringList &arguments, const QByteArray &input = {});

/// Runs the program just so.
Run runPlimsollWith(const QStringList &arguments, const QByteArray &input, const QProcessEnvironment &environment);

/// The value at a path such as "devices.0.bytes.weights".
QJsonValue at(const QJsonObject &document, const QString &path);

/// Writes a file in the folder of the running test and gives its path.
QString writeFile(const QString &folder, const QString &name, const QByteArray &content);

} // namespace plimsoll::test
