// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/hub/hubcache.h"

namespace plimsoll {

/// One of several models in a repository of GGUF files.
struct HubChoice {
    QString tag;       ///< "Q4_K_M", or the file's name where that says nothing
    QString path;      ///< of the file, or of the first of its parts
    quint64 bytes = 0; ///< of all parts
};

/// The GGUF models of a repository, or of a folder in it, in the order of their sizes.
std::vector<HubChoice> hubChoices(const HubSnapshot &snapshot, const QString &folder = {});

/// The same reference with the path of the one GGUF file that it means, or with that of a folder (empty: the whole
/// repository) where its safetensors or config.json are meant. Errors: "several-models" lists the quantisations,
/// "no-model", "no-such-file", "no-such-quantisation".
Result<HubReference> chooseHubFile(const HubReference &reference, const HubSnapshot &snapshot);

} // namespace plimsoll
