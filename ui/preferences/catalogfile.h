// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <memory>

namespace plimsoll {

/// The built-in catalog with a person's own file over it; an empty path is the file in the config folder, where there
/// is one. The error says what is wrong with the file.
Result<std::shared_ptr<const Catalog>> catalogWith(const QString &path);

/// At the start: the same, or the built-in catalog with the problem in *problem.
std::shared_ptr<const Catalog> catalogAtStart(const QString &path, QString *problem);

} // namespace plimsoll
