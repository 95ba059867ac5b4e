// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plimsoll {

/// One line of text in CommonMark, in which nothing is taken for markup, within a table of GitHub's neither.
QString escapedMarkdown(const QString &text);

} // namespace plimsoll
