// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plimsoll {

/// What one manifest of Ollama's store stands for.
struct OllamaModel {
    QString name; ///< as `ollama list` prints it: "llama3.2:3b", "someone/model:tag", "hf.co/org/name:Q4_K_M"
    QString blob; ///< the GGUF file; empty where the manifest names none, as those of models in the cloud
};

/// The manifest at `path`, which lies in the folder manifests/HOST/NAMESPACE/MODEL/TAG of `store`.
/// A digest that is none is not followed.
OllamaModel ollamaModel(const QString &store, const QString &path);

} // namespace plimsoll
