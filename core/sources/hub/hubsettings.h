// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace plimsoll {

/// What a person's environment says of the Hugging Face Hub: the variables of huggingface_hub
/// (huggingface.co/docs/huggingface_hub/package_reference/environment_variables), with their defaults.
struct HubSettings {
    QString endpoint = QStringLiteral("https://huggingface.co"); ///< HF_ENDPOINT, without a slash at its end
    QString cacheFolder;  ///< ours, in the folder of assets: HF_ASSETS_CACHE, HF_HOME, XDG_CACHE_HOME
    QString token;        ///< HF_TOKEN; may be empty
    QString tokenFile;    ///< HF_TOKEN_PATH, or where `hf auth login` puts it; read only when the Hub is asked
    bool offline = false; ///< HF_HUB_OFFLINE: the Hub is never asked
};

HubSettings hubSettings(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace plimsoll
