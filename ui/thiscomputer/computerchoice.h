// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/gpukinds.h"

namespace plimsoll {

class PlanDocument;
struct Plan;

/// Takes a kind of GPU that no catalog has into the document's catalog. True where the document had to be changed.
bool knowKind(PlanDocument &document, const GpuKind &kind);

/// Plans with all GPUs of a kind that the catalog knows, or with one instance, as one step to undo: with what is free
/// of them now, the rest reserved, or with all of them and nothing reserved.
void planWithKind(PlanDocument &document, const GpuKind &kind, bool onlyWhatIsFree);

/// "2 × NVIDIA GeForce RTX 4090"
QString kindText(const GpuKind &kind);

} // namespace plimsoll
