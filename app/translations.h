// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace plimsoll {

/// Installs the English plural forms ("1 GPU", "2 GPUs") and, over them, the texts of the system's language
/// where the program has it.
void installTranslations(QCoreApplication &application);

} // namespace plimsoll
