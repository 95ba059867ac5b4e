// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// plimsoll inspect --local: the models in the folders of the programs that people run them with. The exit status.
int listLocalModels(bool asJson);

} // namespace plimsoll
