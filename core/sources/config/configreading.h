// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelarchitecture.h"
#include "core/result.h"

#include <QByteArray>
#include <QStringList>

namespace plimsoll {

/// What a config.json of Hugging Face says about a model, as far as it costs memory.
struct ConfigReading {
    ModelArchitecture architecture;
    QStringList warnings;   ///< whole translated sentences: what was assumed, and what that can be wrong about
    QString kvCacheFormat;  ///< "fp8" where the checkpoint brings scales for such a cache; empty = the weights' type
    bool isKnown = true;    ///< false: read as a plain transformer from the keys that it has
    bool cachesKeys = true; ///< false: an encoder (embeddings, reranking) that keeps nothing between tokens
};

/// Reads config.json in every dialect that is known (dialect.h), by its keys and by the defaults that the
/// library documents for its `model_type`, never by a model's name. `where` names the file in errors.
///
/// `quantConfig` is the text of hf_quant_config.json beside it, which NVIDIA's ModelOpt writes; may be empty.
///
/// Fails with code "bad-config" (not JSON, a key that is missing, of the wrong type or out of range; the key is in
/// Error::field) or "unsupported-model" (no language model that generates text, or one whose layers are not known).
Result<ConfigReading> readConfigJson(const QByteArray &text, const QString &where, const QByteArray &quantConfig = {});

} // namespace plimsoll
