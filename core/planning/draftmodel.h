// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/result.h"

#include <QJsonObject>

#include <memory>
#include <optional>

namespace plimsoll {

/// What speculative decoding loads beside the model.
struct DraftModel {
    ModelArchitecture model;
    std::optional<Format> format;  ///< absent: that of the plan's weights
    bool sharesEmbeddings = false; ///< the MTP module works on the model's embedding and head
};

/// The draft that the engine options `speculativeMethod` and `speculativeModel` ask for; null where they ask for none.
/// `model` is the plan's. Errors "bad-option" and those of findModel(), with field engine.options.KEY.
Result<std::shared_ptr<const DraftModel>> findDraft(const QJsonObject &options, const ModelArchitecture &model,
                                                    const Catalog &catalog);

} // namespace plimsoll
