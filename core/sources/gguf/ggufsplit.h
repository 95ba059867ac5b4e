// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>
#include <QStringList>

namespace plimsoll {

/// The names of all parts of a GGUF file that is split, by the name of one: "name-00001-of-00003.gguf". A list of the
/// name itself where it is no such name.
QStringList ggufPartNames(const QString &fileName);

/// Its place among them, from 0; -1 where the name is none of a part.
int ggufPartIndex(const QString &fileName);

/// Those of the names of GGUF files that are a model each: of a split the first part, and no projectors.
QStringList ggufModels(QStringList names);
/// Those in a folder on this computer.
QStringList ggufModels(const QDir &folder);

} // namespace plimsoll
