// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"
#include "core/engines/vllm/vllmconstants.h"

namespace plimsoll::vllm {

/// The options of cli.md and what they do, with the defaults of `newest`.
QList<EngineOption> engineOptions(const Constants &newest);

} // namespace plimsoll::vllm
