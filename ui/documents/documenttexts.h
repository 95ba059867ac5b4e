// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace plimsoll {

/// What the window says of plans and their files, each a sentence or two.

/// `name` of the plan; `more`: others that were found as well.
QString workRestoredText(const QString &name, int more);
QString workWaitingText(const QString &name);
QString filesSetAsideText(const QStringList &paths);
QString settingsSetAsideText(const QString &path);
/// A file of the recent ones or the last one.
QString fileGoneText(const QString &path);

} // namespace plimsoll
