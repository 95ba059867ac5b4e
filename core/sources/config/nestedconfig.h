// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace plimsoll {

/// The language model within a config.json, which a multimodal model nests in `text_config`, `llm_config`,
/// `language_config` or `thinker_config.text_config`.
struct NestedConfig {
    QJsonObject text;  ///< its own keys, and the few that count for it from the whole file
    QString path;      ///< "text_config." or empty
    QString className; ///< architectures[0] of the whole file
    QString modelType; ///< of the whole file
    QStringList names; ///< classes and model types, the most telling first

    /// The names of the whole model as dialectName() writes them.
    QStringList visionNames() const;
};

NestedConfig findLanguageModel(const QJsonObject &root);

} // namespace plimsoll
