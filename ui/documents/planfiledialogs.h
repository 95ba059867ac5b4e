// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace plimsoll {

using FileChosen = std::function<void(const QString &path)>;

/// Asks for a plan or a model to open; `chosen` is not called where the person gives up.
void askWhatToOpen(QWidget *parent, const QString &folder, FileChosen chosen);

/// Asks for the start-up log of an engine.
void askWhichLog(QWidget *parent, const QString &folder, FileChosen chosen);

/// Asks where to save a plan; a name without an ending gets that of plans, before the question whether a file may be
/// replaced.
void askWhereToSave(QWidget *parent, const QString &proposed, FileChosen chosen);

/// What else is written: the title of the question, kinds of files as QFileDialog has them, and the ending that a name
/// without one gets.
struct SaveQuestion {
    QString title, kinds, ending;
};
void askWhereToWrite(QWidget *parent, const QString &proposed, const SaveQuestion &question, FileChosen chosen);

} // namespace plimsoll
